// The first thing to be read: the score, how sure it is, who chose what.
import { setText } from '../../shared/ui.ts';
import { h } from '../../widget/dom.ts';
import { distribution } from '../charts/distribution.ts';
import { makeFigure } from '../charts/figure.ts';
import type { Figures } from '../figures.ts';
import { type Model, scoresOf } from '../model.ts';
import {
  answers,
  between,
  headline,
  kSegments,
  percent,
  whole,
} from '../words.ts';
import { makeCard, type Part } from './card.ts';

export function headlineCard(figures: Figures): Part<Model> {
  const figure = makeFigure('distribution');
  const card = makeCard('headline', 'Net Promoter Score', figure.tools);
  const number = h('p', { class: 'number', 'aria-hidden': true });
  const sure = h('p', { class: 'sure', 'aria-hidden': true });
  // One sentence for those who listen, said once it is final.
  const said = h('p', { class: 'hidden', role: 'status' });
  const few = h('p', { class: 'flag', hidden: true });
  const track = h('div', { class: 'track', 'aria-hidden': true });
  const band = h('span', { class: 'band' });
  const dot = h('span', { class: 'here' });
  const ends = h(
    'div',
    { class: 'ends', 'aria-hidden': true },
    ...['\u2212100', '0', '100'].map((end) => h('span', {}, end)),
  );
  track.append(band, dot);
  const legend = h('dl', { class: 'segments' });
  card.body.append(
    h(
      'div',
      { class: 'headline-columns' },
      h(
        'div',
        {},
        number,
        sure,
        said,
        few,
        h('div', { class: 'line-box' }, track, ends),
      ),
      h('div', {}, figure.node, legend),
    ),
  );

  return {
    node: card.node,
    update({ answers: given, confidence }) {
      const found =
        given?.report?.estimate ??
        (given && figures.estimate(given.counts, confidence));
      const none = !given || !found || found.rounded === null;
      card.show(!none);
      if (none) {
        setText(said, '');
        return;
      }
      const { low, high, rounded, n, nps } = found;
      setText(number, `NPS ${whole(rounded ?? 0)}`);
      setText(
        sure,
        `${percent(found.confidence)} between ${between(low ?? -100, high ?? 100)}, ${answers(n)}`,
      );
      if (!given.soFar) setText(said, headline(found));
      few.hidden = !found.smallSample;
      setText(few, 'Fewer than 30 answers: one person moves the score a lot.');
      card.say(
        given.soFar ? `${given.name}: what has been read so far` : given.name,
      );
      const place = (points: number): string => `${(points + 100) / 2}%`;
      band.style.setProperty('inset-inline-start', place(low ?? -100));
      band.style.setProperty('inset-inline-end', place(-(high ?? 100)));
      dot.style.setProperty('inset-inline-start', place(nps ?? 0));
      figure.update(distribution(found, scoresOf(given.counts)));
      const shares = found.shares ?? [];
      const byId = {
        promoters: shares[0],
        passives: shares[1],
        detractors: shares[2],
      };
      legend.replaceChildren(
        ...kSegments.map(({ id, one, name, scores }) =>
          h(
            'div',
            {},
            h('dt', {}, h('span', { class: `swatch ${one}` }), name),
            h(
              'dd',
              {},
              h('strong', {}, `${byId[id] ?? 0} %`),
              h('span', { class: 'quiet' }, ` ${whole(found[id])}`),
              h('span', { class: 'quiet range' }, ` · ${scores}`),
            ),
          ),
        ),
      );
    },
  };
}
