// A Worker's side of work.ts: answers what it asks, one piece at a time.
import { type Engine, refused } from './calling.ts';
import type { Calls } from './calls.ts';
import type { Reply } from './types.ts';

/** What is asked, and what comes back. */
export type Asked =
  | { readonly name: keyof Calls; readonly request: never }
  /** Ends what is being done piece by piece; its reply is then `cancelled`. */
  | { readonly cancel: true };
export type Told =
  | { readonly reply: Reply<unknown> }
  | { readonly done: number; readonly total: number };

/** Says how far the work is; the answer is whether to go on. */
export type Tell = (done: number, total: number) => Promise<boolean>;

/** Calls that are answered piece by piece, so that progress can be told. */
const kInPieces: {
  readonly [name: string]: (
    engine: Engine<keyof Calls>,
    request: never,
    tell: Tell,
  ) => Promise<Reply<unknown>>;
} = { simulate };

/** Whether a call can be cancelled without ending its Worker. */
export const isInPieces = (name: string): boolean =>
  Object.hasOwn(kInPieces, name);

export const cancelled = refused('cancelled', 'This was cancelled.');

/** So many respondents are run between two tellings: some 25 ms. */
const kRespondentsAtATime = 100_000;

async function simulate(
  engine: Engine<keyof Calls>,
  request: Calls['simulate']['request'],
  tell: Tell,
): Promise<Reply<unknown>> {
  const begun = engine.beginSimulation(request);
  if (!begun.ok) return begun;
  const { respondents, run, report, free } = begun.value;
  let goesOn = true;
  for (let done = 0; goesOn && done < respondents; ) {
    const count = Math.min(kRespondentsAtATime, respondents - done);
    run(count);
    done += count;
    goesOn = await tell(done, respondents);
  }
  const reply = goesOn ? report() : cancelled;
  free();
  return reply;
}

/** Lets what has been posted meanwhile come in; timers would take longer. */
const breathe = (): Promise<void> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });

/** Answers messages with the engine that `load` gives. */
export function answerMessages(load: () => Promise<unknown>): void {
  let goesOn = true;
  const say = (told: Told) => postMessage(told);
  const tell: Tell = async (done, total) => {
    say({ done, total });
    await breathe();
    return goesOn;
  };
  addEventListener('message', async ({ data }: MessageEvent<Asked>) => {
    goesOn = !('cancel' in data);
    if ('cancel' in data) return;
    try {
      const engine = (await load()) as Engine<keyof Calls>;
      const work = kInPieces[data.name];
      say({
        reply: work
          ? await work(engine, data.request, tell)
          : engine.call(data.name, data.request),
      });
    } catch (error) {
      say({ reply: refused('engine_failed', `${error}`) });
    }
  });
}
