// Runs in a Worker: answers what work.ts asks, one piece of work at a time.
import { type Analysis, loadAnalysis, refused } from './analysis.ts';
import type { Calls } from './calls.ts';
import type { Reply } from './types.ts';

/** What is asked, and what comes back. */
export interface Asked {
  readonly name: keyof Calls;
  readonly request: never;
}
export type Told =
  | { readonly reply: Reply<unknown> }
  | { readonly done: number; readonly total: number };

/** Says how far a piece of work is. */
export type Tell = (done: number, total: number) => void;

/** Calls that are answered piece by piece, so that progress can be told. */
const kInPieces: {
  readonly [name: string]: (
    analysis: Analysis,
    request: never,
    tell: Tell,
  ) => Reply<unknown>;
} = { simulate };

/** So many respondents are run between two tellings: a tenth of a second. */
const kRespondentsAtATime = 500_000;

function simulate(
  analysis: Analysis,
  request: Calls['simulate']['request'],
  tell: Tell,
): Reply<unknown> {
  const begun = analysis.beginSimulation(request);
  if (!begun.ok) return begun;
  const { respondents, run, report, free } = begun.value;
  for (let done = 0; done < respondents; ) {
    const count = Math.min(kRespondentsAtATime, respondents - done);
    run(count);
    done += count;
    tell(done, respondents);
  }
  const reply = report();
  free();
  return reply;
}

addEventListener('message', async ({ data }: MessageEvent<Asked>) => {
  const tell = (told: Told) => postMessage(told);
  try {
    const analysis = await loadAnalysis();
    const work = kInPieces[data.name];
    tell({
      reply: work
        ? work(analysis, data.request, (done, total) => tell({ done, total }))
        : analysis.call(data.name, data.request),
    });
  } catch (error) {
    tell({ reply: refused('engine_failed', `${error}`) });
  }
});
