// Who moved where between two waves: nine fields, before downwards, after
// across; the darker, the more people.
import { s, short } from '../../shared/svg.ts';
import { kSegments, whole } from '../words.ts';
import { type Chart, makeCanvas, words } from './canvas.ts';

const kHead = 44;
const kSide = 92;
const kRow = 56;

export function matrix(
  width: number,
  name: string,
  counts: readonly (readonly number[])[],
  labels: { readonly before: string; readonly after: string },
): Chart {
  const canvas = makeCanvas(width, kHead + 3 * kRow + 8, name);
  const cell = Math.min(150, (width - kSide) / 3);
  const most = Math.max(1, ...counts.flat());
  canvas.add(
    words(`${labels.after} →`, { x: kSide, y: 13, class: 'chart-quiet' }),
    words(`${labels.before} ↓`, { x: 0, y: 35, class: 'chart-quiet' }),
  );
  for (const [at, { name: segment }] of kSegments.entries()) {
    canvas.add(
      words(cell < 84 ? `${segment.slice(0, 6)}.` : segment, {
        x: kSide + (at + 0.5) * cell,
        y: 35,
        class: 'chart-middle chart-label',
      }),
      words(segment, {
        x: 0,
        y: kHead + (at + 0.5) * kRow + 4.5,
        class: 'chart-label',
      }),
    );
    for (const [column, count] of (counts[at] ?? []).entries()) {
      const kind = column > at ? 'better' : column < at ? 'worse' : 'same';
      const box = s('rect', {
        class: `chart-cell ${kind}`,
        x: short(kSide + column * cell + 2),
        y: kHead + at * kRow + 2,
        width: short(cell - 4),
        height: kRow - 4,
        rx: 6,
        'fill-opacity': (0.08 + 0.32 * (count / most)).toFixed(3),
      });
      canvas.add(
        box,
        words(whole(count), {
          x: kSide + (column + 0.5) * cell,
          y: kHead + (at + 0.5) * kRow + 5,
          class: 'chart-middle chart-count',
        }),
      );
    }
  }
  return canvas;
}
