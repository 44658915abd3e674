// Ways through a survey, walked by the engine: as somebody who would or would
// not recommend, along given answers, or to a step.
import type { SurveyEngine } from '../../engine/survey.ts';
import type {
  Answer,
  Given,
  Segment,
  StartOptions,
  State,
  StepView,
  Survey,
} from '../../engine/types.ts';

/** The states of a walk, from the first question on. */
export type Way = readonly State[];

export interface Walker {
  /** Answers as one of the three would, to an end. */
  as(segment: Segment): Way;
  /** Gives these answers as far as they fit. */
  along(answers: readonly Given[]): Way;
  /** To a step, by whatever answers lead there; null: none was found. */
  to(step: string): Way | null;
  close(): void;
}

const kScores = { detractor: 3, passive: 8, promoter: 10 } as const;
/** No way is longer: a survey has 64 steps and no circles. */
const kLongest = 64;
const kMostTries = 3000;

/** Answers that a person of a segment might give, the likeliest first. */
function answersOf(step: StepView, segment: Segment): Answer[] {
  const { type, options = [], many, points = 5, fields = [] } = step;
  switch (type) {
    case 'nps':
      return [kScores[segment]];
    case 'rating':
      return [
        segment === 'promoter'
          ? points
          : segment === 'passive'
            ? Math.ceil((points + 1) / 2)
            : 1,
      ];
    case 'choice': {
      const ids = options.map(({ id }) => id);
      return [...ids.map((id): Answer => (many ? [id] : id)), null];
    }
    case 'text':
      return [
        step.optional ? null : 'In my own words.',
        'In my own words.',
        null,
      ];
    case 'contact': {
      const contact: { [name: string]: string | boolean } = {};
      if (fields.includes('name')) contact['name'] = 'Ada Lovelace';
      if (fields.includes('email')) contact['email'] = 'ada@example.com';
      if (fields.includes('phone')) contact['phone'] = '+44 20 7946 0000';
      if (step.consent) contact['consent'] = true;
      return [null, contact as Answer];
    }
    case 'consent':
      return [true, false, null];
    default:
      return [null];
  }
}

/** Every kind of answer that could lead another way. */
function triesOf(step: StepView): Answer[] {
  const all = (['detractor', 'passive', 'promoter'] as const).flatMap(
    (segment) => answersOf(step, segment),
  );
  const more: Answer[] =
    step.type === 'nps'
      ? Array.from({ length: 11 }, (_, score) => score)
      : step.type === 'rating'
        ? Array.from({ length: step.points ?? 5 }, (_, point) => point + 1)
        : [];
  const seen = new Set<string>();
  return [...all, ...more, null].filter((answer) => {
    const key = JSON.stringify(answer);
    return !seen.has(key) && seen.add(key);
  });
}

/** Null when the survey cannot be run. */
export function makeWalker(
  engine: SurveyEngine,
  survey: Survey,
  options: StartOptions,
): Walker | null {
  const loaded = engine.load(survey);
  if (!loaded.ok) return null;
  const handle = loaded.value;
  const start = (): State | null => {
    const reply = engine.start(handle, options);
    return reply.ok ? reply.value : null;
  };
  const go = (state: State, answer: Answer): State | null => {
    const reply = engine.answer(handle, state, answer);
    return reply.ok ? reply.value : null;
  };
  const walk = (choose: (state: State) => Answer[]): Way => {
    const way: State[] = [];
    let state = start();
    while (state && way.length < kLongest) {
      way.push(state);
      if (state.step.type === 'end') break;
      let next: State | null = null;
      for (const answer of choose(state)) {
        next = go(state, answer);
        if (next) break;
      }
      state = next;
    }
    return way;
  };
  return {
    as: (segment) => walk(({ step }) => answersOf(step, segment)),
    along: (answers) => {
      let at = 0;
      return walk(({ step }) => {
        const given = answers[at];
        if (given?.step !== step.id) return [];
        at++;
        return [given.answer];
      });
    },
    to: (wanted) => {
      let tries = 0;
      const seen = new Set<string>();
      const search = (way: Way): Way | null => {
        const state = way.at(-1);
        if (!state || state.step.id === wanted) return state ? way : null;
        if (state.step.type === 'end' || way.length >= kLongest) return null;
        for (const answer of triesOf(state.step)) {
          if (++tries > kMostTries) return null;
          const next = go(state, answer);
          if (!next) continue;
          // What was answered decides what follows, but seldom all of it: a
          // step is tried once for each score and answer just before it.
          const score = next.given.find(
            ({ answer: of }) => typeof of === 'number',
          );
          const key = `${next.step.id} ${JSON.stringify([score, answer])}`;
          if (seen.has(key)) continue;
          seen.add(key);
          const found = search([...way, next]);
          if (found) return found;
        }
        return null;
      };
      const first = start();
      return first && search([first]);
    },
    close: () => engine.unload(handle),
  };
}
