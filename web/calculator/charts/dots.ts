// Scores in rows, each a dot with the line of its interval, on one axis from
// -100 to 100 or a part of it that is said.
import { s, short } from '../../shared/svg.ts';
import { whole } from '../words.ts';
import {
  axisOf,
  type Chart,
  cutTo,
  line,
  makeCanvas,
  scale,
  words,
} from './canvas.ts';

export interface Dot {
  readonly label: string;
  readonly n: number;
  /** Null: too few answers to show one. */
  readonly nps: number | null;
  readonly low: number | null;
  readonly high: number | null;
  /** What is certain has a colour, noise is grey. */
  readonly certain: boolean;
}

const kAxis = 24;

/** `mark` is a score to compare with, drawn through all rows. */
export function dots(
  width: number,
  name: string,
  rows: readonly Dot[],
  mark: { readonly at: number; readonly label: string } | null,
): Chart {
  const wide = width >= 480;
  const row = wide ? 30 : 46;
  const height = rows.length * row + kAxis + 8;
  const canvas = makeCanvas(width, height, name);
  const labelRoom = wide ? Math.min(220, width * 0.32) : 0;
  const ends = rows.flatMap(({ nps, low, high }) =>
    nps === null ? [] : [nps, low ?? nps, high ?? nps],
  );
  const axis = axisOf(mark ? [...ends, mark.at] : ends);
  const right = width - 52;
  const x = scale(axis.low, axis.high, labelRoom + 16, right - 8);
  const bottom = rows.length * row + 4;
  for (const tick of axis.ticks) {
    canvas.add(
      line(
        x(tick),
        0,
        x(tick),
        bottom,
        tick === 0 ? 'chart-zero' : 'chart-grid',
      ),
      words(whole(tick), {
        x: x(tick),
        y: bottom + 17,
        class: 'chart-middle chart-quiet',
      }),
    );
  }
  if (mark) canvas.add(line(x(mark.at), 0, x(mark.at), bottom, 'chart-mark'));
  for (const [at, { label, n, nps, low, high, certain }] of rows.entries()) {
    const top = at * row;
    const y = wide ? top + row / 2 : top + row - 12;
    const said = `n = ${whole(n)}`;
    const labelY = wide ? y + 4.5 : top + 17;
    const room = wide ? labelRoom - 7 * said.length - 12 : width - 80;
    const text = words(cutTo(label, room), {
      x: 0,
      y: labelY,
      class: 'chart-label',
    });
    text.append(s('title', {}, label));
    canvas.add(
      text,
      words(said, {
        x: wide ? labelRoom - 4 : width,
        y: labelY,
        class: 'chart-end chart-quiet',
      }),
    );
    if (nps === null) {
      canvas.add(
        words('too few', {
          x: width,
          y: y + 4.5,
          class: 'chart-end chart-quiet',
        }),
      );
      continue;
    }
    const kind = certain ? 'certain' : 'noise';
    canvas.add(
      line(x(low ?? nps), y, x(high ?? nps), y, `chart-interval ${kind}`),
      s('circle', {
        class: `chart-dot ${kind}`,
        cx: short(x(nps)),
        cy: short(y),
        r: 4.5,
      }),
      words(whole(nps), {
        x: width,
        y: y + 4.5,
        class: 'chart-end chart-value',
      }),
    );
  }
  return canvas;
}
