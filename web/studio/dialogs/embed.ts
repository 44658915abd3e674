// What goes into the page of a site, for the ways sites are made.
import { h } from '../../widget/dom.ts';
import { setOptions } from '../../shared/ui.ts';
import { copyBox, openDialog } from '../../shared/dialog.ts';
import { kTargets, type Wanted } from './embed_code.ts';

export function openEmbed(
  survey: { readonly id: string; readonly text: string },
  faults: number,
  save: () => void,
  say: (text: string) => void,
): void {
  let target = kTargets[0]?.id ?? 'html';
  const wanted: { -readonly [K in keyof Wanted]: Wanted[K] } = {
    id: survey.id,
    text: survey.text,
    inside: false,
    endpoint: '/v1/responses',
  };
  const box = copyBox('Code for the page', '', (done) => {
    if (done) say('Copied');
  });
  const notes = h('ol', { class: 'embed-notes' });
  const show = (): void => {
    const found = kTargets.find(({ id }) => id === target);
    if (!found) return;
    box.set(found.code(wanted));
    notes.replaceChildren(
      ...found.notes(wanted).map((note) => h('li', {}, note)),
    );
    file.hidden = wanted.inside;
  };
  const where = h('select', {
    change: () => {
      wanted.inside = where.value === 'inside';
      show();
    },
  });
  setOptions(
    where,
    [
      ['file', 'is a file of its own'],
      ['inside', 'stands in the page'],
    ],
    'file',
  );
  const endpoint = h('input', {
    type: 'text',
    value: wanted.endpoint,
    spellcheck: 'false',
    placeholder: 'nothing is sent',
    input: () => {
      wanted.endpoint = endpoint.value.trim();
      show();
    },
  });
  const file = h(
    'button',
    { type: 'button', class: 'link', click: save },
    `Save ${survey.id}.json`,
  );
  const choose = h(
    'fieldset',
    { class: 'choices' },
    h('legend', {}, 'For'),
    ...kTargets.map(({ id, name }) =>
      h(
        'label',
        {},
        h('input', {
          type: 'radio',
          name: 'embed-target',
          checked: id === target,
          change: () => {
            target = id;
            show();
          },
        }),
        name,
      ),
    ),
  );
  openDialog(
    'Put it into a page',
    [
      ...(faults
        ? [
            h(
              'p',
              { class: 'banner' },
              `The survey still has ${faults} error${faults === 1 ? '' : 's'}: it would not be shown.`,
            ),
          ]
        : []),
      choose,
      h(
        'div',
        { class: 'embed-fields' },
        h('label', { class: 'field' }, h('span', {}, 'The survey'), where),
        h(
          'label',
          { class: 'field' },
          h('span', {}, 'Answers go to'),
          endpoint,
        ),
      ),
      box.node,
      notes,
      file,
    ],
    'wide',
  );
  show();
}
