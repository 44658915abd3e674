// Who chose what: eleven bars that start at zero, or three where only the
// groups are known.
import { s, short } from '../../shared/svg.ts';
import { kSegments, segmentOf, whole } from '../words.ts';
import type { Estimate } from '../../engine/types.ts';
import { type Chart, line, makeCanvas, scale, words } from './canvas.ts';
import type { Figure } from './figure.ts';

const kHeight = 168;
const kTop = 20;
const kBase = 140;

export function distribution(
  estimate: Estimate,
  scores: readonly number[] | null,
): Figure {
  return {
    name: 'Distribution',
    says: kSegments
      .map(({ id, name }) => `${name} ${whole(estimate[id])}`)
      .join(', '),
    table: scores
      ? [
          ['Score', 'Segment', 'Answers'],
          ...scores.map((count, score) => [
            String(score),
            segmentOf(score),
            count,
          ]),
        ]
      : [
          ['Segment', 'Scores', 'Answers'],
          ...kSegments.map(({ id, name, scores: range }) => [
            name,
            range,
            estimate[id],
          ]),
        ],
    draw: (width, name) =>
      scores
        ? bars(
            width,
            name,
            scores.map((count, score) => ({
              count,
              segment: segmentOf(score),
              label: String(score),
            })),
          )
        : bars(
            width,
            name,
            kSegments.map(({ id, one, scores: range }) => ({
              count: estimate[id],
              segment: one,
              label: range,
            })),
          ),
  };
}

interface Bar {
  readonly count: number;
  readonly segment: 'detractor' | 'passive' | 'promoter';
  readonly label: string;
}

function bars(width: number, name: string, all: readonly Bar[]): Chart {
  const canvas = makeCanvas(width, kHeight, name);
  const most = Math.max(1, ...all.map(({ count }) => count));
  const height = scale(0, most, 0, kBase - kTop);
  const gap = all.length > 3 ? 4 : 12;
  // Segments stand a little apart.
  const apart = all.length > 3 ? 8 : 0;
  const room = (width - gap * (all.length - 1) - 2 * apart) / all.length;
  let x = 0;
  for (const [at, { count, segment, label }] of all.entries()) {
    if (at > 0) x += gap + (all[at - 1]?.segment === segment ? 0 : apart);
    const tall = count === 0 ? 0 : Math.max(2, height(count));
    const middle = x + room / 2;
    if (count > 0) {
      canvas.add(
        s('rect', {
          class: `mark-${segment}`,
          x: short(x),
          y: short(kBase - tall),
          width: short(room),
          height: short(tall),
          rx: 2,
          fill: canvas.fill(segment),
        }),
      );
      if (room > 7 * whole(count).length) {
        canvas.add(
          words(whole(count), {
            x: middle,
            y: kBase - tall - 6,
            class: 'chart-middle',
          }),
        );
      }
    }
    canvas.add(
      words(label, {
        x: middle,
        y: kBase + 19,
        class: 'chart-middle chart-quiet',
      }),
    );
    x += room;
  }
  canvas.add(line(0, kBase + 0.5, width, kBase + 0.5, 'chart-base'));
  return canvas;
}
