// Who differs: the score of each group, as dots with their intervals.
import { h } from '../../widget/dom.ts';
import type { Breakdown } from '../../engine/types.ts';
import { dots } from '../charts/dots.ts';
import { makeFigure } from '../charts/figure.ts';
import type { Model } from '../model.ts';
import { chance, signed, whole } from '../words.ts';
import { makeCard, type Part } from './card.ts';

const kCorrections: { readonly [of in Breakdown['adjustment']]: string } = {
  bonferroni: 'Bonferroni',
  holm: 'Holm',
  bh: 'Benjamini and Hochberg',
  by: 'Benjamini and Yekutieli',
};

/** One card for each column; made when a report first has it. */
export function breakdownCards(): Part<Model> {
  const node = h('div', { class: 'stack', hidden: true });
  const cards = new Map<string, ReturnType<typeof breakdownCard>>();
  return {
    node,
    update({ answers }) {
      const all = answers?.report?.breakdowns ?? [];
      node.hidden = all.length === 0;
      for (const [by, { card }] of cards) {
        card.show(all.some((one) => one.by === by));
      }
      for (const breakdown of all) {
        let card = cards.get(breakdown.by);
        if (!card) {
          card = breakdownCard(cards.size, breakdown.by);
          cards.set(breakdown.by, card);
          node.append(card.card.node);
        }
        card.card.show(true);
        card.draw(breakdown, answers?.report?.estimate.nps ?? null);
      }
    },
  };
}

function breakdownCard(at: number, by: string) {
  const figure = makeFigure(`by-${by.replace(/[^\p{L}\p{N}]+/gu, '-')}`);
  const card = makeCard(`breakdown-${at}`, `By ${by}`, figure.tools);
  const foot = h('p', { class: 'help' });
  card.body.append(figure.node, foot);
  return {
    card,
    draw({ groups, adjustment, otherGroups }: Breakdown, all: number | null) {
      const certain = groups.filter(({ significant }) => significant);
      const says =
        certain.length === 0
          ? 'No group differs from the rest by more than noise.'
          : `Different from the rest: ${certain
              .map(
                ({ name, difference }) =>
                  `${nameOf(name)} (${signed(difference?.change ?? 0)})`,
              )
              .join(', ')}.`;
      card.say(says);
      foot.textContent = `p is corrected for ${groups.length} comparisons (${kCorrections[adjustment]}). The dashed line is the score of all.${otherGroups > 0 ? ` ${whole(otherGroups)} smaller groups are not shown.` : ''}`;
      figure.update({
        name: `Score by ${by}`,
        says,
        table: [
          ['Group', 'n', 'NPS', 'Low', 'High', 'Difference', 'p'],
          ...groups.map(({ name, counts, estimate, difference, pAdjusted }) => [
            nameOf(name),
            counts.promoters + counts.passives + counts.detractors,
            estimate?.nps ?? null,
            estimate?.low ?? null,
            estimate?.high ?? null,
            difference?.change == null ? null : signed(difference.change),
            pAdjusted === null ? null : chance(pAdjusted),
          ]),
        ],
        draw: (width, name) =>
          dots(
            width,
            name,
            groups.map(({ name: label, counts, estimate, significant }) => ({
              label: nameOf(label),
              n: counts.promoters + counts.passives + counts.detractors,
              nps: estimate?.nps ?? null,
              low: estimate?.low ?? null,
              high: estimate?.high ?? null,
              certain: significant === true,
            })),
            all === null ? null : { at: all, label: 'all' },
          ),
      });
    },
  };
}

const nameOf = (name: string): string =>
  name === '' ? 'Without a value' : name;
