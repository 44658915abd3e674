// A survey to break: the engine reads it at every key, and names each fault.
import type { SurveyEngine } from '../engine/survey.ts';
import type { Fault } from '../engine/types.ts';
import { h } from '../widget/dom.ts';

type Rule = { readonly when?: object; readonly to: string };
type Step = { readonly [member: string]: unknown };

/** The follow-ups of a short survey, written out as one would in a file. */
const kGood: readonly Step[] = [
  {
    id: 'score',
    type: 'nps',
    text: 'Would you recommend us?',
    low: 'Not at all',
    high: 'Certainly',
    next: [
      { when: { score: { from: 0, to: 6 } }, to: 'sorry' },
      { when: { score: { from: 7, to: 8 } }, to: 'missing' },
      { to: 'loved' },
    ] satisfies Rule[],
  },
  { id: 'sorry', type: 'text', text: 'What went wrong?', next: 'thanks' },
  { id: 'missing', type: 'text', text: 'What is missing?', next: 'thanks' },
  { id: 'loved', type: 'text', text: 'What do you like?', next: 'thanks' },
  { id: 'thanks', type: 'end', text: 'Thank you.' },
];

/** Ways to break it, each a mistake that is easily made. */
const kFaults: readonly {
  readonly name: string;
  readonly put: (steps: readonly Step[]) => readonly Step[];
}[] = [
  {
    name: 'A misspelt step',
    put: (steps) => change(steps, 'missing', { next: 'thank' }),
  },
  {
    name: 'A circle',
    put: (steps) => change(steps, 'sorry', { next: 'score' }),
  },
  {
    name: 'An unsafe link',
    put: (steps) =>
      change(steps, 'thanks', {
        actions: [{ kind: 'link', text: 'More', url: 'javascript:alert(1)' }],
      }),
  },
  { name: 'None', put: (steps) => steps },
];

const change = (
  steps: readonly Step[],
  id: string,
  members: Step,
): readonly Step[] =>
  steps.map((step) => (step['id'] === id ? { ...step, ...members } : step));

export function drawFaultDemo(engine: SurveyEngine, place: HTMLElement): void {
  const code = h('textarea', {
    id: 'fault-code',
    spellcheck: 'false',
    autocomplete: 'off',
    autocapitalize: 'off',
    rows: 15,
  });
  const found = h('div', { class: 'found', role: 'status' });
  const show = (): void =>
    found.replaceChildren(...verdict(read(engine, code.value)));
  const choices = h(
    'fieldset',
    { class: 'choices' },
    h('legend', {}, 'Put in'),
  );
  for (const [at, { name, put }] of kFaults.entries()) {
    const input = h('input', {
      type: 'radio',
      name: 'fault',
      checked: at === 0,
      change: () => {
        code.value = written(put(kGood));
        show();
      },
    });
    choices.append(h('label', {}, input, name));
  }
  code.addEventListener('input', show);
  code.value = written(kFaults[0]?.put(kGood) ?? kGood);
  place.replaceChildren(
    choices,
    h('label', { for: 'fault-code', class: 'label' }, 'The steps of a survey'),
    code,
    found,
  );
  show();
}

/** JSON with one line for a step and one for a rule. */
function written(steps: readonly Step[]): string {
  const lines = steps.map((step) => {
    const { next, ...rest } = step;
    const pairs = Object.entries(rest).map(pair);
    const head = [pairs.slice(0, 3), pairs.slice(3)]
      .filter((line) => line.length > 0)
      .map((line) => line.join(', '))
      .join(',\n   ');
    if (next === undefined) return `  {${head}}`;
    if (typeof next === 'string')
      return `  {${head},\n   ${pair(['next', next])}}`;
    const rules = (next as readonly Rule[]).map((rule) => inline(rule));
    return `  {${head},\n   "next": [${rules.join(',\n            ')}]}`;
  });
  return `[\n${lines.join(',\n')}\n]`;
}

const pair = ([name, value]: [string, unknown]): string =>
  `"${name}": ${inline(value)}`;

function inline(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(inline).join(', ')}]`;
  return typeof value === 'object' && value !== null
    ? `{${Object.entries(value).map(pair).join(', ')}}`
    : JSON.stringify(value);
}

type Verdict =
  | { readonly kind: 'sound' }
  | { readonly kind: 'unreadable'; readonly message: string }
  | { readonly kind: 'faulty'; readonly faults: readonly Fault[] };

function read(engine: SurveyEngine, text: string): Verdict {
  let steps: unknown;
  try {
    steps = JSON.parse(text);
  } catch (error) {
    return { kind: 'unreadable', message: String(error) };
  }
  const reply = engine.load({
    format: 1,
    id: 'try',
    revision: 1,
    locale: 'en',
    subject: 'Acme',
    steps,
  });
  if (!reply.ok) return { kind: 'faulty', faults: reply.errors };
  engine.unload(reply.value);
  return { kind: 'sound' };
}

function verdict(read: Verdict): HTMLElement[] {
  switch (read.kind) {
    case 'sound':
      return [
        h(
          'p',
          { class: 'good' },
          'No fault. Every answer from 0 to 10 leads to an end.',
        ),
      ];
    case 'unreadable':
      return [h('p', { class: 'bad' }, 'This is not JSON yet: ', read.message)];
    case 'faulty':
      return [
        h(
          'p',
          { class: 'bad' },
          read.faults.length === 1
            ? 'One fault'
            : `${read.faults.length} faults`,
        ),
        h(
          'ul',
          {},
          ...read.faults.map(({ where, message }) =>
            h('li', {}, message, ' ', h('code', {}, where)),
          ),
        ),
      ];
  }
}
