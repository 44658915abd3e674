// The drafts on this device: open, rename, duplicate, delete with a way back.
import { h } from '../../widget/dom.ts';
import { readJson } from '../document/json.ts';
import { stepsOf } from '../document/survey.ts';
import type { Drafts } from '../drafts/drafts.ts';
import { tool } from '../../shared/ui.ts';
import { openDialog } from '../../shared/dialog.ts';

const when = new Intl.DateTimeFormat('en', {
  dateStyle: 'medium',
  timeStyle: 'short',
});

export async function openDraftsDialog(
  drafts: Drafts,
  toast: (text: string, act?: readonly [string, () => void]) => void,
  create: () => void,
): Promise<void> {
  const list = h('ul', { class: 'drafts-list' });
  const dialog = openDialog('Drafts', [
    h(
      'p',
      { class: 'quiet' },
      drafts.keeping() === 'memory'
        ? 'This browser keeps nothing here: drafts last as long as the page. Export what you need.'
        : 'They are kept in this browser, on this device, and nowhere else.',
    ),
    list,
    tool(
      'New draft',
      () => {
        dialog.close();
        create();
      },
      { icon: 'add', class: 'tool' },
    ),
  ]);

  async function fill(): Promise<void> {
    const open = drafts.open();
    const stored = await drafts.list();
    const all = stored.some(({ id }) => id === open.id)
      ? stored
      : [open, ...stored];
    list.replaceChildren(
      ...all.map((draft) => {
        const here = draft.id === open.id;
        const count = stepsOf(readJson(draft.text).value).length;
        const name = h('input', {
          type: 'text',
          'aria-label': 'Name of the draft',
          value: draft.name,
          maxlength: 120,
          change: () =>
            void drafts.rename(draft.id, name.value.trim() || draft.name),
        });
        return h(
          'li',
          { class: here ? 'here' : '' },
          h(
            'div',
            { class: 'draft-words' },
            name,
            h(
              'span',
              { class: 'quiet' },
              `${count} step${count === 1 ? '' : 's'}, changed ${when.format(draft.changed)}${draft.saved ? ', has a saved revision' : ''}`,
            ),
          ),
          here
            ? h('span', { class: 'here-mark' }, 'Open')
            : tool(
                'Open',
                async () => {
                  dialog.close();
                  await drafts.show(draft.id);
                },
                { 'aria-label': `Open ${draft.name}` },
              ),
          tool(
            `Duplicate ${draft.name}`,
            async () => {
              await drafts.duplicate(draft.id);
              await fill();
            },
            { icon: 'copy', bare: true },
          ),
          tool(
            `Delete ${draft.name}`,
            async () => {
              const back = await drafts.remove(draft.id);
              toast(`Deleted “${draft.name}”.`, [
                'Undo',
                () =>
                  void back().then(async () => {
                    if (dialog.node.open) await fill();
                  }),
              ]);
              await fill();
            },
            { icon: 'remove', bare: true },
          ),
        );
      }),
    );
  }
  await fill();
}
