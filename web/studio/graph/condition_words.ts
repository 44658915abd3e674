// A condition in a few words: {"segment":"detractor"} is "detractor".
import type {
  Condition,
  Scalar,
  ScoreSet,
  Survey,
} from '../../engine/types.ts';
import { textIn } from './step_text.ts';

export interface Setting {
  readonly survey: Survey;
  readonly locale: string;
  /** The step whose rule it is: its own answer needs no name. */
  readonly step: string;
}

type Binding = 'all' | 'any' | 'one';

/** The whole condition; "always" for one that asks nothing. */
export function conditionWords(condition: Condition, setting: Setting): string {
  const { words } = phrase(condition, setting);
  return words === '' ? 'always' : words;
}

interface Phrase {
  readonly words: string;
  /** What holds the words together, for those who join them with others. */
  readonly bound: Binding;
}

const joined = (parts: readonly Phrase[], by: 'all' | 'any'): Phrase => {
  const given = parts.filter(({ words }) => words !== '');
  if (given.length === 1 && given[0]) return given[0];
  const words = given
    .map(({ words, bound }) =>
      bound === 'one' || bound === by ? words : `(${words})`,
    )
    .join(by === 'all' ? ' and ' : ' or ');
  return { words, bound: by };
};

const one = (words: string): Phrase => ({ words, bound: 'one' });

/** "a", "a or b", "a, b or c". */
export function orList(words: readonly string[]): string {
  const last = words.at(-1) ?? '';
  return words.length < 2
    ? last
    : `${words.slice(0, -1).join(', ')} or ${last}`;
}

const several = <T>(value: T | readonly T[]): readonly T[] =>
  Array.isArray(value) ? value : [value as T];

function phrase(condition: Condition, setting: Setting): Phrase {
  const parts: Phrase[] = [];
  const { segment, score, theme, sentiment, locale } = condition;
  if (segment !== undefined) parts.push(one(orList(several(segment))));
  if (score !== undefined) parts.push(one(scoreWords(score)));
  if (condition.step !== undefined) parts.push(one(answer(condition, setting)));
  if (condition.trait !== undefined) {
    parts.push(one(`${condition.trait} is ${scalar(condition.is)}`));
  }
  if (theme !== undefined) {
    const names = several(theme).map((name) => name.replaceAll('_', ' '));
    parts.push(one(`about ${orList(names)}`));
  }
  if (sentiment !== undefined) {
    const names = several(sentiment).map((sign) =>
      sign < 0 ? 'negative' : sign > 0 ? 'positive' : 'neutral',
    );
    parts.push(one(`${orList(names)} words`));
  }
  if (locale !== undefined) {
    parts.push(one(`speaks ${orList(several(locale))}`));
  }
  if (condition.all !== undefined) {
    parts.push(
      joined(
        condition.all.map((each) => phrase(each, setting)),
        'all',
      ),
    );
  }
  if (condition.any !== undefined) parts.push(anyOf(condition.any, setting));
  if (condition.not !== undefined) parts.push(negated(condition.not, setting));
  return joined(parts, 'all');
}

/** Alternatives; several values of one trait are listed once. */
function anyOf(conditions: readonly Condition[], setting: Setting): Phrase {
  const trait = conditions[0]?.trait;
  const same =
    trait !== undefined &&
    conditions.every(
      (each) => each.trait === trait && Object.keys(each).length === 2,
    );
  if (same) {
    const values = conditions.map((each) => scalar(each.is));
    return one(`${trait} is ${orList(values)}`);
  }
  return joined(
    conditions.map((each) => phrase(each, setting)),
    'any',
  );
}

/** What can be turned round in itself is; the rest gets a "not". */
function negated(condition: Condition, setting: Setting): Phrase {
  const keys = Object.keys(condition).length;
  if (condition.answered !== undefined && keys === 2) {
    return phrase({ ...condition, answered: !condition.answered }, setting);
  }
  const { words, bound } = phrase(condition, setting);
  return one(bound === 'one' ? `not ${words}` : `not (${words})`);
}

function scoreWords(score: ScoreSet): string {
  if (typeof score === 'number') return `score ${score}`;
  if ('length' in score) return `score ${orList(score.map(String))}`;
  const { from = 0, to = 10 } = score;
  return from === to ? `score ${from}` : `score ${from}–${to}`;
}

const scalar = (value: Scalar | undefined): string => String(value ?? '');

function answer(condition: Condition, setting: Setting): string {
  const { step = '', is, includes, answered } = condition;
  const own = step === setting.step;
  if (answered !== undefined) {
    if (own) return answered ? 'answered' : 'skipped';
    return `${step} ${answered ? 'answered' : 'not answered'}`;
  }
  const value = valueWords(step, includes ?? is, setting);
  return own ? value : `${step}: ${value}`;
}

/** The option's own words where the answer is one. */
function valueWords(
  id: string,
  value: Scalar | undefined,
  { survey, locale }: Setting,
): string {
  const step = survey.steps.find((each) => each.id === id);
  if (step?.type === 'choice') {
    const option = step.options.find((each) => each.id === value);
    if (option) return `“${textIn(option.text, locale, survey.locale)}”`;
  }
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return typeof value === 'number' ? String(value) : `“${scalar(value)}”`;
}
