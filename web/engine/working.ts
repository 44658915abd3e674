// A Worker's side of work.ts: answers what it asks, one piece at a time.
import { type Engine, refused } from './calling.ts';
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
    engine: Engine<keyof Calls>,
    request: never,
    tell: Tell,
  ) => Reply<unknown>;
} = { simulate };

/** So many respondents are run between two tellings: some 25 ms. */
const kRespondentsAtATime = 100_000;

function simulate(
  engine: Engine<keyof Calls>,
  request: Calls['simulate']['request'],
  tell: Tell,
): Reply<unknown> {
  const begun = engine.beginSimulation(request);
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

/** Answers messages with the engine that `load` gives. */
export function answerMessages(load: () => Promise<unknown>): void {
  addEventListener('message', async ({ data }: MessageEvent<Asked>) => {
    const tell = (told: Told) => postMessage(told);
    try {
      const engine = (await load()) as Engine<keyof Calls>;
      const work = kInPieces[data.name];
      tell({
        reply: work
          ? work(engine, data.request, (done, total) => tell({ done, total }))
          : engine.call(data.name, data.request),
      });
    } catch (error) {
      tell({ reply: refused('engine_failed', `${error}`) });
    }
  });
}
