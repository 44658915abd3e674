// Every figure of the page, asked of the engine. What is searched for is
// searched by asking: nothing about a score is computed here.
import type { Analysis } from '../engine/analysis.ts';
import type { Calls } from '../engine/calls.ts';
import type {
  Comparison,
  Counts,
  Estimate,
  ParsedScore,
  SegmentTotals,
} from '../engine/types.ts';

export type Figures = ReturnType<typeof makeFigures>;

/** A way to a goal: how many people it takes; null: no number would do. */
export interface Way {
  readonly id: 'win' | 'lift' | 'calm' | 'convert';
  readonly people: number | null;
}

export function makeFigures(analysis: Pick<Analysis, 'call'>) {
  function ask<Name extends keyof Calls>(
    name: Name,
    request: Calls[Name]['request'],
  ): Calls[Name]['value'] | null {
    const reply = analysis.call(name, request);
    return reply.ok ? reply.value : null;
  }

  const estimate = (counts: Counts, confidence: number): Estimate | null =>
    ask('estimate', { counts, confidence });

  /** The fewest people whose move makes the score reach the goal. */
  function fewest(
    most: number,
    goal: number,
    moved: (people: number) => SegmentTotals,
  ): number | null {
    const reaches = (people: number): boolean =>
      (estimate(moved(people), 0.95)?.nps ?? -Infinity) >= goal;
    if (!reaches(most)) return null;
    let [low, high] = [0, most];
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      if (reaches(middle)) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  return {
    estimate,
    parse: (raw: string): ParsedScore | null => ask('parseScore', { raw }),
    compare: (
      before: Counts,
      after: Counts,
      confidence: number,
    ): Comparison | null => ask('compare', { before, after, confidence }),

    /** Answers for a margin of so many points, people being as these are. */
    responsesFor(
      margin: number,
      pilot: Counts,
      confidence: number,
    ): number | null {
      const size = ask('sampleSize', { margin, pilot, confidence });
      return size && 'responses' in size ? size.responses : null;
    },

    /** Answers in each set for a change of so many points to be noticed. */
    responsesForChange(
      change: number,
      before: Estimate,
      after: Estimate,
      confidence: number,
    ): number | null {
      const size = ask('sampleSize', {
        change,
        confidence,
        ...(before.variance !== null && { varianceBefore: before.variance }),
        ...(after.variance !== null && { varianceAfter: after.variance }),
      });
      return size && 'responsesPerGroup' in size
        ? size.responsesPerGroup
        : null;
    },

    /** The change that so many answers would show, 4 times in 5. */
    detectable(
      before: Estimate,
      after: Estimate,
      confidence: number,
    ): number | null {
      const group = ({ n, variance }: Estimate) =>
        variance === null ? { n } : { n, variance };
      const found = ask('detectableChange', {
        before: group(before),
        after: group(after),
        confidence,
      });
      return found?.points ?? null;
    },

    /** What it takes to reach a goal, each way alone. */
    ways(from: SegmentTotals, goal: number): Way[] {
      const { promoters: p, passives: a, detractors: d } = from;
      const n = p + a + d;
      // A score below 100 is reached by new promoters, however many it takes.
      const most = Math.min(n * 200 + 200, 2 ** 52);
      return [
        {
          id: 'win',
          people:
            goal >= 100 && a + d > 0
              ? null
              : fewest(most, goal, (k) => ({ ...from, promoters: p + k })),
        },
        {
          id: 'lift',
          people: fewest(a, goal, (k) => ({
            ...from,
            promoters: p + k,
            passives: a - k,
          })),
        },
        {
          id: 'calm',
          people: fewest(d, goal, (k) => ({
            ...from,
            passives: a + k,
            detractors: d - k,
          })),
        },
        {
          id: 'convert',
          people: fewest(d, goal, (k) => ({
            ...from,
            promoters: p + k,
            detractors: d - k,
          })),
        },
      ];
    },
  };
}
