// Every figure of the page, asked of the engine: nothing about a score is
// computed here.
import type { Analysis } from '../engine/analysis.ts';
import type { Calls } from '../engine/calls.ts';
import type {
  Comparison,
  Counts,
  Estimate,
  Goal,
  MarginSize,
  ParsedScore,
} from '../engine/types.ts';

export type Figures = ReturnType<typeof makeFigures>;

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
    ): MarginSize | null {
      const size = ask('sampleSize', { margin, pilot, confidence });
      return size && 'responses' in size ? size : null;
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

    /** What it takes to reach a goal, each way alone and the cheapest mix. */
    goal: (counts: Counts, goal: number): Goal | null =>
      ask('goal', { counts, goal }),
  };
}
