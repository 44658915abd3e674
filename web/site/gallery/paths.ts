// What a respondent is asked from a state on, if they answer what lies nearest.
// Decided by the engine, as everything else about a survey.
import type { SurveyEngine } from '../../engine/survey.ts';
import type { Answer, Reply, State, StepView } from '../../engine/types.ts';
import type { Level } from './levels.ts';

export interface Stop {
  readonly id: string;
  readonly type: StepView['type'];
  readonly text: string;
}

/** Whether this is the scale that tells the levels apart. */
export const isScale = ({ type, metric }: StepView): boolean =>
  type === 'nps' || (type === 'rating' && metric !== 'other');

/** The state at which the answer of `level` has just been given. */
export function stateAt(
  engine: SurveyEngine,
  handle: number,
  first: State,
  { point }: Level,
): State {
  let state = first;
  while (state.step.type !== 'end') {
    const scale = isScale(state.step);
    const answer = scale ? point : nearest(state.step);
    state = must(engine.answer(handle, state, answer));
    if (scale) break;
  }
  return state;
}

/** The step shown and all that would follow, the end among them. */
export function ahead(
  engine: SurveyEngine,
  handle: number,
  from: State,
): Stop[] {
  const stops: Stop[] = [];
  for (let state = from; ; ) {
    const { step } = state;
    stops.push({ id: step.id, type: step.type, text: step.text });
    if (step.type === 'end') return stops;
    state = must(engine.answer(handle, state, nearest(step)));
  }
}

/** What stands for any answer: skipped, or else the first of a list. */
function nearest({ type, optional, options, many }: StepView): Answer {
  if (optional || type === 'statement') return null;
  const [first] = options ?? [];
  if (first) return many ? [first.id] : first.id;
  return type === 'rating' ? 3 : type === 'nps' ? 0 : null;
}

export function must<T>(reply: Reply<T>): T {
  if (reply.ok) return reply.value;
  throw new Error(reply.errors[0]?.message);
}
