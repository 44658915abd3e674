// One respondent's way through one survey: the engine's calls, the state they
// lead to, and what was answered on the way, for coming back to it.
import type { SurveyEngine } from '../engine/survey.ts';
import type {
  Answer,
  Counts,
  Preview,
  Reply,
  State,
  Survey,
  SurveyResponse,
} from '../engine/types.ts';
import { LoopletFailure } from './source.ts';

export interface WalkOptions {
  readonly locale: string;
  readonly traits: { readonly [name: string]: string } | null;
}

export class Walk {
  readonly survey: Survey;
  state: State;
  readonly #engine: SurveyEngine;
  readonly #handle: number;
  readonly #answers: Map<string, Answer>;
  #closed = false;

  /**
   * At the first step, or, after `before`, with its answers given again as far
   * as they fit. Throws LoopletFailure with everything wrong with the survey.
   */
  constructor(
    engine: SurveyEngine,
    survey: Survey,
    { locale, traits }: WalkOptions,
    before?: Walk,
  ) {
    this.survey = survey;
    this.#engine = engine;
    this.#answers = before ? before.#answers : new Map();
    this.#handle = must(engine.load(survey));
    this.state = must(
      engine.start(this.#handle, {
        locale,
        // Keeps the order of shuffled options through a change of language.
        seed:
          before?.state.seed ??
          crypto.getRandomValues(new Uint32Array(1))[0] ??
          0,
        ...(traits && { traits }),
      }),
    );
    for (const { step, answer } of before?.state.given ?? []) {
      const next = step === this.state.step.id ? this.peek(answer) : undefined;
      if (!next?.ok) break;
      this.state = next.value;
    }
  }

  get isDone(): boolean {
    return this.state.step.type === 'end';
  }

  /** What was answered to this step before, or written and left. */
  get former(): Answer | undefined {
    return this.#answers.get(this.state.step.id);
  }

  /** Where an answer would lead; nothing changes. */
  peek(answer: Answer): Reply<State> {
    return this.#engine.answer(this.#handle, this.state, answer);
  }

  /** Goes where peek(answer) led. */
  go(answer: Answer, next: State): void {
    this.#answers.set(this.state.step.id, answer);
    this.state = next;
  }

  /** One step back; a draft is there again when the step comes up again. */
  back(draft: Answer | undefined): void {
    if (draft !== undefined) this.#answers.set(this.state.step.id, draft);
    this.state = must(this.#engine.back(this.#handle, this.state));
  }

  /** The record of a state, as it is sent. */
  record(state: State, id: string): Reply<SurveyResponse> {
    return this.#engine.response(this.#handle, state, {
      id,
      clientTime: new Date().toISOString(),
    });
  }

  preview(score: number, baseline: Counts | null): Preview {
    return must(this.#engine.preview({ score, ...(baseline && { baseline }) }));
  }

  /** Frees the engine's copy of the survey; the state stays. */
  close(): void {
    // Once only: the handle may be another survey's by then.
    if (!this.#closed) this.#engine.unload(this.#handle);
    this.#closed = true;
  }
}

function must<T>(reply: Reply<T>): T {
  if (reply.ok) return reply.value;
  throw new LoopletFailure(reply.errors);
}
