// How all customers are made up, typed in by a person: a number for each group.
import { setText } from '../../shared/ui.ts';
import { h } from '../../widget/dom.ts';

export type Shares = { readonly [group: string]: number };

/** "12.5", "12,5", "12.5 %", "1 200"; NaN when it is none; 0 for nothing. */
export function readShare(text: string): number {
  const plain = text.replace(/[\s\u202f\u00a0%]/g, '').replace(',', '.');
  if (plain === '') return 0;
  return /^\d{1,15}(\.\d{1,15})?$/.test(plain) ? Number(plain) : Number.NaN;
}

export function mixFields(apply: (shares: Shares | null) => void) {
  const list = h('div', { class: 'mix-list' });
  const fault = h('p', { class: 'fault', role: 'status' });
  const sum = h('p', { class: 'help' });
  const button = h('button', { type: 'submit', class: 'tool' }, 'Compare');
  const node = h(
    'form',
    {
      class: 'mix',
      hidden: true,
      submit: (event: Event) => {
        event.preventDefault();
        send();
      },
    },
    list,
    sum,
    fault,
    h('div', { class: 'row' }, button),
  );
  let inputs: readonly (readonly [group: string, HTMLInputElement])[] = [];
  let key = '';

  function read(): Map<string, number> | null {
    const shares = new Map<string, number>();
    let fine = true;
    for (const [group, input] of inputs) {
      const share = readShare(input.value);
      input.setAttribute('aria-invalid', String(Number.isNaN(share)));
      if (Number.isNaN(share)) fine = false;
      else if (share > 0) shares.set(group, share);
    }
    setText(fault, fine ? '' : 'Numbers only, such as 40 or 12.5.');
    const all = [...shares.values()].reduce((one, other) => one + other, 0);
    setText(
      sum,
      all === 0
        ? 'Percent or heads: only the proportions count.'
        : `In all ${Number(all.toFixed(2))}. Percent or heads: only the proportions count.`,
    );
    return fine ? shares : null;
  }

  function send(): void {
    const shares = read();
    if (!shares) return;
    if (shares.size === 1) {
      setText(fault, 'Numbers for two groups at least.');
      return;
    }
    apply(shares.size === 0 ? null : Object.fromEntries(shares));
  }

  return {
    node,
    /** Other groups, or others' numbers; never under the caret. */
    update(groups: readonly string[], shares: Shares | null): void {
      node.hidden = groups.length === 0;
      const next = JSON.stringify(groups);
      if (next !== key) {
        key = next;
        inputs = groups.map((group) => [
          group,
          h('input', {
            type: 'text',
            inputmode: 'decimal',
            autocomplete: 'off',
            placeholder: '0',
            input: () => void read(),
          }),
        ]);
        list.replaceChildren(
          ...inputs.map(([group, input]) =>
            h(
              'label',
              { class: 'field' },
              h('span', { class: 'word' }, group === '' ? 'No value' : group),
              input,
            ),
          ),
        );
      }
      if (!list.contains(document.activeElement)) {
        for (const [group, input] of inputs) {
          const share = shares?.[group];
          if (shares) input.value = share === undefined ? '' : String(share);
          else if (next !== key) input.value = '';
        }
      }
      read();
    },
  };
}
