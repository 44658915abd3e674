// The same people asked twice: who moved where.
import { h } from '../../widget/dom.ts';
import { makeFigure } from '../charts/figure.ts';
import { matrix } from '../charts/matrix.ts';
import type { Model } from '../model.ts';
import { chance, kSegments, percent, signed, whole } from '../words.ts';
import { makeCard, type Part } from './card.ts';

export function movementCard(): Part<Model> {
  const figure = makeFigure('movement');
  const card = makeCard('movement', 'Who moved', figure.tools);
  const facts = h('ul', { class: 'facts' });
  card.body.append(figure.node, facts);
  return {
    node: card.node,
    update({ answers }) {
      const found = answers?.report?.movement;
      const n = found?.movement.n ?? 0;
      card.show(n > 0);
      if (!found || n === 0) return;
      const { movement, transitions, from, to, sampled } = found;
      const says = `${whole(n)} people answered in ${from} and in ${to}: ${whole(movement.improved)} moved up, ${whole(movement.worsened)} down, ${whole(movement.unchanged)} stayed.`;
      card.say(says);
      figure.update({
        name: `Movement from ${from} to ${to}`,
        says,
        table: [
          [`${from} \\ ${to}`, ...kSegments.map(({ name }) => name)],
          ...kSegments.map(({ name }, at) => [
            name,
            ...(transitions[at] ?? []),
          ]),
        ],
        draw: (width, name) =>
          matrix(width, name, transitions, { before: from, after: to }),
      });
      const { change, p, recoveryRate, detractorsBefore, recovered } = movement;
      facts.replaceChildren(
        ...[
          change === null || p === null
            ? ''
            : `Their score changed by ${signed(change)} points (${chance(p)}).`,
          recoveryRate === null
            ? ''
            : `${whole(recovered)} of ${whole(detractorsBefore)} detractors were won back (${percent(recoveryRate)}, 95 % between ${percent(movement.recoveryLow ?? 0)} and ${percent(movement.recoveryHigh ?? 1)}).`,
          sampled ? 'Of so many people, this is a sample.' : '',
        ]
          .filter((text) => text !== '')
          .map((text) => h('li', {}, text)),
      );
    },
  };
}
