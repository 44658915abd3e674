// What can be done with the whole survey, from the bar, the keyboard, a drop.
import { openDraftsDialog } from './dialogs/drafts.ts';
import { openEmbed } from './dialogs/embed.ts';
import { importText, openImport } from './dialogs/import.ts';
import { openKeys } from './dialogs/keys.ts';
import { openLanguage } from './dialogs/language.ts';
import { openMigration, toolName } from './dialogs/migration.ts';
import { openShare } from './dialogs/share.ts';
import { openTemplates } from './dialogs/templates.ts';
import { getAt, isObject, setAt } from './document/edit.ts';
import { type Json, kLongest, namesOf, readJson } from './document/json.ts';
import { printJson } from './document/print.ts';
import { emptySurvey, localeOf, member, withWords } from './document/survey.ts';
import type { Drafts } from './drafts/drafts.ts';
import type { Findings } from './findings.ts';
import type { Engine } from './interfaces.ts';
import { LinkFault, unpack } from '../shared/fragment.ts';
import type { Store } from './store.ts';
import { fetchTemplate } from './templates.ts';
import { download } from '../shared/ui.ts';

export interface CommandParts {
  readonly store: Store;
  readonly engine: Engine;
  readonly drafts: Drafts;
  readonly toast: (
    text: string,
    act?: readonly [words: string, run: () => void],
  ) => void;
  readonly say: (text: string) => void;
  readonly findings: () => Findings;
}

export interface TextChange {
  readonly where: string;
  readonly language: string;
  readonly text: string;
}

export type Commands = ReturnType<typeof makeCommands>;

export function makeCommands(parts: CommandParts) {
  const { store, engine, drafts, toast, say, findings } = parts;
  const text = (): string => store.get().reading.text;

  /** The survey's own id, as a file is called. */
  const fileName = (): string =>
    member(store.get().survey ?? undefined, 'id').replace(/[^\w-]+/g, '-') ||
    'survey';

  /** A text from elsewhere becomes a draft of its own. */
  async function take(given: string, name?: string): Promise<void> {
    if (given.length > kLongest) {
      toast(
        `This is ${given.length.toLocaleString('en')} characters long; a survey has at most 65,536 bytes. Nothing was changed.`,
      );
      return;
    }
    const { text: made, report, refused } = importText(engine, given);
    if (refused !== undefined) {
      toast(`${refused} Nothing was changed.`);
      return;
    }
    const open = async (): Promise<void> => {
      const before = drafts.open().id;
      const { value } = readJson(made);
      await drafts.create(made, isObject(value) ? undefined : name);
      store.setLocale(localeOf(value));
      if (report) {
        const here = drafts.open().id;
        toast(`Opened the survey from ${toolName(report.from)}.`, [
          'Undo',
          () => void takeBack(here, before),
        ]);
      } else if (!isObject(value)) {
        toast('This is no survey yet. What is wrong stands under the flow.');
      }
    };
    if (report?.notes.length) openMigration(report, () => void open());
    else await open();
  }

  /** Takes away a draft that was not wanted after all. */
  async function takeBack(id: string, before: string): Promise<void> {
    if (drafts.open().id === id) await drafts.show(before);
    await drafts.remove(id);
    store.setLocale(localeOf(store.get().survey ?? undefined));
  }

  const setOne = (
    survey: Json,
    { where, language, text: words }: TextChange,
  ) => {
    const path = namesOf(where);
    const before = getAt(survey, path);
    const made = withWords(before, language, localeOf(survey), words);
    return setAt(survey, path, made ?? '');
  };

  const go = (travel: () => string | null, word: string): void => {
    const label = travel();
    say(label ? `${word}: ${label}` : 'There is nothing more');
  };

  const save = async (): Promise<void> => {
    const { stale, reading } = store.get();
    const { saved } = drafts.open();
    if (stale || saved === reading.text) return;
    // A changed survey needs another revision: answers are kept with it.
    const revision = (of: Json | undefined): number => {
      const found = getAt(of, ['revision']);
      return typeof found === 'number' ? found : 0;
    };
    const before = saved === null ? 0 : revision(readJson(saved).value);
    if (revision(reading.value) <= before) {
      store.edit((survey) => setAt(survey, ['revision'], before + 1), {
        label: 'Raise revision',
      });
    }
    await drafts.save();
    const now = revision(store.get().reading.value);
    toast(`Saved as revision ${now}. Changes are compared with it.`);
  };

  const fresh = async (): Promise<void> => {
    await drafts.create(printJson(emptySurvey()), 'Untitled survey');
    store.setLocale('en');
  };

  const exportFile = (): void =>
    download(
      `${fileName()}.json`,
      new Blob([text()], { type: 'application/json' }),
    );

  async function openLink(): Promise<void> {
    const { hash, pathname, search } = location;
    try {
      const found = await unpack(hash);
      if (found === null) return;
      await take(found);
      toast('Opened from the link, as a draft of its own.');
    } catch (error) {
      if (!(error instanceof LinkFault)) throw error;
      toast(
        `The survey in this link cannot be read: it ${error.message}. Ask for the link again, whole. Your drafts are as they were.`,
      );
    }
    // Loading the page again is to open the draft, not another copy.
    history.replaceState(null, '', pathname + search);
  }
  addEventListener('hashchange', () => void openLink());

  return {
    take: (given: string, name?: string) => void take(given, name),
    undo: () => go(store.undo, 'Undone'),
    redo: () => go(store.redo, 'Redone'),
    save: () => void save(),
    fresh: () => void fresh(),
    drafts: () => void openDraftsDialog(drafts, toast, () => void fresh()),
    templates: () =>
      openTemplates(async (template) => {
        try {
          await take(await fetchTemplate(template), template.title);
        } catch {
          toast(
            `“${template.title}” is not on this device yet. Choose it again when there is a connection; your drafts work without one.`,
          );
        }
      }),
    import: () =>
      openImport(
        (given, name) => void take(given, name),
        (why) => toast(why),
      ),
    export: exportFile,
    share: () => void openShare(text(), say),
    embed: () => {
      const { survey } = findings();
      const { reading, stale } = store.get();
      if (stale || !survey || reading.value === undefined) {
        toast('The code cannot be read at the moment: mend it first.');
        return;
      }
      openEmbed(
        { id: fileName(), text: reading.text },
        findings().errors,
        exportFile,
        say,
      );
    },
    keys: openKeys,
    setLocale: (tag: string) => store.setLocale(tag),
    addLanguage: () =>
      openLanguage(
        (tag) => store.setLocale(tag),
        () => {
          // The menu goes back to the language that is shown.
          store.setLocale(store.get().locale);
        },
      ),
    openLink,
    texts: {
      setText: (where: string, language: string, words: string): void =>
        store.edit(
          (survey) => setOne(survey, { where, language, text: words }),
          { label: 'Change text', group: `${where} ${language}` },
        ),
      setTexts: (changes: readonly TextChange[]): void =>
        store.edit((survey) => changes.reduce(setOne, survey), {
          label: `Change ${changes.length} texts`,
        }),
    },
  };
}
