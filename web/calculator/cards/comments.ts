// What people wrote, filtered by theme, segment and score, the words that told
// the theme marked.
import { setOptions, setText, tool } from '../../shared/ui.ts';
import { h } from '../../widget/dom.ts';
import type { Mention, ReportComment } from '../../engine/types.ts';
import type { Model } from '../model.ts';
import {
  kSegments,
  segmentOf,
  sentimentName,
  themeName,
  whole,
} from '../words.ts';
import { labelled, makeCard, type Part } from './card.ts';

const kPage = 20;

/**
 * The text in pieces, those in a mention marked. Places are UTF-16 units, as
 * strings here count; what overlaps is marked once.
 */
export function markedPieces(
  text: string,
  mentions: readonly Mention[],
): { readonly text: string; readonly marked: boolean }[] {
  const pieces: { text: string; marked: boolean }[] = [];
  let at = 0;
  const sorted = mentions.toSorted((a, b) => a.start - b.start);
  for (const { start, end } of sorted) {
    const from = Math.max(start, at);
    const to = Math.min(end, text.length);
    if (to <= from) continue;
    if (from > at) pieces.push({ text: text.slice(at, from), marked: false });
    pieces.push({ text: text.slice(from, to), marked: true });
    at = to;
  }
  if (at < text.length) pieces.push({ text: text.slice(at), marked: false });
  return pieces;
}

export function commentsCard(): Part<Model> {
  const card = makeCard('comments', 'Comments');
  const theme = h('select', { change: () => first() });
  const segment = h('select', { change: () => first() });
  const score = h('select', { change: () => first() });
  const said = h('p', { class: 'help', role: 'status' });
  const list = h('ul', { class: 'comment-list' });
  const more = tool(
    'Show more',
    () => {
      shown += kPage;
      draw();
    },
    { class: 'tool bordered' },
  );
  card.body.append(
    h(
      'div',
      { class: 'menus' },
      labelled('Theme', theme),
      labelled('Segment', segment),
      labelled('Score', score),
    ),
    said,
    list,
    h('div', {}, more),
  );
  setOptions(
    segment,
    [['', 'All'], ...kSegments.map(({ one, name }) => [one, name] as const)],
    '',
  );
  setOptions(
    score,
    [
      ['', 'All'],
      ...Array.from({ length: 11 }, (_, n) => [`${n}`, `${n}`] as const),
    ],
    '',
  );
  let all: readonly ReportComment[] = [];
  let commented = 0;
  let shown = kPage;

  function first(): void {
    shown = kPage;
    draw();
  }

  function draw(): void {
    const chosen = all.filter(
      (one) =>
        (theme.value === '' ||
          one.themes.some(({ id }) => id === theme.value)) &&
        (segment.value === '' || segmentOf(one.score) === segment.value) &&
        (score.value === '' || String(one.score) === score.value),
    );
    const of =
      all.length < commented ? ` of the first ${whole(all.length)}` : '';
    setText(
      said,
      chosen.length === 0
        ? 'No comment is like that. Choose “All” in one of the menus.'
        : `${whole(chosen.length)} ${chosen.length === 1 ? 'comment' : 'comments'}${of}.`,
    );
    list.replaceChildren(
      ...chosen.slice(0, shown).map((one) => commentItem(one, theme.value)),
    );
    more.hidden = chosen.length <= shown;
  }

  return {
    node: card.node,
    update({ answers }) {
      const report = answers?.soFar ? null : (answers?.report ?? null);
      card.show((report?.comments.length ?? 0) > 0);
      if (!report || report.comments === all) return;
      all = report.comments;
      commented = report.commented;
      const ids = [
        ...new Set(all.flatMap(({ themes }) => themes.map(({ id }) => id))),
      ];
      const options = ids
        .map((id) => [id, themeName(id)] as const)
        .toSorted((a, b) => a[1].localeCompare(b[1], 'en'));
      setOptions(theme, [['', 'All'], ...options], '');
      first();
    },
  };
}

function commentItem(
  { score, text, themes, sentiment, line }: ReportComment,
  theme: string,
): HTMLElement {
  const segment = segmentOf(score);
  const fired = themes
    .filter(({ id }) => theme === '' || id === theme)
    .flatMap(({ mentions }) => mentions);
  return h(
    'li',
    {},
    h(
      'span',
      { class: `score-mark ${segment}`, title: segment },
      h('span', { class: 'hidden' }, `${segment}, score `),
      String(score),
    ),
    h(
      'div',
      {},
      h(
        'p',
        { dir: 'auto' },
        ...markedPieces(text, fired).map((piece) =>
          piece.marked ? h('mark', {}, piece.text) : piece.text,
        ),
      ),
      h(
        'p',
        { class: 'help' },
        [
          `line ${whole(line)}`,
          sentimentName(sentiment).toLowerCase(),
          ...themes.map(({ id }) => themeName(id)),
        ].join(' · '),
      ),
    ),
  );
}
