// Two sets of answers: has the score changed, or is it noise, and how many
// answers would show it.
import { tool } from '../../shared/ui.ts';
import { h } from '../../widget/dom.ts';
import { dots } from '../charts/dots.ts';
import { makeFigure } from '../charts/figure.ts';
import type { Figures } from '../figures.ts';
import { groupFields } from '../inputs/group_fields.ts';
import type { Model, Store } from '../model.ts';
import { percent, verdict, whole } from '../words.ts';
import { makeCard, type Part } from './card.ts';

export interface ChangeHooks {
  /** Reads another file as the earlier answers. */
  chooseFile(): void;
}

export function changeCard(
  figures: Figures,
  store: Store,
  hooks: ChangeHooks,
): Part<Model> {
  const figure = makeFigure('change');
  const card = makeCard('change', 'Change or noise', figure.tools);
  const fields = groupFields('Earlier answers', (counts) => {
    store.set({
      other: counts === null ? null : { name: '', counts },
    });
  });
  const keep = tool(
    'Keep these as the earlier ones',
    () => {
      const { answers } = store.get();
      if (!answers) return;
      store.set({ other: { name: answers.name, counts: answers.counts } });
    },
    { icon: 'copy', class: 'tool bordered' },
  );
  const file = tool('Earlier answers from a file', hooks.chooseFile, {
    icon: 'upload',
    class: 'tool bordered',
  });
  const clear = tool('Clear', () => store.set({ other: null }), {
    icon: 'close',
  });
  const outcome = h('div', { class: 'verdict', role: 'status' });
  const rest = h('ul', { class: 'facts' });
  card.body.append(
    fields.node,
    h('div', { class: 'row' }, keep, file, clear),
    outcome,
    figure.node,
    rest,
  );

  return {
    node: card.node,
    update({ answers: given, other, confidence }) {
      const after = given && figures.estimate(given.counts, confidence);
      card.show(!!after && after.n > 0 && !given.soFar);
      if (!given || !after || after.n === 0) return;
      const before = other && figures.estimate(other.counts, confidence);
      fields.set(before);
      clear.hidden = other === null;
      const comparison =
        other && figures.compare(other.counts, given.counts, confidence);
      const found = comparison && verdict(comparison);
      const ready = !!(before && comparison && found);
      figure.node.hidden = !ready;
      figure.tools.hidden = !ready;
      rest.hidden = !ready;
      if (!other || !before || !comparison || !found) {
        card.say(
          'Type the earlier counts, or keep the ones above and then change them.',
        );
        outcome.replaceChildren();
        return;
      }
      card.say('');
      outcome.className = `verdict ${found.kind}`;
      outcome.replaceChildren(
        h('strong', {}, found.title),
        h('span', {}, found.text),
      );
      const sides = [
        {
          name: other.name === '' ? 'Earlier' : `Earlier: ${other.name}`,
          estimate: before,
        },
        { name: `Now: ${given.name}`, estimate: after },
      ];
      figure.update({
        name: 'Earlier and now',
        says: `${found.title}: ${found.text}`,
        table: [
          ['Answers', 'n', 'NPS', 'Low', 'High'],
          ...sides.map(({ name, estimate: { n, nps, low, high } }) => [
            name,
            n,
            nps,
            low,
            high,
          ]),
        ],
        draw: (width, name) =>
          dots(
            width,
            name,
            sides.map(({ name: label, estimate }) => ({
              label,
              n: estimate.n,
              nps: estimate.nps,
              low: estimate.low,
              high: estimate.high,
              certain: comparison.significant === true,
            })),
            null,
          ),
      });
      rest.replaceChildren(
        ...facts(
          figures,
          before,
          after,
          comparison.change ?? 0,
          confidence,
        ).map((text) => h('li', {}, text)),
      );
    },
  };
}

type Side = NonNullable<ReturnType<Figures['estimate']>>;

function facts(
  figures: Figures,
  before: Side,
  after: Side,
  change: number,
  confidence: number,
): string[] {
  const sure = `${percent(confidence)} sure, 4 times in 5`;
  const seen = figures.detectable(before, after, confidence);
  const size = Math.abs(change);
  const needed =
    size > 0
      ? figures.responsesForChange(size, before, after, confidence)
      : null;
  return [
    ...(seen === null
      ? []
      : [
          `With so many answers, a change of ${whole(Math.ceil(seen))} points or more would be noticed (${sure}).`,
        ]),
    ...(needed === null
      ? []
      : [
          `To show a change as small as this one takes ${whole(needed)} answers in each set (${sure}).`,
        ]),
  ];
}
