// Parts of a whole: how far those who were asked came, as bars; and the groups
// of those who answered against a known mix, as two dots with a line between.
import { s, short } from '../../shared/svg.ts';
import { percent, whole } from '../words.ts';
import { type Chart, cutTo, line, makeCanvas, scale, words } from './canvas.ts';

export interface Stage {
  readonly label: string;
  readonly n: number;
}

const kWide = 480;

/** Bars from zero, the first stage with an answer being the longest. */
export function stages(
  width: number,
  name: string,
  rows: readonly Stage[],
): Chart {
  const wide = width >= kWide;
  const row = wide ? 28 : 44;
  const canvas = makeCanvas(width, rows.length * row + 4, name);
  const labelRoom = wide ? 128 : 0;
  const most = Math.max(1, ...rows.map(({ n }) => n));
  const x = scale(0, most, labelRoom, width - 128);
  for (const [at, { label, n }] of rows.entries()) {
    const top = at * row;
    const y = wide ? top + row / 2 : top + row - 13;
    const last = at === rows.length - 1;
    canvas.add(
      words(label, {
        x: 0,
        y: wide ? y + 4.5 : top + 16,
        class: 'chart-label',
      }),
      s('rect', {
        class: last ? 'chart-share certain' : 'chart-share',
        x: short(x(0)),
        y: short(y - 7),
        width: short(Math.max(1, x(n) - x(0))),
        height: 14,
        rx: 2,
      }),
      words(
        at === 0 ? whole(n) : `${whole(n)} · ${percent(n / (rows[0]?.n || 1))}`,
        { x: x(n) + 8, y: y + 4.5, class: 'chart-value' },
      ),
    );
  }
  canvas.add(line(x(0), 0, x(0), rows.length * row, 'chart-base'));
  return canvas;
}

export interface Pair {
  readonly label: string;
  /** Of those who answered, 0 to 1. */
  readonly answered: number;
  /** Of those who could have. */
  readonly population: number;
}

const kHead = 24;
const kAxis = 22;

/** Whole percent at even steps, up to the largest share. */
function ticksTo(most: number): number[] {
  const step = most <= 0.3 ? 0.1 : most <= 0.65 ? 0.2 : 0.25;
  const count = Math.floor(most / step + 1e-9);
  return Array.from({ length: count + 1 }, (_, at) => at * step);
}

/** "35 %, not 25 %" */
function pairWords({ answered, population }: Pair): string {
  const [is, was] = [answered, population].map((share) => whole(100 * share));
  return is === was ? `${is} %` : `${is} %, not ${was} %`;
}

/** Full dots are those who answered, rings what is known of all. */
export function pairs(
  width: number,
  name: string,
  rows: readonly Pair[],
): Chart {
  const wide = width >= kWide;
  const row = wide ? 30 : 46;
  const bottom = kHead + rows.length * row;
  const canvas = makeCanvas(width, bottom + kAxis, name);
  const labelRoom = wide ? Math.min(200, width * 0.3) : 0;
  const most = Math.max(
    0.01,
    ...rows.map(({ answered, population }) => Math.max(answered, population)),
  );
  const x = scale(0, most, labelRoom + 14, width - (wide ? 132 : 16));
  const dot = (cx: number, cy: number, kind: string) =>
    s('circle', { class: kind, cx: short(cx), cy: short(cy), r: 4.5 });
  const legend = wide ? labelRoom + 14 : 5;
  canvas.add(
    dot(legend, 9, 'chart-dot certain'),
    words('of the answers', { x: legend + 10, y: 13.5, class: 'chart-quiet' }),
    dot(legend + 116, 9, 'chart-ring'),
    words('of all customers', {
      x: legend + 126,
      y: 13.5,
      class: 'chart-quiet',
    }),
  );
  for (const tick of ticksTo(most)) {
    canvas.add(
      line(
        x(tick),
        kHead,
        x(tick),
        bottom,
        tick === 0 ? 'chart-zero' : 'chart-grid',
      ),
      words(`${whole(100 * tick)} %`, {
        x: x(tick),
        y: bottom + 17,
        class: 'chart-middle chart-quiet',
      }),
    );
  }
  for (const [at, pair] of rows.entries()) {
    const { label, answered, population } = pair;
    const top = kHead + at * row;
    const y = wide ? top + row / 2 : top + row - 12;
    const labelY = wide ? y + 4.5 : top + 17;
    const text = words(cutTo(label, wide ? labelRoom : width - 120), {
      x: 0,
      y: labelY,
      class: 'chart-label',
    });
    text.append(s('title', {}, label));
    canvas.add(
      text,
      line(x(population), y, x(answered), y, 'chart-way'),
      dot(x(population), y, 'chart-ring'),
      dot(x(answered), y, 'chart-dot certain'),
      words(pairWords(pair), {
        x: width,
        y: labelY,
        class: 'chart-end chart-value',
      }),
    );
  }
  return canvas;
}
