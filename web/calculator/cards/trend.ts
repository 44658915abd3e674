// The score over time, wave by wave.
import { h } from '../../widget/dom.ts';
import type { Waves } from '../../engine/types.ts';
import { makeFigure } from '../charts/figure.ts';
import { trend } from '../charts/trend.ts';
import type { Model } from '../model.ts';
import { chance, signed, tenths, verdict, whole } from '../words.ts';
import { makeCard, type Part } from './card.ts';

const kPeriods: { readonly [every: string]: string } = {
  month: 'a month',
  week: 'a week',
  quarter: 'a quarter',
};

/** Whether there is a way up or down in all of them. */
function trendWords({ every, trend: { slope, p } }: Waves): string {
  if (slope === null || p === null) return '';
  const period = kPeriods[every] ?? 'a period';
  return p < 0.05
    ? `The score goes ${slope > 0 ? 'up' : 'down'} by ${tenths(Math.abs(slope)).replace('+', '')} points ${period} (${chance(p)}).`
    : `No trend that could not be noise (${tenths(slope)} points ${period}, ${chance(p)}).`;
}

export function trendCard(): Part<Model> {
  const figure = makeFigure('trend');
  const card = makeCard('trend', 'Over time', figure.tools);
  const last = h('p', { class: 'fine' });
  card.body.append(figure.node, last);
  return {
    node: card.node,
    update({ answers }) {
      const waves = answers?.report?.waves;
      const list = waves?.list ?? [];
      card.show(list.length > 1);
      if (!waves || list.length < 2) return;
      const says = trendWords(waves);
      card.say(says);
      figure.update({
        name: 'Score over time',
        says,
        table: [
          ['Wave', 'n', 'NPS', 'Low', 'High', 'Change', 'p'],
          ...list.map(({ name, estimate, change }) => [
            name,
            estimate.n,
            estimate.nps,
            estimate.low,
            estimate.high,
            change?.change == null ? null : signed(change.change),
            change?.p == null ? null : chance(change.p),
          ]),
        ],
        draw: (width, name) => trend(width, name, list),
      });
      const newest = list.at(-1);
      const found = newest?.change ? verdict(newest.change) : null;
      last.textContent =
        newest && found
          ? `${newest.name} against the wave before: ${found.title.toLowerCase()}. ${found.text}${waves.undated > 0 ? ` ${whole(waves.undated)} answers have no date.` : ''}`
          : '';
    },
  };
}
