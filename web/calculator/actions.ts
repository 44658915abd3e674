// What can be done with all of it: keep it here, share it, print it, begin
// anew.
import { copyBox, openDialog } from '../shared/dialog.ts';
import { pack } from '../shared/fragment.ts';
import { download, setText, tool } from '../shared/ui.ts';
import { h } from '../widget/dom.ts';
import type { Part } from './cards/card.ts';
import { forget, keep } from './keep.ts';
import type { Model, Store } from './model.ts';
import { takeSnapshot } from './snapshot.ts';

export const kLinkName = 'nps';
const kPause = 400;

export interface ActionHooks {
  say(text: string): void;
  /** Everything on the page is as at the beginning. */
  cleared(): void;
}

export function makeActions(
  store: Store,
  hooks: ActionHooks,
  keptBefore: boolean,
): Part<Model> {
  let keeping = keptBefore;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let writing: Promise<void> = Promise.resolve();

  const kept = h('input', {
    type: 'checkbox',
    change: () => {
      keeping = kept.checked;
      if (keeping) {
        write();
        hooks.say('Kept on this device, until you forget it.');
      } else void forgetAll('Forgotten: nothing of it is on this device.');
    },
  });
  const share = tool('Share', () => void openShare(store, hooks.say), {
    icon: 'share',
  });
  const print = tool('Print', () => globalThis.print(), { icon: 'download' });
  const report = tool(
    'Report as JSON',
    () => {
      const found = store.get().answers?.report;
      if (!found) return;
      // The document that `looplet report --format json` writes.
      const text = `${JSON.stringify(found, null, 2)}\n`;
      download('report.json', new Blob([text], { type: 'application/json' }));
    },
    { icon: 'download', title: 'Every figure, as looplet report writes it' },
  );
  const clear = tool(
    'Forget',
    () => {
      keeping = false;
      store.set({ answers: null, other: null });
      hooks.cleared();
      void forgetAll('Forgotten: nothing of it is left here.');
    },
    { icon: 'remove', title: 'Clears the page and what is kept here' },
  );
  const node = h(
    'div',
    { class: 'row' },
    h('label', { class: 'check' }, kept, 'Keep on this device'),
    share,
    print,
    report,
    clear,
  );

  function write(): void {
    clearTimeout(timer);
    timer = undefined;
    const snapshot = takeSnapshot(store.get(), true);
    if (!snapshot || !keeping) return;
    writing = writing
      .then(() => keep(JSON.stringify(snapshot)))
      .catch(() => {
        keeping = false;
        kept.checked = false;
        hooks.say('This browser does not keep it. Share a link instead.');
      });
  }

  async function forgetAll(words: string): Promise<void> {
    clearTimeout(timer);
    await writing;
    try {
      await forget();
      hooks.say(words);
    } catch {
      hooks.say(
        'The browser did not let go of it. Clear the data of this site instead.',
      );
    }
  }
  addEventListener('pagehide', () => {
    if (timer) write();
  });

  return {
    node,
    update({ answers }) {
      node.hidden = answers === null || answers.soFar;
      report.hidden = !answers?.report;
      kept.checked = keeping;
      if (!keeping || !answers || answers.soFar) return;
      clearTimeout(timer);
      timer = setTimeout(write, kPause);
    },
  };
}

/** Links longer than this are cut by some programs. */
const kLong = 8000;

async function openShare(
  store: Store,
  say: (text: string) => void,
): Promise<void> {
  const { answers } = store.get();
  if (!answers) return;
  const linkOf = async (withComments: boolean): Promise<string> => {
    const text = JSON.stringify(takeSnapshot(store.get(), withComments));
    const { origin, pathname } = location;
    return `${origin}${pathname}${await pack(text, kLinkName)}`;
  };
  const box = copyBox(
    'Link to this calculation',
    await linkOf(false),
    (done) => {
      if (done) say('Copied');
    },
  );
  const note = h('p', { class: 'quiet' });
  const comments = h('input', { type: 'checkbox', change: () => void redo() });
  async function redo(): Promise<void> {
    try {
      const link = await linkOf(comments.checked);
      box.set(link);
      setText(
        note,
        `${link.length.toLocaleString('en')} characters.${link.length > kLong ? ' Some programs cut links of this length.' : ''}`,
      );
    } catch {
      comments.checked = false;
      setText(note, 'With comments it is too much for a link.');
    }
  }
  await redo();
  const written =
    (answers.report?.comments.length ?? 0) > 0 ||
    answers.report?.phrases !== undefined;
  openDialog('Share by link', [
    h(
      'p',
      {},
      answers.report
        ? 'The figures are in the link, with the names of groups and columns, after the #: that part is never sent to a server.'
        : 'The figures are in the link, after the #: that part is never sent to a server.',
    ),
    ...(written
      ? [
          h(
            'label',
            { class: 'check' },
            comments,
            'Include what people wrote (comments, phrases, cells left out)',
          ),
        ]
      : []),
    box.node,
    note,
  ]);
}
