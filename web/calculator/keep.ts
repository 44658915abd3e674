// The last calculation on this device, only when a person asks for it, and a
// way to forget it.

const kName = 'looplet-calculator';
const kStore = 'kept';
const kKey = 'last';

const done = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

/** Runs `use` with the store; closes it behind. Rejects where there is none. */
async function withStore<T>(
  mode: IDBTransactionMode,
  use: (store: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  const request = indexedDB.open(kName, 1);
  request.onupgradeneeded = () => request.result.createObjectStore(kStore);
  const database = await done(request);
  try {
    return await done(
      use(database.transaction(kStore, mode).objectStore(kStore)),
    );
  } finally {
    database.close();
  }
}

/** Whether anything was ever kept: asking must not make a database. */
async function exists(): Promise<boolean> {
  const list = await indexedDB.databases?.();
  return list === undefined || list.some(({ name }) => name === kName);
}

export async function readKept(): Promise<string | null> {
  try {
    if (!(await exists())) return null;
    const text = await withStore('readonly', (store) => store.get(kKey));
    return typeof text === 'string' ? text : null;
  } catch {
    return null;
  }
}

/** Rejects when it could not be kept. */
export async function keep(text: string): Promise<void> {
  await withStore('readwrite', (store) => store.put(text, kKey));
}

/** Leaves nothing behind, not even an empty database. */
export function forget(): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase(kName);
    request.onsuccess = () => resolve();
    request.onerror = () => reject(request.error);
    request.onblocked = () => resolve();
  });
}
