// What an answer does to the score, before anything is sent: a sentence, and
// a scale from -100 to 100 with the score before, after, and its interval.
import type { Preview } from '../../engine/types.ts';
import { h } from '../dom.ts';
import type { Say } from '../messages.ts';

const kThanks = {
  detractor: 'thankDetractor',
  passive: 'thankPassive',
  promoter: 'thankPromoter',
} as const;

/** The sentence: thanks by segment, or the score before and after. */
export function previewSentence(
  { segment, before, after }: Preview,
  kind: 'segment' | 'score',
  say: Say,
  number: (value: number) => string,
): string {
  // The first answer of all has nothing to be compared with.
  if (kind === 'segment' || before?.rounded == null) {
    return say(kThanks[segment]);
  }
  return say('more', {
    w: say(segment),
    a: number(before.rounded),
    b: number(after.rounded ?? 0),
    c: number(margin(after)),
  });
}

/** Half of the interval's width in whole points: "give or take". */
export const margin = (of: {
  readonly low: number | null;
  readonly high: number | null;
}): number => Math.round(((of.high ?? 0) - (of.low ?? 0)) / 2);

export function previewNodes(
  preview: Preview,
  kind: 'segment' | 'score',
  say: Say,
  number: (value: number) => string,
): Node[] {
  const { segment, before, after } = preview;
  const text = previewSentence(preview, kind, say, number);
  if (kind === 'segment') {
    return [
      h(
        'p',
        { class: 'sentence' },
        h('strong', { class: `chip ${segment}` }, say(segment)),
        ' ',
        text,
      ),
    ];
  }
  const mark = (name: string, at: number | null | undefined) => {
    const node = h('i', { class: name });
    node.style.setProperty('--at', String(at ?? 0));
    return node;
  };
  const band = mark('band', after.low);
  band.style.setProperty('--to', String(after.high));
  const track = h('div', { class: `track ${segment}`, 'aria-hidden': 'true' });
  track.append(
    mark('zero', 0),
    band,
    ...(before?.nps == null ? [] : [mark('before', before.nps)]),
    mark('after', after.nps),
  );
  const ends = h(
    'div',
    { class: 'ends', 'aria-hidden': 'true' },
    ...[-100, 0, 100].map((value) => h('span', {}, number(value))),
  );
  return [track, ends, h('p', { class: 'sentence' }, text)];
}
