// What it would take to know better, and what it would take to be better.
import { freshName, setText, setValue } from '../../shared/ui.ts';
import { h } from '../../widget/dom.ts';
import type { Goal, GoalMix } from '../../engine/types.ts';
import type { Figures } from '../figures.ts';
import type { Model, Store } from '../model.ts';
import { answers, percent, whole } from '../words.ts';
import { labelled, makeCard, type Part } from './card.ts';

const kMargins = [10, 5, 3, 2];

/** Where answers have weights, these cards are about people all the same. */
const onceWords = ({ answers: given }: Model): string =>
  given?.report?.unweighted
    ? ' Here each answer counts once, whatever its weight.'
    : '';

/** How many answers make the interval so narrow. */
export function marginCard(figures: Figures): Part<Model> {
  const card = makeCard('know', 'To know better');
  const body = h('tbody');
  card.body.append(
    h(
      'table',
      { class: 'twin' },
      h(
        'thead',
        {},
        h(
          'tr',
          {},
          h('th', { scope: 'col' }, 'Give or take'),
          h('th', { scope: 'col', class: 'number' }, 'Answers in all'),
          h('th', { scope: 'col', class: 'number' }, 'Still to come'),
        ),
      ),
      body,
    ),
  );
  return {
    node: card.node,
    update(model) {
      const { answers: given, confidence } = model;
      const found = given && figures.estimate(given.counts, confidence);
      card.show(!!found && found.n > 0 && !given.soFar);
      if (!given || !found || found.n === 0) return;
      const { low, high } = found;
      card.say(
        `Now it is ${whole(low ?? -100)} to ${whole(high ?? 100)}. If those who come answer like these, ${percent(confidence)} sure takes:${onceWords(model)}`,
      );
      body.replaceChildren(
        ...kMargins.map((margin) => {
          const size = figures.responsesFor(margin, given.counts, confidence);
          const more = size?.more ?? 0;
          return h(
            'tr',
            {},
            h('th', { scope: 'row' }, `±${margin} points`),
            h('td', { class: 'number' }, size ? whole(size.responses) : '–'),
            h(
              'td',
              { class: 'number' },
              size ? (more > 0 ? whole(more) : 'there') : '–',
            ),
          );
        }),
      );
    },
  };
}

const people = (count: number, one: string, many: string): string =>
  `${whole(count)} ${count === 1 ? one : many}`;

interface Way {
  readonly name: string;
  readonly count: (goal: Goal) => number | null;
  readonly takes: (count: number) => string;
  readonly none: string;
}

const kWays: readonly Way[] = [
  {
    name: 'New promoters',
    count: ({ promotersToWin }) => promotersToWin,
    takes: (n) => `${people(n, 'more answer', 'more answers')} of 9 or 10`,
    none: 'No number would do while others stay',
  },
  {
    name: 'Passives to promoters',
    count: ({ passivesToPromoters }) => passivesToPromoters,
    takes: (n) => people(n, 'passive', 'passives'),
    none: 'There are too few passives',
  },
  {
    name: 'Detractors to passives',
    count: ({ detractorsToPassives }) => detractorsToPassives,
    takes: (n) => people(n, 'detractor', 'detractors'),
    none: 'There are too few detractors',
  },
  {
    name: 'Detractors to promoters',
    count: ({ detractorsToPromoters }) => detractorsToPromoters,
    takes: (n) => people(n, 'detractor', 'detractors'),
    none: 'There are too few detractors',
  },
];

/** "3 passives to promoters and 1 detractor to passive: 5 points in all" */
function mixWords({
  passivesToPromoters: lifted,
  detractorsToPassives: calmed,
  detractorsToPromoters: won,
  raised,
}: GoalMix): string {
  const parts = [
    ...(lifted > 0
      ? [`${people(lifted, 'passive', 'passives')} to promoter`]
      : []),
    ...(calmed > 0
      ? [`${people(calmed, 'detractor', 'detractors')} to passive`]
      : []),
    ...(won > 0
      ? [`${people(won, 'detractor', 'detractors')} to promoter`]
      : []),
  ];
  return `The shortest way: ${parts.join(', ')}; ${people(raised, 'point', 'points')} of the 0–10 scale in all.`;
}

/** What gets the score to a goal, each way alone and together. */
export function goalCard(figures: Figures, store: Store): Part<Model> {
  const card = makeCard('goal', 'To reach a goal');
  const goal = h('input', {
    type: 'number',
    min: -100,
    max: 100,
    step: 1,
    inputmode: 'numeric',
    input: () => {
      const wanted = goal.valueAsNumber;
      const fine = Number.isInteger(wanted) && Math.abs(wanted) <= 100;
      goal.setAttribute('aria-invalid', String(!fine));
      setText(fault, fine ? '' : 'A whole number from −100 to 100.');
      if (fine) store.set({ goal: wanted });
    },
  });
  const fault = h('p', { class: 'fault', role: 'status' });
  const rows = h('dl', { class: 'ways' });
  const shortest = h('p', { class: 'fine' });
  card.body.append(
    labelled('Score that is wanted', goal),
    fault,
    rows,
    shortest,
  );
  return {
    node: card.node,
    update(model) {
      const { answers: given, goal: wanted, confidence } = model;
      const found = given && figures.estimate(given.counts, confidence);
      const ways = found && figures.goal(given.counts, wanted);
      card.show(!!ways && found.n > 0 && !given.soFar);
      if (!found || !ways || found.n === 0) return;
      if (document.activeElement !== goal) setValue(goal, String(wanted));
      card.say(
        (ways.reached
          ? `${whole(found.rounded ?? 0)} is there already. Set a higher goal.`
          : `Any one of these takes ${whole(found.rounded ?? 0)} to ${whole(wanted)}.`) +
          onceWords(model),
      );
      rows.hidden = ways.reached;
      setText(
        shortest,
        ways.cheapest && !ways.reached ? mixWords(ways.cheapest) : '',
      );
      rows.replaceChildren(
        ...kWays.map(({ name, count, takes, none }) => {
          const needed = count(ways);
          return h(
            'div',
            {},
            h('dt', {}, name),
            h(
              'dd',
              { class: needed === null ? 'quiet' : undefined },
              needed === null ? none : takes(needed),
            ),
          );
        }),
      );
    },
  };
}

interface Slider {
  readonly input: HTMLInputElement;
  readonly shown: HTMLOutputElement;
  readonly node: HTMLElement;
}

/** Sliders: what if so many were won over. */
export function whatIfCard(figures: Figures): Part<Model> {
  const card = makeCard('what-if', 'What if');
  const result = h('output', { class: 'outcome' });
  let model: Model | null = null;
  const make = (words: string): Slider => {
    const id = freshName('slider');
    const shown = h('output', { class: 'slider-count', for: id });
    const input = h('input', {
      type: 'range',
      id,
      min: 0,
      value: 0,
      input: () => draw(),
    });
    const node = h(
      'div',
      { class: 'slider' },
      h('label', { class: 'word', for: id }, words),
      shown,
      input,
    );
    return { input, shown, node };
  };
  const calm = make('Detractors became passives');
  const lift = make('Passives became promoters');
  const win = make('New promoters answered');
  const sliders = [calm, lift, win];
  card.body.append(...sliders.map(({ node }) => node), result);

  function draw(): void {
    const given = model?.answers;
    if (!model || !given) return;
    const now = figures.estimate(given.counts, model.confidence);
    if (!now) return;
    const limit = ({ input }: Slider, most: number): void => {
      if (input.max !== String(most)) input.max = String(most);
      input.disabled = most === 0;
    };
    limit(calm, now.detractors);
    limit(lift, now.passives);
    limit(win, Math.max(10, now.n));
    for (const { input, shown } of sliders) {
      setText(shown, whole(input.valueAsNumber));
    }
    const [d, a, p] = sliders.map(({ input }) => input.valueAsNumber) as [
      number,
      number,
      number,
    ];
    const then = figures.estimate(
      {
        detractors: now.detractors - d,
        passives: now.passives + d - a,
        promoters: now.promoters + a + p,
      },
      model.confidence,
    );
    if (!then) return;
    setText(
      result,
      d + a + p === 0
        ? 'Move a slider to see the score that would be.'
        : `NPS ${whole(now.rounded ?? 0)} would be ${whole(then.rounded ?? 0)}, ${percent(then.confidence)} between ${whole(then.low ?? -100)} and ${whole(then.high ?? 100)}, ${answers(then.n)}.`,
    );
  }

  return {
    node: card.node,
    update(next) {
      if (next.answers?.counts !== model?.answers?.counts) {
        for (const { input } of sliders) input.value = '0';
      }
      model = next;
      const found =
        next.answers && figures.estimate(next.answers.counts, next.confidence);
      card.show(!!found && found.n > 0 && !next.answers?.soFar);
      card.say(onceWords(next).trim());
      draw();
    },
  };
}
