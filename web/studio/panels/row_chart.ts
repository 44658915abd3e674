// Bars in rows, from zero: a label, a bar of one or several parts, a value.
// Told apart by filling as well as by colour; drawn for the width there is.
import { makePens } from '../graph/pens.ts';
import { cut } from '../graph/step_text.ts';
import { s, short } from '../../shared/svg.ts';

export interface ChartRow {
  readonly label: string;
  /** Said after the label, in quieter letters. */
  readonly note?: string;
  /** Lengths as shares of the whole row, by the name of their filling. */
  readonly parts: readonly { readonly kind: string; readonly share: number }[];
  readonly value: string;
  /** A word that marks it. */
  readonly flag?: { readonly word: string; readonly kind: 'bad' | 'quiet' };
}

export interface Chart {
  readonly svg: SVGSVGElement;
  readonly size: { readonly width: number; readonly height: number };
}

const kValue = 64;
const kBar = 12;

let charts = 0;

/** `above`: long labels, each on a line of its own above its bar. */
export function rowChart(
  rows: readonly ChartRow[],
  width: number,
  name: string,
  { above = false } = {},
): Chart {
  charts += 1;
  const pens = makePens();
  const wide = width >= 520 && !above;
  const labelWidth = wide ? Math.min(260, width * 0.36) : 0;
  const rowHeight = wide ? 26 : 42;
  const barRoom = wide ? width - labelWidth - kValue - 16 : width;
  const height = rows.length * rowHeight + 4;
  const svg = s('svg', {
    class: 'simulation-chart',
    viewBox: `0 0 ${short(width)} ${height}`,
    width: short(width),
    height,
    role: 'img',
    'aria-label': name,
  });
  const world = s('g', { class: 'simulation-world' });
  svg.append(patterns(`simulation-${charts}`), world);
  svg.style.setProperty('--hatch', `url(#simulation-${charts}-hatch)`);
  svg.style.setProperty('--dots', `url(#simulation-${charts}-dots)`);
  for (const [at, row] of rows.entries()) {
    const top = at * rowHeight;
    const middle = wide ? top + rowHeight / 2 + 4.5 : top + 15;
    const room = (wide ? labelWidth : width - kValue) - 8;
    const flag = row.flag ? pens.label(row.flag.word) + 22 : 0;
    const label = cut(row.label, room - flag, pens.title);
    const used = pens.title(label);
    const line = s('text', { class: 'simulation-label', y: middle }, label);
    line.append(s('title', {}, [row.label, row.note].join(' ').trim()));
    world.append(line);
    if (row.flag) {
      const x = used + 8;
      world.append(flagOf(row.flag, x, middle - 12.5, flag - 10));
    } else if (row.note && room - used > 48) {
      world.append(
        s(
          'text',
          { class: 'simulation-note', x: short(used + 8), y: middle },
          cut(row.note, room - used - 8, pens.label),
        ),
      );
    }
    world.append(
      s(
        'text',
        { class: 'simulation-value', x: short(width), y: middle },
        row.value,
      ),
    );
    const barTop = wide ? top + (rowHeight - kBar) / 2 : top + 22;
    world.append(...bar(row, labelWidth, barTop, barRoom));
  }
  return { svg, size: { width, height } };
}

function bar(
  { parts }: ChartRow,
  left: number,
  top: number,
  room: number,
): SVGElement[] {
  const track = s('rect', {
    class: 'simulation-track',
    x: short(left),
    y: top,
    width: short(room),
    height: kBar,
    rx: 2,
  });
  const out: SVGElement[] = [track];
  let x = left;
  for (const { kind, share } of parts) {
    const length = share * room;
    if (length <= 0) continue;
    out.push(
      s('rect', {
        class: `simulation-part simulation-${kind}`,
        x: short(x),
        y: top,
        // A hair's breadth between parts; what is there can be seen.
        width: short(Math.max(1, length - (parts.length > 1 ? 1 : 0))),
        height: kBar,
      }),
    );
    x += length;
  }
  return out;
}

function flagOf(
  { word, kind }: NonNullable<ChartRow['flag']>,
  x: number,
  y: number,
  width: number,
): SVGElement {
  return s(
    'g',
    {
      class: `simulation-flag ${kind}`,
      transform: `translate(${short(x)} ${short(y)})`,
    },
    s('rect', { width: short(width), height: 17, rx: 8.5 }),
    s('text', { x: short(width / 2), y: 12.25 }, word),
  );
}

/** Stripes and dots; see the graph's. */
function patterns(prefix: string): SVGElement {
  const tile = (name: string, turn: string | undefined, gap: SVGElement) =>
    s(
      'pattern',
      {
        id: `${prefix}-${name}`,
        width: 6,
        height: 6,
        patternUnits: 'userSpaceOnUse',
        patternTransform: turn,
      },
      s('rect', { class: `simulation-${name}`, width: 6, height: 6 }),
      gap,
    );
  return s(
    'defs',
    {},
    tile(
      'hatch',
      'rotate(45)',
      s('rect', { class: 'simulation-gap', width: 2, height: 6 }),
    ),
    tile(
      'dots',
      undefined,
      s('circle', { class: 'simulation-gap', cx: 3, cy: 3, r: 1.1 }),
    ),
  );
}
