// What the page would tell the survey about its respondent.
import type { Problem, Trait } from '../../engine/types.ts';
import { h } from '../../widget/dom.ts';
import { setOptions } from '../../shared/ui.ts';

export type Traits = NonNullable<Problem['traits']>;

export function makeTraits(changed: () => void) {
  let values = new Map<string, Traits[string]>();
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
  let known: readonly Trait[] = [];
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
        value: String(values.get(name) ?? ''),
        input: () => set(input.value),
      });
      return input;
    }
    const select = h('select', { change: () => set(select.value) });
    setOptions(
      select,
      [['', 'not known'], ...choices.map((one) => [one, one] as const)],
      String(values.get(name) ?? ''),
    );
    return select;
  };

  const fill = (): void =>
    list.replaceChildren(
      ...known.map((trait) =>
        h(
          'label',
          { class: 'field' },
          h('span', {}, trait.name),
          control(trait),
        ),
      ),
    );

  return {
    node,
    values: (): Traits => Object.fromEntries(values),
    /** These and no others. */
    set(next: Traits): void {
      values = new Map(Object.entries(next));
      fill();
    },
    update(traits: readonly Trait[]): void {
      const next = JSON.stringify(traits);
      if (next === key) return;
      key = next;
      known = traits;
      const names = traits.map(({ name }) => name);
      for (const name of values.keys()) {
        if (!names.includes(name)) values.delete(name);
      }
      node.hidden = traits.length === 0;
      fill();
    },
  };
}
