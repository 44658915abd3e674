// The running score: the number, how sure it is, and who chose what.
import type { Estimate } from '../engine/types.ts';
import { h, hidden } from '../widget/dom.ts';
import { answers, whole } from './numbers.ts';
import { kNoScores, type Scores } from './tally.ts';

export interface Running {
  readonly scores: Scores;
  /** Null while there is no answer. */
  readonly estimate: Estimate | null;
  /** What this visitor chose, once it has been sent. */
  readonly mine: number | null;
  /** A quiet sentence about where the figures come from, or ''. */
  readonly note: string;
}

const kSegments = [
  { id: 'detractor', name: 'Detractors', from: 0, to: 6 },
  { id: 'passive', name: 'Passives', from: 7, to: 8 },
  { id: 'promoter', name: 'Promoters', from: 9, to: 10 },
] as const;

const segmentOf = (score: number): string =>
  kSegments.find(({ to }) => score <= to)?.id ?? 'promoter';

/** Draws the panel into a place; the returned function draws it again. */
export function scorePanel(place: HTMLElement): (running: Running) => void {
  const number = h('p', { class: 'headline' });
  const words = h('p', { class: 'sureness' });
  const said = h('div', { role: 'status' }, number, words);
  const chart = new Distribution();
  const legend = h('dl', { class: 'segments' });
  const table = h('table');
  const note = h('p', { class: 'quiet note' });
  place.replaceChildren(
    said,
    chart.figure,
    legend,
    h('details', {}, h('summary', {}, 'The same as a table'), table),
    note,
  );
  return (running) => {
    number.textContent = headline(running);
    number.classList.toggle('empty', !running.estimate);
    words.textContent = sureness(running);
    chart.draw(running);
    legend.replaceChildren(...segments(running));
    table.replaceChildren(...rows(running.scores));
    note.textContent = running.note;
    note.hidden = running.note === '';
  };
}

function headline({ estimate }: Running): string {
  return estimate?.rounded == null ? 'No answers yet' : whole(estimate.rounded);
}

function sureness({ estimate, mine }: Running): string {
  if (!estimate || estimate.low === null || estimate.high === null) {
    return 'Give the first one, and the score appears here.';
  }
  const own = mine === null ? '' : `, your ${mine} among them`;
  const few = estimate.smallSample ? ': still few' : '';
  return `Between ${whole(estimate.low)} and ${whole(estimate.high)}, with 95 % confidence.\nFrom ${answers(estimate.n)}${own}${few}.`;
}

/** Eleven bars that start at zero, in three groups set apart by a gap. */
class Distribution {
  readonly figure: HTMLElement;
  #columns: { count: HTMLElement; bar: HTMLElement; column: HTMLElement }[] =
    [];

  constructor() {
    const plot = h('div', { class: 'bars', 'aria-hidden': 'true' });
    for (const score of kNoScores.keys()) {
      const count = h('span', { class: 'count' });
      const bar = h('span', { class: `bar ${segmentOf(score)}` });
      const column = h(
        'div',
        { class: `column ${segmentOf(score)}` },
        h('div', { class: 'shaft' }, count, bar),
        h('span', { class: 'tick' }, String(score)),
      );
      plot.append(column);
      this.#columns.push({ count, bar, column });
    }
    this.figure = h('figure', { class: 'distribution' }, plot);
  }

  draw({ scores, mine }: Running): void {
    const most = Math.max(...scores, 1);
    for (const [score, { count, bar, column }] of this.#columns.entries()) {
      const here = scores[score] ?? 0;
      count.textContent = here === 0 ? '' : whole(here);
      bar.style.height = `${(here / most) * 100}%`;
      bar.classList.toggle('none', here === 0);
      column.classList.toggle('mine', score === mine);
    }
  }
}

/** The three shares, which the engine rounds so that they add up to 100. */
function segments({ estimate }: Running): HTMLElement[] {
  const [promoters, passives, detractors] = estimate?.shares ?? [];
  const shares = [detractors, passives, promoters];
  return kSegments.map(({ id, name, from, to }, at) => {
    const share = shares[at];
    return h(
      'div',
      {},
      h('dt', {}, h('span', { class: `swatch ${id}` }), name),
      h(
        'dd',
        {},
        h('span', { class: 'range' }, `${from}–${to}`),
        share === undefined ? hidden(' no answers') : ` · ${share} %`,
      ),
    );
  });
}

function rows(scores: Scores): HTMLElement[] {
  const head = h(
    'thead',
    {},
    h(
      'tr',
      {},
      h('th', { scope: 'col' }, 'Score'),
      h('th', { scope: 'col' }, 'Segment'),
      h('th', { scope: 'col' }, 'Answers'),
    ),
  );
  const body = h('tbody');
  for (const [score, count] of scores.entries()) {
    const segment = kSegments.find(({ to }) => score <= to)?.name ?? '';
    body.append(
      h(
        'tr',
        {},
        h('th', { scope: 'row' }, String(score)),
        h('td', {}, segment),
        h('td', {}, whole(count)),
      ),
    );
  }
  return [head, body];
}
