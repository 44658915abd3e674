// What an answer does to the score, before anything is sent: a sentence, and
// a scale from -100 to 100 with the score before, after, and its interval.
import type { Preview } from '../../engine/types.ts';
import { h } from '../dom.ts';
import { M, type Say } from '../messages.ts';

/** Thanks by segment, or the score before and after; its sentence first. */
export function drawPreview(
  { segment, before, after }: Preview,
  kind: 'segment' | 'score',
  say: Say,
  number: (value: number) => string,
): [sentence: string, ...nodes: Node[]] {
  const place = ['detractor', 'passive', 'promoter'].indexOf(segment);
  const name = say(M.detractor + place);
  const low = after.low ?? 0;
  const high = after.high ?? 0;
  // The first answer of all has nothing to be compared with.
  const text =
    kind === 'segment' || before?.rounded == null
      ? say(M.thanks + place)
      : say(
          M.more,
          name,
          ...[before.rounded, after.rounded ?? 0, (high - low) / 2].map(
            (value) => number(Math.round(value)),
          ),
        );
  const sentence = h('p.sentence', {}, text);
  if (kind === 'segment') {
    sentence.prepend(h(`strong.chip.${segment}`, {}, name), ' ');
    return [text, sentence];
  }
  const mark = (kind: string, at: number, to = 0) =>
    h(`i.${kind}`, { '--at': at, '--to': to });
  return [
    text,
    h(
      `div.track.${segment}`,
      { 'aria-hidden': true },
      mark('zero', 0),
      mark('band', low, high),
      ...(before?.nps == null ? [] : [mark('before', before.nps)]),
      mark('after', after.nps ?? 0),
    ),
    h(
      'div.ends',
      { 'aria-hidden': true },
      ...[-100, 0, 100].map((value) => h('span', {}, number(value))),
    ),
    sentence,
  ];
}
