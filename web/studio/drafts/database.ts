// Drafts on this device: IndexedDB behind a few promises. Where it cannot be
// used (a private window of an old browser), drafts live as long as the page.

export interface Draft {
  readonly id: string;
  readonly name: string;
  readonly text: string;
  /** The last revision that was saved on purpose; null: none. */
  readonly saved: string | null;
  readonly savedAt: number | null;
  /** Milliseconds since 1970, of the last change. */
  readonly changed: number;
  /** One more with every write, so that two tabs find out about each other. */
  readonly version: number;
}

export interface Database {
  readonly lasting: boolean;
  list(): Promise<Draft[]>;
  get(id: string): Promise<Draft | undefined>;
  /**
   * Writes a draft, unless another tab has written a later version: then
   * nothing is written and that one is the result.
   */
  put(draft: Draft): Promise<Draft | null>;
  remove(id: string): Promise<void>;
}

const kName = 'looplet-studio';
const kStore = 'drafts';

const done = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

const finished = (transaction: IDBTransaction): Promise<void> =>
  new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error);
    transaction.onerror = () => reject(transaction.error);
  });

export async function openDatabase(): Promise<Database> {
  try {
    const request = indexedDB.open(kName, 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore(kStore, { keyPath: 'id' });
    };
    return lasting(await done(request));
  } catch {
    return fleeting();
  }
}

function lasting(database: IDBDatabase): Database {
  const store = (mode: IDBTransactionMode) =>
    database
      // Relaxed would be lost with the power; a draft is worth the flush.
      .transaction(kStore, mode, { durability: 'strict' })
      .objectStore(kStore);
  return {
    lasting: true,
    list: () => done(store('readonly').getAll() as IDBRequest<Draft[]>),
    get: (id) =>
      done(store('readonly').get(id) as IDBRequest<Draft | undefined>),
    put: async (draft) => {
      const drafts = store('readwrite');
      const over = finished(drafts.transaction);
      const there = await done(
        drafts.get(draft.id) as IDBRequest<Draft | undefined>,
      );
      const late = there !== undefined && there.version >= draft.version;
      if (!late) drafts.put(draft);
      await over;
      return late ? there : null;
    },
    remove: async (id) => {
      const drafts = store('readwrite');
      const over = finished(drafts.transaction);
      drafts.delete(id);
      await over;
    },
  };
}

function fleeting(): Database {
  const drafts = new Map<string, Draft>();
  return {
    lasting: false,
    list: async () => [...drafts.values()],
    get: async (id) => drafts.get(id),
    put: async (draft) => {
      drafts.set(draft.id, draft);
      return null;
    },
    remove: async (id) => {
      drafts.delete(id);
    },
  };
}
