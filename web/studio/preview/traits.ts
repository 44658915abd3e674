// What the page would tell the survey about its respondent.
import type { Trait } from '../../engine/types.ts';
import { h } from '../../widget/dom.ts';
import { setOptions } from '../../shared/ui.ts';

export function makeTraits(changed: () => void) {
  const values = new Map<string, string>();
  const list = h('div', { class: 'traits' });
  const node = h(
    'details',
    { class: 'menu', hidden: true },
    h('summary', { class: 'tool small' }, 'Traits'),
    h(
      'div',
      { class: 'menu-body' },
      h('p', { class: 'help' }, 'What the page knows about the respondent.'),
      list,
    ),
  );
  let key = '';

  const control = ({ name, values: choices }: Trait): HTMLElement => {
    const set = (value: string): void => {
      if (value) values.set(name, value);
      else values.delete(name);
      changed();
    };
    if (!choices) {
      const input = h('input', {
        type: 'text',
        value: values.get(name),
        input: () => set(input.value),
      });
      return input;
    }
    const select = h('select', { change: () => set(select.value) });
    setOptions(
      select,
      [['', 'not known'], ...choices.map((one) => [one, one] as const)],
      values.get(name) ?? '',
    );
    return select;
  };

  return {
    node,
    values: (): { readonly [name: string]: string } =>
      Object.fromEntries(values),
    update(traits: readonly Trait[]): void {
      const next = JSON.stringify(traits);
      if (next === key) return;
      key = next;
      const names = traits.map(({ name }) => name);
      for (const name of values.keys()) {
        if (!names.includes(name)) values.delete(name);
      }
      node.hidden = traits.length === 0;
      list.replaceChildren(
        ...traits.map((trait) =>
          h(
            'label',
            { class: 'field' },
            h('span', {}, trait.name),
            control(trait),
          ),
        ),
      );
    },
  };
}
