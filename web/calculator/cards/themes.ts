// What people write about, ranked by what it costs in points, and the phrases
// that tell detractors from promoters.
import { h } from '../../widget/dom.ts';
import type { ReportPhrase, ReportTheme } from '../../engine/types.ts';
import { makeFigure } from '../charts/figure.ts';
import { impact } from '../charts/impact.ts';
import type { Model } from '../model.ts';
import { answers as answersWords, tenths, themeName, whole } from '../words.ts';
import { makeCard, type Part } from './card.ts';

const total = ({ counts }: ReportTheme): number =>
  counts.promoters + counts.passives + counts.detractors;

export function themesCard(): Part<Model> {
  const figure = makeFigure('themes');
  const card = makeCard('impact', 'What costs points', figure.tools);
  const foot = h(
    'p',
    { class: 'help' },
    'Points: the score of all less the score without those who mention it. A gain is the most that mending it could bring.',
  );
  card.body.append(figure.node, foot);
  return {
    node: card.node,
    update({ answers }) {
      const themes = (answers?.report?.themes ?? []).filter(
        (theme) => total(theme) > 0 && theme.impact !== null,
      );
      card.show(themes.length > 0);
      if (themes.length === 0) return;
      const ranked = themes.toSorted(
        (a, b) => (a.impact ?? 0) - (b.impact ?? 0),
      );
      const [worst] = ranked;
      const says =
        worst && (worst.impact ?? 0) < 0
          ? `${themeName(worst.id)} costs the most: ${tenths(worst.impact ?? 0)} points, mentioned in ${answersWords(total(worst))}.`
          : 'Nothing that people write about costs points.';
      card.say(says);
      figure.update({
        name: 'Themes by points',
        says,
        table: [
          [
            'Theme',
            'Mentions',
            'Points',
            'Gain if passives',
            'Gain if promoters',
            'Negative',
            'Neutral',
            'Positive',
          ],
          ...ranked.map((theme) => [
            themeName(theme.id),
            total(theme),
            theme.impact === null ? null : tenths(theme.impact),
            theme.gains.ifPassive === null
              ? null
              : tenths(theme.gains.ifPassive),
            theme.gains.ifPromoter === null
              ? null
              : tenths(theme.gains.ifPromoter),
            theme.sentiment.negative,
            theme.sentiment.neutral,
            theme.sentiment.positive,
          ]),
        ],
        draw: (width, name) =>
          impact(
            width,
            name,
            ranked.map((theme) => ({
              label: themeName(theme.id),
              n: total(theme),
              points: theme.impact ?? 0,
            })),
          ),
      });
    },
  };
}

const kPhrases = 10;

export function phrasesCard(): Part<Model> {
  const card = makeCard('phrases', 'Detractors say, promoters say');
  const side = (title: string) => {
    const list = h('tbody');
    const node = h(
      'div',
      {},
      h(
        'table',
        { class: 'twin' },
        h(
          'thead',
          {},
          h(
            'tr',
            {},
            h('th', { scope: 'col' }, title),
            h('th', { scope: 'col', class: 'number' }, 'Detractors'),
            h('th', { scope: 'col', class: 'number' }, 'Promoters'),
          ),
        ),
        list,
      ),
    );
    return {
      node,
      draw(phrases: readonly ReportPhrase[]): void {
        list.replaceChildren(
          ...phrases
            .slice(0, kPhrases)
            .map(({ text, detractors, promoters }) =>
              h(
                'tr',
                {},
                h('th', { scope: 'row' }, text),
                h('td', { class: 'number' }, whole(detractors)),
                h('td', { class: 'number' }, whole(promoters)),
              ),
            ),
        );
      },
    };
  };
  const bad = side('More from detractors');
  const good = side('More from promoters');
  card.body.append(h('div', { class: 'two' }, bad.node, good.node));
  return {
    node: card.node,
    update({ answers }) {
      const found = answers?.report?.phrases;
      const any =
        !!found && found.detractors.length + found.promoters.length > 0;
      card.show(any);
      if (!found || !any) return;
      card.say(
        `The words that tell them apart best (log-odds), of ${whole(found.detractorComments)} comments of detractors and ${whole(found.promoterComments)} of promoters${found.sampled ? ', a sample' : ''}.`,
      );
      bad.draw(found.detractors);
      good.draw(found.promoters);
    },
  };
}
