// The same shares with ever more answers: what changes is how sure one is.
import type { SurveyEngine } from '../engine/survey.ts';
import type { Counts, Estimate } from '../engine/types.ts';
import { h } from '../widget/dom.ts';
import { answers, onAxis, whole } from './numbers.ts';

/** 50, 30 and 20 in a hundred: a score of 30 at every multiple of ten. */
const counts = (n: number): Counts => ({
  promoters: n * 0.5,
  passives: n * 0.3,
  detractors: n * 0.2,
});

/** Stops of the slider: multiples of ten, about evenly spaced by ratio. */
const kStops = [
  10, 20, 30, 40, 50, 70, 100, 150, 200, 300, 400, 500, 700, 1000, 1500, 2000,
];
const kFirst = 4;
/** Rows to compare with. */
const kFixed = [10, 100, 1000];

export function drawIntervalDemo(
  engine: SurveyEngine,
  place: HTMLElement,
): void {
  const slider = h('input', {
    type: 'range',
    id: 'sample',
    min: 0,
    max: kStops.length - 1,
    value: kFirst,
  });
  const said = h('output', { for: 'sample' });
  const moving = row('moving');
  place.replaceChildren(
    h(
      'div',
      { class: 'field' },
      h('label', { for: 'sample' }, 'How many have answered'),
      slider,
    ),
    h('p', { class: 'outcome' }, said),
    h(
      'div',
      { class: 'intervals' },
      h(
        'div',
        { class: 'interval heads' },
        h('span', { class: 'size' }, 'Answers'),
        h('span'),
        h('span', { class: 'range' }, 'True score'),
      ),
      moving.node,
      ...kFixed.map((n) => {
        const fixed = row('fixed');
        fixed.draw(n, estimate(engine, n));
        return fixed.node;
      }),
      axis(),
    ),
  );

  const show = (): void => {
    const n = kStops[slider.valueAsNumber] ?? 10;
    const now = estimate(engine, n);
    moving.draw(n, now);
    said.textContent = `${answers(n)}: the score is ${whole(now.rounded ?? 0)}, the true one between ${whole(now.low ?? -100)} and ${whole(now.high ?? 100)}.`;
    slider.setAttribute('aria-valuetext', answers(n));
  };
  slider.addEventListener('input', show);
  show();
}

function estimate(engine: SurveyEngine, n: number): Estimate {
  const reply = engine.preview({ baseline: counts(n), score: 0 });
  if (!reply.ok || !reply.value.before) {
    throw new Error(`No estimate for ${n} answers.`);
  }
  return reply.value.before;
}

/** One sample size: its interval as a line, its score as a dot on it. */
function row(kind: string): {
  node: HTMLElement;
  draw: (n: number, estimate: Estimate) => void;
} {
  const size = h('span', { class: 'size' });
  const line = h('span', { class: 'line' });
  const dot = h('span', { class: 'dot' });
  const range = h('span', { class: 'range' });
  const node = h(
    'div',
    { class: `interval ${kind}` },
    size,
    h('span', { class: 'track', 'aria-hidden': 'true' }, line, dot),
    range,
  );
  return {
    node,
    draw(n, { nps, low, high }) {
      size.textContent = whole(n);
      line.style.insetInlineStart = onAxis(low ?? -100);
      line.style.insetInlineEnd = onAxis(-(high ?? 100));
      dot.style.insetInlineStart = onAxis(nps ?? 0);
      range.textContent = `${whole(low ?? -100)} to ${whole(high ?? 100)}`;
    },
  };
}

const axis = (): HTMLElement =>
  h(
    'div',
    { class: 'axis', 'aria-hidden': 'true' },
    ...[-100, 0, 100].map((end) => h('span', {}, whole(end))),
  );
