// What each theme costs or brings in points, on both sides of zero, ranked.
import { s, short } from '../../shared/svg.ts';
import { tenths, whole } from '../words.ts';
import { type Chart, cutTo, line, makeCanvas, scale, words } from './canvas.ts';

export interface Impact {
  readonly label: string;
  readonly n: number;
  readonly points: number;
}

export function impact(
  width: number,
  name: string,
  rows: readonly Impact[],
): Chart {
  const wide = width >= 480;
  const row = wide ? 28 : 44;
  const canvas = makeCanvas(width, rows.length * row + 4, name);
  const labelRoom = wide ? Math.min(240, width * 0.36) : 0;
  const most = Math.max(0.1, ...rows.map(({ points }) => Math.abs(points)));
  const x = scale(-most, most, labelRoom + 52, width - 52);
  const zero = x(0);
  for (const [at, { label, n, points }] of rows.entries()) {
    const top = at * row;
    const y = wide ? top + row / 2 : top + row - 13;
    const labelY = wide ? y + 4.5 : top + 16;
    const said = whole(n);
    const text = words(
      cutTo(label, wide ? labelRoom - 8 * said.length - 12 : width - 60),
      { x: 0, y: labelY, class: 'chart-label' },
    );
    text.append(s('title', {}, label));
    const end = x(points);
    canvas.add(
      text,
      words(said, {
        x: wide ? labelRoom : width,
        y: labelY,
        class: 'chart-end chart-quiet',
      }),
      s('rect', {
        class: points < 0 ? 'chart-cost' : 'chart-gain',
        x: short(Math.min(zero, end)),
        y: short(y - 7),
        width: short(Math.max(1, Math.abs(end - zero))),
        height: 14,
        rx: 2,
      }),
      words(tenths(points), {
        x: points < 0 ? end - 6 : end + 6,
        y: y + 4.5,
        class: points < 0 ? 'chart-end chart-value' : 'chart-value',
      }),
    );
  }
  canvas.add(line(zero, 0, zero, rows.length * row, 'chart-base'));
  return canvas;
}
