// Who is made up: how many, of what score, how patient.
import type { Estimate, Reply } from '../../engine/types.ts';
import { h } from '../../widget/dom.ts';

export interface Mix {
  readonly scores: readonly number[];
  readonly dropOff: number;
  readonly skip: number;
  readonly textAnswered: number;
  readonly contactGiven: number;
}

export interface Wish {
  readonly respondents: number;
  readonly seed: number;
  readonly mix: Mix;
}

export interface ScorePreset {
  readonly name: string;
  /** Weights of 0 to 10; only their ratio counts. */
  readonly scores: readonly number[];
}

/** Spreads to begin with; conventions for trying out, not measurements. */
export const kPresets: readonly ScorePreset[] = [
  { name: 'Typical', scores: [2, 1, 1, 2, 2, 6, 6, 12, 18, 20, 30] },
  { name: 'Happy', scores: [1, 0, 0, 1, 1, 2, 2, 8, 15, 25, 45] },
  { name: 'Unhappy', scores: [14, 4, 6, 7, 6, 12, 9, 13, 11, 8, 10] },
  { name: 'Even', scores: [10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10] },
];

const kRespondents = [1_000, 10_000, 100_000, 1_000_000, 10_000_000];
const kMostWeight = 50;

type Habit = Exclude<keyof Mix, 'scores'>;
const kHabits: readonly {
  readonly habit: Habit;
  readonly name: string;
  readonly share: number;
  readonly most: number;
}[] = [
  { habit: 'dropOff', name: 'Leave at a step', share: 0.03, most: 0.3 },
  { habit: 'skip', name: 'Skip what may be skipped', share: 0.3, most: 1 },
  { habit: 'textAnswered', name: 'Write a comment', share: 0.4, most: 1 },
  { habit: 'contactGiven', name: 'Leave a contact', share: 0.2, most: 1 },
];

const segmentAt = (score: number): string =>
  score <= 6 ? 'detractor' : score <= 8 ? 'passive' : 'promoter';

export interface SimulationForm {
  readonly element: HTMLElement;
  wish(): Wish;
}

/** `estimate` says what score the weights make. */
export function simulationForm(
  estimate: (scores: readonly number[]) => Reply<Estimate>,
  changed: () => void,
): SimulationForm {
  const respondents = h(
    'select',
    { change: changed },
    ...kRespondents.map((count) =>
      h(
        'option',
        { value: count, selected: count === 100_000 },
        count.toLocaleString('en'),
      ),
    ),
  );
  const seed = h('input', {
    type: 'number',
    min: 0,
    max: 999_999_999,
    step: 1,
    value: 1,
    input: changed,
  });
  const scores = scoreSliders(estimate, changed);
  const habits = kHabits.map((habit) => habitSlider(habit, changed));
  const field = (name: string, control: HTMLElement) =>
    h('label', { class: 'field' }, h('span', {}, name), control);
  const element = h(
    'div',
    { class: 'simulation-form' },
    h(
      'div',
      { class: 'simulation-who' },
      field('Respondents', respondents),
      field('Seed', seed),
    ),
    scores.element,
    h(
      'fieldset',
      { class: 'simulation-habits' },
      h('legend', {}, 'Habits'),
      ...habits.map((habit) => habit.element),
    ),
  );
  return {
    element,
    wish: () => ({
      respondents: Number(respondents.value),
      seed: Math.max(
        0,
        Math.min(999_999_999, Math.trunc(seed.valueAsNumber || 0)),
      ),
      mix: {
        scores: scores.value(),
        ...(Object.fromEntries(
          habits.map(({ habit, value }) => [habit, value()]),
        ) as Record<Habit, number>),
      },
    }),
  };
}

function habitSlider(
  { habit, name, share, most }: (typeof kHabits)[number],
  changed: () => void,
) {
  const output = h('output');
  const show = () => {
    output.textContent = `${input.value} %`;
  };
  const input: HTMLInputElement = h('input', {
    type: 'range',
    min: 0,
    max: Math.round(most * 100),
    step: 1,
    value: Math.round(share * 100),
    input: () => {
      show();
      changed();
    },
  });
  show();
  const element = h('label', {}, h('span', {}, name), input, output);
  return { habit, element, value: () => Number(input.value) / 100 };
}

function scoreSliders(
  estimate: (scores: readonly number[]) => Reply<Estimate>,
  changed: () => void,
) {
  const nps = h('output', { class: 'simulation-nps' });
  const inputs: HTMLInputElement[] = [];
  const value = () => inputs.map((input) => Number(input.value));
  const buttons = kPresets.map(({ name, scores }) =>
    h(
      'button',
      {
        type: 'button',
        class: 'tool',
        'aria-pressed': 'false',
        click: () => {
          for (const [at, input] of inputs.entries()) {
            input.value = String(scores[at] ?? 0);
          }
          show();
          changed();
        },
      },
      name,
    ),
  );
  const show = () => {
    const now = value();
    for (const [at, { scores }] of kPresets.entries()) {
      const same = scores.every((weight, score) => weight === now[score]);
      buttons[at]?.setAttribute('aria-pressed', String(same));
    }
    for (const input of inputs) {
      const share = Number(input.value) / kMostWeight;
      input.style.setProperty('--share', String(share));
    }
    const reply = estimate(now);
    const score = reply.ok ? reply.value.rounded : null;
    nps.textContent =
      score === null ? 'Nobody' : `Score ${String(score).replace('-', '−')}`;
  };
  const columns = Array.from({ length: 11 }, (_, score) => {
    const input = h('input', {
      type: 'range',
      min: 0,
      max: kMostWeight,
      step: 1,
      class: `simulation-${segmentAt(score)}`,
      'aria-label': `How many give ${score}`,
      'aria-orientation': 'vertical',
      input: () => {
        show();
        changed();
      },
    });
    input.value = String(kPresets[0]?.scores[score] ?? 0);
    inputs.push(input);
    return h(
      'label',
      {},
      input,
      h('span', { 'aria-hidden': 'true' }, String(score)),
    );
  });
  show();
  const element = h(
    'fieldset',
    { class: 'simulation-scores' },
    h('legend', {}, 'Scores they give'),
    h('div', { class: 'simulation-presets' }, ...buttons, nps),
    h('div', { class: 'simulation-sliders' }, ...columns),
  );
  return { element, value };
}
