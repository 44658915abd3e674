// One respondent's way through one survey: the engine's calls, the state they
// lead to, and what was answered on the way, for coming back to it.
import type { SurveyEngine } from '../engine/survey.ts';
import type { Answer, Counts, Reply, State, Survey } from '../engine/types.ts';
import { LoopletFailure } from './source.ts';

export interface WalkOptions {
  readonly locale: string;
  readonly traits: {
    readonly [name: string]: string | number | boolean;
  } | null;
}

export type Walk = ReturnType<typeof makeWalk>;

/**
 * At the first step, or, after `before`, with its answers given again as far
 * as they fit. Throws LoopletFailure with everything wrong with the survey.
 */
export function makeWalk(
  engine: SurveyEngine,
  survey: Survey,
  { locale, traits }: WalkOptions,
  before?: { state: State; answers: Map<string, Answer> },
) {
  const handle = must(engine.load(survey));
  const answers = before?.answers ?? new Map<string, Answer>();
  const id = () => walk.state.step.id;
  let closed = false;
  const walk = {
    survey,
    answers,
    state: must(
      engine.start(handle, {
        locale,
        // Keeps the order of shuffled options through a change of language.
        seed: before?.state.seed ?? Math.floor(Math.random() * 2 ** 32),
        ...(traits && { traits }),
      }),
    ),
    isDone: () => walk.state.step.type === 'end',
    /** What was answered to this step before, or written and left. */
    former: () => answers.get(id()),
    /** Where an answer would lead; nothing changes. */
    peek: (answer: Answer) => engine.answer(handle, walk.state, answer),
    /** Goes where peek(answer) led. */
    go: (answer: Answer, next: State) => {
      answers.set(id(), answer);
      walk.state = next;
    },
    /** One step back; a draft is there again when the step comes up again. */
    back: (draft: Answer | undefined) => {
      if (draft !== undefined) answers.set(id(), draft);
      walk.state = must(engine.back(handle, walk.state));
    },
    /** The record of a state, as it is sent. */
    record: (state: State, id: string) =>
      engine.response(handle, state, {
        id,
        clientTime: new Date().toISOString(),
      }),
    preview: (score: number, baseline: Counts | null) =>
      must(engine.preview({ score, ...(baseline && { baseline }) })),
    /** Frees the engine's copy of the survey; the state stays. */
    close: () => {
      // Once only: the handle may be another survey's by then.
      if (!closed) engine.unload(handle);
      closed = true;
    },
  };
  for (const { step, answer } of before?.state.given ?? []) {
    const next = step === id() ? walk.peek(answer) : undefined;
    if (!next?.ok) break;
    walk.state = next.value;
  }
  return walk;
}

function must<T>(reply: Reply<T>): T {
  if (reply.ok) return reply.value;
  throw new LoopletFailure(reply.errors);
}
