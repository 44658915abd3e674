// Walking over the graph with the arrow keys: along the ways, or to the step
// beside.
import type { Box, Layout } from './layout.ts';
import type { FlowModel } from './model.ts';

export type Arrow = 'ArrowLeft' | 'ArrowRight' | 'ArrowUp' | 'ArrowDown';

const kForward: Record<Layout['direction'], Arrow> = {
  LR: 'ArrowRight',
  TB: 'ArrowDown',
};
const kBackward: Record<Layout['direction'], Arrow> = {
  LR: 'ArrowLeft',
  TB: 'ArrowUp',
};

export const isArrow = (key: string): key is Arrow =>
  /^Arrow(Left|Right|Up|Down)$/.test(key);

/**
 * The step that an arrow leads to from `from`; null where there is none.
 * Forward and back go along the ways, to the nearest beside; `trail` are the
 * steps that the focus was on, the last one last: back returns there.
 */
export function neighbour(
  key: Arrow,
  from: string,
  { edges }: FlowModel,
  { direction, nodes }: Layout,
  trail: readonly string[] = [],
): string | null {
  const here = nodes.get(from);
  if (!here) return null;
  const across = ({ x, y }: Box): number => (direction === 'LR' ? y : x);
  const along = ({ x, y }: Box): number => (direction === 'LR' ? x : y);
  const nearest = (ids: readonly string[]): string | null => {
    let best: string | null = null;
    let least = Number.POSITIVE_INFINITY;
    for (const id of ids) {
      const box = nodes.get(id);
      if (!box || id === from) continue;
      const distance = Math.hypot(
        across(box) - across(here),
        (along(box) - along(here)) / 4,
      );
      if (distance < least) {
        least = distance;
        best = id;
      }
    }
    return best;
  };
  if (key === kForward[direction]) {
    return nearest(
      edges.filter((edge) => edge.from === from).map(({ to }) => to),
    );
  }
  if (key === kBackward[direction]) {
    const sources = edges.filter(({ to }) => to === from).map((e) => e.from);
    const last = trail.findLast((id) => id !== from);
    return last !== undefined && sources.includes(last)
      ? last
      : nearest(sources);
  }
  return beside(key, here, nodes);
}

/** The nearest step whose middle lies that way, in line before out of line. */
function beside(
  key: Arrow,
  here: Box,
  nodes: ReadonlyMap<string, Box>,
): string | null {
  const upright = key === 'ArrowUp' || key === 'ArrowDown';
  const sign = key === 'ArrowRight' || key === 'ArrowDown' ? 1 : -1;
  let best: string | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const [id, box] of nodes) {
    const ahead = sign * (upright ? box.y - here.y : box.x - here.x);
    const off = Math.abs(upright ? box.x - here.x : box.y - here.y);
    if (ahead < 1) continue;
    const distance = ahead + 3 * off;
    if (distance < least) {
      least = distance;
      best = id;
    }
  }
  return best;
}
