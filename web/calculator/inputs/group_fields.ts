// Three numbers: promoters, passives, detractors.
import { setText, setValue } from '../../shared/ui.ts';
import { h } from '../../widget/dom.ts';
import type { SegmentTotals } from '../../engine/types.ts';

const kMost = 2 ** 53 - 1;

const kFields = [
  { id: 'promoters', words: 'Promoters', scores: '9–10' },
  { id: 'passives', words: 'Passives', scores: '7–8' },
  { id: 'detractors', words: 'Detractors', scores: '0–6' },
] as const;

/** A count as typed: digits, perhaps grouped; '' is none. Null: a fault. */
export function readCount(text: string): number | null {
  const digits = text.replace(/[\s\u202f\u00a0'’.,_]/g, '');
  if (digits === '') return 0;
  if (!/^\d+$/.test(digits) || /[.,]\d{1,2}$/.test(text.trim())) return null;
  const count = Number(digits);
  return count <= kMost ? count : null;
}

/** A row of number fields with one place for what is wrong. */
export function countFields(
  legend: string,
  labels: readonly { readonly words: string; readonly scores?: string }[],
  changed: (counts: readonly number[] | null) => void,
  look = '',
) {
  const fault = h('p', { class: 'fault', role: 'status' });
  const inputs = labels.map(({ words }) =>
    h('input', {
      type: 'text',
      inputmode: 'numeric',
      autocomplete: 'off',
      'aria-label': legend === '' ? words : `${legend}: ${words}`,
      placeholder: '0',
      input: () => read(),
    }),
  );
  const node = h(
    'fieldset',
    { class: `counts ${look}` },
    h('legend', { class: 'word' }, legend),
    ...labels.map(({ words, scores }, at) =>
      h(
        'div',
        { class: 'field' },
        h(
          'span',
          { class: 'word', 'aria-hidden': true },
          words,
          ...(scores ? [h('span', { class: 'scores' }, scores)] : []),
        ),
        inputs[at] as HTMLInputElement,
      ),
    ),
    fault,
  );

  function read(): void {
    const counts = inputs.map(({ value }) => readCount(value));
    for (const [at, input] of inputs.entries()) {
      input.setAttribute('aria-invalid', String(counts[at] === null));
    }
    const wrong = counts.includes(null);
    setText(fault, wrong ? 'Whole numbers only, such as 120.' : '');
    if (wrong) return;
    const good = counts as number[];
    const sum = good.reduce((all, count) => all + count, 0);
    if (sum > kMost) {
      setText(fault, 'That is more than can be counted exactly.');
      return;
    }
    changed(sum === 0 ? null : good);
  }

  return {
    node,
    /** Shows counts that came from elsewhere; never under the caret. */
    set(counts: readonly number[] | null): void {
      if (inputs.some((input) => input === document.activeElement)) return;
      for (const [at, input] of inputs.entries()) {
        setValue(input, counts ? String(counts[at] ?? 0) : '');
        input.setAttribute('aria-invalid', 'false');
      }
      setText(fault, '');
    },
    focus: () => inputs[0]?.focus(),
  };
}

/** The three of them. */
export function groupFields(
  legend: string,
  changed: (counts: SegmentTotals | null) => void,
) {
  const fields = countFields(
    legend,
    kFields,
    (counts) => {
      const [promoters = 0, passives = 0, detractors = 0] = counts ?? [];
      changed(counts && { promoters, passives, detractors });
    },
    'groups',
  );
  return {
    node: fields.node,
    focus: fields.focus,
    set: (counts: SegmentTotals | null): void =>
      fields.set(counts && kFields.map(({ id }) => counts[id])),
  };
}
