// What every chart is drawn on: a drawing with a world in it, fillings that
// tell segments apart without colour, words cut to the room there is.
import { s, short } from '../../shared/svg.ts';

export interface Chart {
  readonly svg: SVGSVGElement;
  readonly world: SVGGElement;
  readonly size: { readonly width: number; readonly height: number };
}

export interface Canvas extends Chart {
  /** A filling's address, for an attribute. */
  readonly fill: (segment: 'detractor' | 'passive' | 'promoter') => string;
  add(...nodes: SVGElement[]): void;
}

let canvases = 0;

export function makeCanvas(
  width: number,
  height: number,
  name: string,
): Canvas {
  canvases += 1;
  const prefix = `chart-${canvases}`;
  const world = s('g');
  const svg = s(
    'svg',
    {
      class: 'chart',
      viewBox: `0 0 ${short(width)} ${short(height)}`,
      width: short(width),
      height: short(height),
      role: 'img',
      'aria-label': name,
    },
    fillings(prefix),
    world,
  );
  return {
    svg,
    world,
    size: { width, height },
    fill: (segment) =>
      segment === 'promoter' ? 'currentColor' : `url(#${prefix}-${segment})`,
    add: (...nodes) => world.append(...nodes),
  };
}

/** Stripes for detractors, dots for passives; promoters are plain. */
function fillings(prefix: string): SVGElement {
  const tile = (segment: string, turn: string | undefined, gap: SVGElement) =>
    s(
      'pattern',
      {
        id: `${prefix}-${segment}`,
        width: 6,
        height: 6,
        patternUnits: 'userSpaceOnUse',
        patternTransform: turn,
      },
      s('rect', { class: `fill-${segment}`, width: 6, height: 6 }),
      gap,
    );
  return s(
    'defs',
    {},
    tile(
      'detractor',
      'rotate(45)',
      s('rect', { class: 'chart-gap', width: 2, height: 6 }),
    ),
    tile(
      'passive',
      undefined,
      s('circle', { class: 'chart-gap', cx: 3, cy: 3, r: 1.1 }),
    ),
  );
}

export interface WordsAt {
  readonly x: number;
  readonly y: number;
  readonly class?: string;
}

export const words = (text: string, { x, y, class: kind }: WordsAt) =>
  s('text', { x: short(x), y: short(y), class: kind }, text);

/** A straight line; a path, so that it is in files as well. */
export const line = (
  x1: number,
  y1: number,
  x2: number,
  y2: number,
  kind: string,
) =>
  s('path', {
    d: `M${short(x1)} ${short(y1)}L${short(x2)} ${short(y2)}`,
    class: kind,
  });

/** About as wide as the page's letters are, 13 px high. */
const kLetter = 7;

export function cutTo(text: string, room: number): string {
  const most = Math.max(1, Math.floor(room / kLetter));
  const letters = Array.from(text);
  return letters.length <= most
    ? text
    : `${letters
        .slice(0, most - 1)
        .join('')
        .trimEnd()}…`;
}

/** From values to places along a line. */
export const scale =
  (low: number, high: number, from: number, to: number) =>
  (value: number): number =>
    high === low
      ? (from + to) / 2
      : from + ((value - low) / (high - low)) * (to - from);

/** A score's axis: the whole of it, or a part in steps of 20 that holds all. */
export function axisOf(values: readonly number[]): {
  readonly low: number;
  readonly high: number;
  readonly ticks: readonly number[];
  readonly cut: boolean;
} {
  const least = Math.min(...values);
  const most = Math.max(...values);
  const cut = values.length > 0 && most - least <= 80;
  const low = cut ? Math.max(-100, Math.floor((least - 2) / 20) * 20) : -100;
  const high = cut ? Math.min(100, Math.ceil((most + 2) / 20) * 20) : 100;
  const step = high - low > 100 ? 50 : 20;
  const ticks: number[] = [];
  for (let tick = low; tick <= high; tick += step) ticks.push(tick);
  return { low, high, ticks, cut: low > -100 || high < 100 };
}
