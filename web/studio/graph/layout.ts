// Where everything stands: dagre puts the steps in ranks, and each way gets a
// place to leave and a place to arrive.
import { Graph, layout } from '@dagrejs/dagre';
import type { FlowEdge, FlowModel } from './model.ts';
import { edgeKey } from './model.ts';

/** LR: from left to right; TB: from top to bottom. */
export type Direction = 'LR' | 'TB';

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A box by its middle. */
export interface Box extends Point {
  readonly width: number;
  readonly height: number;
}

export interface Route {
  /** From border to border, in the order people go. */
  readonly points: readonly Point[];
  /** The middle of its label, where it has one. */
  readonly label: Box | null;
  /** Against the direction of the whole, as in a circle. */
  readonly back: boolean;
  /** From a step to itself. */
  readonly self: boolean;
}

export interface Layout {
  readonly direction: Direction;
  readonly nodes: ReadonlyMap<string, Box>;
  readonly routes: ReadonlyMap<string, Route>;
  readonly width: number;
  readonly height: number;
}

export const kNode = { width: 190, height: 70 };
const kMargin = 24;
/** Between two ways that leave or arrive at one side. */
const kGap = 14;

/** What a label needs; null: the way has none. */
export type LabelSize = (
  edge: FlowEdge,
) => { readonly width: number; readonly height: number } | null;

export function layOut(
  model: FlowModel,
  direction: Direction,
  labelSize: LabelSize,
): Layout {
  const graph = new Graph({ multigraph: false });
  graph.setGraph({
    rankdir: direction,
    nodesep: 20,
    edgesep: 16,
    ranksep: direction === 'TB' ? 44 : 56,
    marginx: kMargin,
    marginy: kMargin,
  });
  for (const { id } of model.nodes) graph.setNode(id, { ...kNode });
  for (const edge of model.edges) {
    const size = labelSize(edge) ?? { width: 0, height: 0 };
    // What falls through stays in line with the step above it.
    const weight = edge.kind === 'below' ? 2 : 1;
    graph.setEdge(edge.from, edge.to, { ...size, weight, labelpos: 'c' });
  }
  layout(graph);

  const nodes = new Map<string, Box>();
  for (const { id } of model.nodes) {
    const { x = 0, y = 0 } = graph.node(id) as Partial<Point>;
    nodes.set(id, { x, y, ...kNode });
  }
  const routes = new Map<string, Route>();
  for (const edge of model.edges) {
    const {
      points = [],
      x,
      y,
    } = graph.edge(edge.from, edge.to) as {
      points?: Point[];
    } & Partial<Point>;
    const size = labelSize(edge);
    routes.set(edgeKey(edge), {
      points,
      label:
        size && x !== undefined && y !== undefined ? { x, y, ...size } : null,
      back: isBack(nodes, edge, direction),
      self: edge.from === edge.to,
    });
  }
  const { width = 0, height = 0 } = graph.graph();
  const size = { width, height };
  if (isReversed(model, nodes, direction)) {
    mirror(nodes, routes, direction, size);
  }
  dock(model, nodes, routes, direction);
  for (const [key, route] of routes) {
    const box = nodes.get(key.split('\n')[0] ?? '');
    if (route.self && box) routes.set(key, loopRoute(route, box, direction));
  }
  return { direction, nodes, routes, ...size };
}

/** From a step to itself: out and back at the side where nothing else is. */
function loopRoute(route: Route, box: Box, direction: Direction): Route {
  const [out, wide] = [32, 14];
  const points =
    direction === 'LR'
      ? [-wide, -wide, wide, wide].map((shift, at) => ({
          x: box.x + shift,
          y: box.y - box.height / 2 - (at === 1 || at === 2 ? out : 0),
        }))
      : [-wide, -wide, wide, wide].map((shift, at) => ({
          x: box.x + box.width / 2 + (at === 1 || at === 2 ? out : 0),
          y: box.y + shift,
        }));
  const [, middle] = points;
  const label = route.label && middle;
  if (!route.label || !label) return { ...route, points };
  const { width, height } = route.label;
  const place =
    direction === 'LR'
      ? { x: box.x, y: label.y + 4 }
      : { x: label.x + width / 2 - 6, y: box.y };
  return { ...route, points, label: { ...place, width, height } };
}

/** Whether most steps have the targets of their first rules last. */
function isReversed(
  { nodes, edges }: FlowModel,
  boxes: ReadonlyMap<string, Box>,
  direction: Direction,
): boolean {
  let balance = 0;
  for (const { id } of nodes) {
    const places = edges
      .filter(({ from, to }) => from === id && to !== id)
      .map(({ to }) => boxes.get(to))
      .filter((box) => box !== undefined)
      .map((box) => across(box, direction));
    for (const [at, place] of places.entries()) {
      for (const later of places.slice(at + 1)) {
        balance += Math.sign(later - place);
      }
    }
  }
  return balance < 0;
}

function mirror(
  nodes: Map<string, Box>,
  routes: Map<string, Route>,
  direction: Direction,
  { width, height }: { width: number; height: number },
): void {
  const turn = <T extends Point>(point: T): T =>
    direction === 'LR'
      ? { ...point, y: height - point.y }
      : { ...point, x: width - point.x };
  for (const [id, box] of nodes) nodes.set(id, turn(box));
  for (const [key, route] of routes) {
    routes.set(key, {
      ...route,
      points: route.points.map(turn),
      label: route.label && turn(route.label),
    });
  }
}

const along = (point: Point, direction: Direction): number =>
  direction === 'LR' ? point.x : point.y;
const across = (point: Point, direction: Direction): number =>
  direction === 'LR' ? point.y : point.x;

function isBack(
  nodes: ReadonlyMap<string, Box>,
  { from, to }: FlowEdge,
  direction: Direction,
): boolean {
  const [a, b] = [nodes.get(from), nodes.get(to)];
  return !!a && !!b && along(b, direction) < along(a, direction);
}

/** Spreads the ends of the ways over the sides that they leave and reach. */
function dock(
  model: FlowModel,
  nodes: ReadonlyMap<string, Box>,
  routes: Map<string, Route>,
  direction: Direction,
): void {
  interface End {
    readonly key: string;
    readonly first: boolean;
    readonly towards: number;
  }
  const sides = new Map<string, End[]>();
  for (const edge of model.edges) {
    const key = edgeKey(edge);
    const route = routes.get(key);
    if (!route || route.self || route.points.length < 2) continue;
    for (const first of [true, false]) {
      const id = first ? edge.from : edge.to;
      // A way forward leaves at the far side and arrives at the near one.
      const far = first !== route.back;
      const next = route.points.at(first ? 1 : -2) ?? { x: 0, y: 0 };
      const towards = across(next, direction);
      const side = `${far ? 'far' : 'near'}\n${id}`;
      sides.set(side, [...(sides.get(side) ?? []), { key, first, towards }]);
    }
  }
  for (const [side, ends] of sides) {
    const [where = '', id = ''] = side.split('\n');
    const box = nodes.get(id);
    if (!box) continue;
    const length = direction === 'LR' ? box.height : box.width;
    const gap = Math.min(kGap, (length - 24) / Math.max(1, ends.length - 1));
    ends.sort((a, b) => a.towards - b.towards);
    for (const [at, { key, first }] of ends.entries()) {
      const shift = (at - (ends.length - 1) / 2) * gap;
      const sign = where === 'far' ? 1 : -1;
      const end =
        direction === 'LR'
          ? { x: box.x + (sign * box.width) / 2, y: box.y + shift }
          : { x: box.x + shift, y: box.y + (sign * box.height) / 2 };
      const route = routes.get(key);
      if (!route) continue;
      const inner = route.points.slice(1, -1);
      const [start, stop] = [route.points[0], route.points.at(-1)];
      if (!start || !stop) continue;
      const points = first ? [end, ...inner, stop] : [start, ...inner, end];
      routes.set(key, { ...route, points });
    }
  }
}
