// Which draft is open, and keeping it: written a moment after each change, and
// at once when the page is left.
import { readJson } from '../document/json.ts';
import { printJson } from '../document/print.ts';
import { emptySurvey, isSurvey, member, wordsOf } from '../document/survey.ts';
import type { Store } from '../store.ts';
import type { Database, Draft } from './database.ts';

export type Keeping = 'kept' | 'waiting' | 'memory' | 'failed';

export interface DraftsHooks {
  /** The open draft, or how it is kept, is another. */
  changed(): void;
  /** Something the person should know. */
  tell(message: string): void;
}

export type Drafts = Awaited<ReturnType<typeof openDrafts>>;

const kPause = 300;
const kLast = 'looplet-studio:last';

const makeId = (): string =>
  crypto.randomUUID?.() ?? `${Date.now()}-${Math.random()}`;

/** A name for a draft: what the survey calls itself. */
export function nameOf(text: string): string {
  const { value } = readJson(text);
  if (!isSurvey(value)) return 'Untitled survey';
  const locale = member(value, 'locale') || 'en';
  return (
    wordsOf(value['title'], locale, locale) ||
    member(value, 'id') ||
    'Untitled survey'
  );
}

/** The tab's own last draft comes first, then that of any tab. */
const remember = (id: string): void => {
  try {
    sessionStorage.setItem(kLast, id);
  } catch {
    // Then the last one changed is opened.
  }
};
const remembered = (): string | null => {
  try {
    return sessionStorage.getItem(kLast);
  } catch {
    return null;
  }
};

export async function openDrafts(
  database: Database,
  store: Store,
  hooks: DraftsHooks,
) {
  let open: Draft;
  let keeping: Keeping = database.lasting ? 'kept' : 'memory';
  let timer: ReturnType<typeof setTimeout> | undefined;
  let writing: Promise<void> = Promise.resolve();

  const fresh = (text: string, name = nameOf(text)): Draft => ({
    id: makeId(),
    name,
    text,
    saved: null,
    savedAt: null,
    changed: Date.now(),
    version: 1,
  });

  const setKeeping = (next: Keeping): void => {
    keeping = database.lasting ? next : 'memory';
    hooks.changed();
  };

  /** One write after the other; each takes what is the latest then. */
  function write(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    const draft = { ...open, version: open.version + 1 };
    open = draft;
    writing = writing.then(async () => {
      try {
        const other = await database.put(draft);
        if (other) await fork(draft);
        else if (!timer) setKeeping('kept');
      } catch {
        setKeeping('failed');
      }
    });
    return writing;
  }

  /** Another tab has this draft open too: this one goes on as a copy. */
  async function fork(draft: Draft): Promise<void> {
    const name = `${draft.name} (from another tab)`;
    const copy = { ...draft, id: makeId(), name, version: 1 };
    if (open.id === draft.id) {
      open = { ...open, id: copy.id, name, version: 1 };
      remember(copy.id);
    }
    await database.put(copy);
    hooks.tell(
      `This draft is open in another tab too. What you change here is kept as “${name}”.`,
    );
    hooks.changed();
  }

  function show(draft: Draft): void {
    open = draft;
    remember(draft.id);
    store.open(draft.text);
    hooks.changed();
  }

  async function leave(): Promise<void> {
    if (timer) await write();
    await writing;
  }

  const list = await database.list().catch((): Draft[] => []);
  const last = remembered();
  const newest = list.toSorted((a, b) => b.changed - a.changed)[0];
  const first = list.find(({ id }) => id === last) ?? newest;
  open = first ?? fresh(printJson(emptySurvey()), 'Untitled survey');
  if (first) remember(first.id);
  store.open(open.text);

  store.listen(({ reading }, before) => {
    if (reading.text === before.reading.text || reading.text === open.text) {
      return;
    }
    // A draft that was never named goes by what the survey calls itself.
    const follows =
      open.name === nameOf(open.text) || open.name === 'Untitled survey';
    const named =
      follows && reading.value !== undefined ? nameOf(reading.text) : open.name;
    open = {
      ...open,
      text: reading.text,
      name: named,
      changed: Date.now(),
    };
    clearTimeout(timer);
    timer = setTimeout(() => void write(), kPause);
    setKeeping('waiting');
  });
  const flush = (): void => {
    if (timer) void write();
  };
  addEventListener('pagehide', flush);
  document.addEventListener('visibilitychange', flush);

  return {
    /** Whether there was a draft to go on with. */
    resumed: first !== undefined,
    open: () => open,
    keeping: () => keeping,
    list: async (): Promise<Draft[]> => {
      await leave();
      const drafts = await database.list();
      return drafts.toSorted((a, b) => b.changed - a.changed);
    },
    /** A new draft, opened; the one before stays as it is. */
    create: async (text: string, name?: string): Promise<void> => {
      await leave();
      const draft = fresh(text, name);
      await database.put(draft);
      show(draft);
      setKeeping('kept');
    },
    show: async (id: string): Promise<void> => {
      await leave();
      const draft = await database.get(id);
      if (draft) show(draft);
    },
    rename: async (id: string, name: string): Promise<void> => {
      if (id === open.id) {
        open = { ...open, name };
        await write();
      } else {
        const draft = await database.get(id);
        if (draft) {
          await database.put({ ...draft, name, version: draft.version + 1 });
        }
      }
      hooks.changed();
    },
    duplicate: async (id: string): Promise<void> => {
      await leave();
      const draft = await database.get(id);
      if (!draft) return;
      await database.put({ ...fresh(draft.text, `${draft.name} (copy)`) });
      hooks.changed();
    },
    /** Takes a draft away; the result brings it back. */
    remove: async (id: string): Promise<() => Promise<void>> => {
      await leave();
      const draft = await database.get(id);
      await database.remove(id);
      if (id === open.id) {
        const rest = await database.list();
        const next = rest.toSorted((a, b) => b.changed - a.changed)[0];
        show(next ?? fresh(printJson(emptySurvey()), 'Untitled survey'));
      }
      hooks.changed();
      return async () => {
        if (!draft) return;
        await database.put({ ...draft, version: draft.version + 1 });
        hooks.changed();
      };
    },
    /** What is there now is the revision that later ones are compared with. */
    save: async (): Promise<void> => {
      const { text } = store.get().reading;
      open = { ...open, text, saved: text, savedAt: Date.now() };
      await write();
      hooks.changed();
    },
    leave,
  };
}
