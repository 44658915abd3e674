// The line of a way: smooth, leaving and arriving straight, as one strand or
// as several side by side.
import type { Segment } from '../../engine/types.ts';
import type { Direction, Point, Route } from './layout.ts';
import { short } from '../../shared/svg.ts';

export interface Strand {
  /** Who goes here; null: anybody. */
  readonly segment: Segment | null;
  readonly width: number;
}

/** The length of an arrow's head. */
export const kHead = 7;

/** How far each strand lies beside the middle of all of them. */
export function strandOffsets(
  strands: readonly Strand[],
  gap: number,
): number[] {
  const whole =
    strands.reduce((sum, { width }) => sum + width, 0) +
    gap * (strands.length - 1);
  let at = -whole / 2;
  return strands.map(({ width }) => {
    const middle = at + width / 2;
    at += width + gap;
    return middle;
  });
}

/** The path of one strand, `offset` beside the middle line. */
export function pathOf(route: Route, direction: Direction, offset = 0): string {
  const [first, ...rest] = shortened(route, direction);
  if (!first) return '';
  const [second, third, last] = rest;
  if (route.self && second && third && last) {
    return `M${at(first)}C${at(second)} ${at(third)} ${at(last)}`;
  }
  let path = '';
  let from = first;
  for (const to of rest) {
    const aside = beside(from, to, direction, route.back ? -offset : offset);
    const shifted = direction === 'LR' ? { y: offset } : { x: offset };
    const by = { x: 0, y: 0, ...aside, ...shifted };
    const [a, b] = [plus(from, by), plus(to, by)];
    path += `${path === '' ? 'M' : 'L'}${at(a)}${curve(a, b, direction)}`;
    from = to;
  }
  return path;
}

const plus = (a: Point, b: Point): Point => ({ x: a.x + b.x, y: a.y + b.y });

/** Strands that turn keep their distance: each turns a little earlier or
 * later than its neighbour, along the line that it comes on. */
function beside(
  a: Point,
  b: Point,
  direction: Direction,
  offset: number,
): Partial<Point> {
  return direction === 'LR'
    ? { x: -Math.sign(b.y - a.y) * offset }
    : { y: -Math.sign(b.x - a.x) * offset };
}

const at = ({ x, y }: Point): string => `${short(x)},${short(y)}`;
const middle = (a: Point, b: Point): Point => ({
  x: (a.x + b.x) / 2,
  y: (a.y + b.y) / 2,
});

/** From one point to the next, straight along the direction at both. */
function curve(a: Point, b: Point, direction: Direction): string {
  if (direction === 'LR' ? a.y === b.y : a.x === b.x) return `L${at(b)}`;
  const half = middle(a, b);
  const [c, d] =
    direction === 'LR'
      ? [
          { x: half.x, y: a.y },
          { x: half.x, y: b.y },
        ]
      : [
          { x: a.x, y: half.y },
          { x: b.x, y: half.y },
        ];
  return `C${at(c)} ${at(d)} ${at(b)}`;
}

/** The points with room left for the head. */
function shortened(route: Route, direction: Direction): readonly Point[] {
  const last = route.points.at(-1);
  if (!last) return route.points;
  const { x, y } = headDirection(route, direction);
  return [
    ...route.points.slice(0, -1),
    { x: last.x - x * kHead, y: last.y - y * kHead },
  ];
}

function headDirection(route: Route, direction: Direction): Point {
  if (route.self) {
    return direction === 'LR' ? { x: 0, y: 1 } : { x: -1, y: 0 };
  }
  const sign = route.back ? -1 : 1;
  return direction === 'LR' ? { x: sign, y: 0 } : { x: 0, y: sign };
}

/** The head: a triangle whose tip is the end of the way. */
export function headOf(
  route: Route,
  direction: Direction,
  width: number,
): string {
  const tip = route.points.at(-1);
  if (!tip) return '';
  const { x, y } = headDirection(route, direction);
  const base = { x: tip.x - x * kHead, y: tip.y - y * kHead };
  const half = Math.max(4.5, width / 2 + 2);
  const left = { x: base.x - y * half, y: base.y + x * half };
  const right = { x: base.x + y * half, y: base.y - x * half };
  return `M${at(tip)}L${at(left)}L${at(right)}Z`;
}

/** Halfway along the way: where a mark without a label stands. */
export function markPlace(route: Route): Point {
  const { points, label } = route;
  if (label) return label;
  const n = points.length;
  if (n % 2 === 1) return points[(n - 1) / 2] ?? { x: 0, y: 0 };
  const [a, b] = [points[n / 2 - 1], points[n / 2]];
  return a && b ? middle(a, b) : { x: 0, y: 0 };
}
