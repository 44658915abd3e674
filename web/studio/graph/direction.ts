// Downwards or to the right: whichever will be larger in the pane. Guessed
// from how deep and how wide the flow is, for laying out twice takes twice as
// long.
import { type Direction, kNode } from './layout.ts';
import type { FlowModel } from './model.ts';
import { fitted, type Size } from './viewport.ts';

/** Room for labels and gaps between two ranks, as they turn out on average. */
const kBetween = { TB: 66, LR: 150 };
const kBeside = { TB: 24, LR: 22 };

export function likelyDirection(model: FlowModel, pane: Size): Direction {
  const { depth, breadth } = shape(model);
  const down = {
    width: breadth * (kNode.width + kBeside.TB),
    height: depth * (kNode.height + kBetween.TB),
  };
  const right = {
    width: depth * (kNode.width + kBetween.LR),
    height: breadth * (kNode.height + kBeside.LR),
  };
  // People scroll down more readily than to the right.
  const [a, b] = [fitted(down, pane).scale, fitted(right, pane).scale];
  return b > 1.2 * a ? 'LR' : 'TB';
}

/** The ranks of a flow, and how many steps stand in the fullest one. */
function shape({ nodes, edges }: FlowModel): {
  depth: number;
  breadth: number;
} {
  const next = new Map<string, string[]>();
  for (const { from, to } of edges) {
    next.set(from, [...(next.get(from) ?? []), to]);
  }
  const rank = new Map<string, number>();
  const open = new Set<string>();
  // Steps to the last one behind it; what closes a circle does not count.
  const visit = (id: string): number => {
    const known = rank.get(id);
    if (known !== undefined) return known;
    open.add(id);
    let most = 0;
    for (const to of next.get(id) ?? []) {
      if (!open.has(to)) most = Math.max(most, visit(to) + 1);
    }
    open.delete(id);
    rank.set(id, most);
    return most;
  };
  const counts: number[] = [];
  for (const { id } of nodes) {
    const at = visit(id);
    counts[at] = (counts[at] ?? 0) + 1;
  }
  return {
    depth: Math.max(1, counts.length),
    breadth: Math.max(1, ...counts.map((count) => count ?? 0)),
  };
}
