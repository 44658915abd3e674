// How many problems each step of a drawing has.
import type { Problem } from '../../engine/types.ts';

/** By the places that they name. */
export function problemCounts(
  steps: readonly { readonly id: string }[],
  problems: readonly Problem[],
): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { where } of problems) {
    const at = /^\/steps\/(\d+)(\/|$)/.exec(where)?.[1];
    const id = at === undefined ? undefined : steps[Number(at)]?.id;
    if (id !== undefined) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return counts;
}
