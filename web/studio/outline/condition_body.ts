// The rest of a condition, once it is known what it is about.
import { h } from '../../widget/dom.ts';
import { isList, isObject, type Path } from '../document/edit.ts';
import type { Json } from '../document/json.ts';
import {
  idOf,
  localeOf,
  member,
  stepsOf,
  wordsOf,
} from '../document/survey.ts';
import { setOptions, setValue, toggles } from '../../shared/ui.ts';
import type { Context, Control } from './field.ts';
import { definition, inWords } from './schema.ts';
import { setStepMenu } from './steps_menu.ts';

type Set = (condition: Json) => void;

/** One word, or a list of several. */
const oneOrMany = (chosen: readonly Json[]): Json =>
  chosen.length === 1 ? (chosen[0] ?? null) : chosen;

const listed = (value: Json | undefined): readonly Json[] =>
  isList(value) ? value : value === undefined ? [] : [value];

const get = (condition: Json | undefined, name: string): Json | undefined =>
  isObject(condition) ? condition[name] : undefined;

/** The scores that a set of them means. */
export function scoresOf(set: Json | undefined): number[] {
  if (isObject(set)) {
    const from = typeof set['from'] === 'number' ? set['from'] : 0;
    const to = typeof set['to'] === 'number' ? set['to'] : 10;
    return kScores.filter((score) => score >= from && score <= to);
  }
  return listed(set).filter((score) => typeof score === 'number');
}
const kScores = Array.from({ length: 11 }, (_, score) => score);

/** The shortest way to say which scores. */
export function scoreSet(scores: readonly number[]): Json {
  const [first] = scores;
  const last = scores.at(-1);
  if (first === undefined || last === undefined) return [];
  if (scores.length === 1) return first;
  return last - first === scores.length - 1
    ? { from: first, to: last }
    : [...scores];
}

export function conditionBody(
  kind: string,
  context: Context,
  at: () => Path,
  set: Set,
): Control {
  switch (kind) {
    case 'segment': {
      const names = definition('Segment').enum ?? [];
      return toggled('Segments', () => names.map((n) => [n, inWords(n)]), {
        read: (value) => listed(get(value, kind)).map(String),
        write: (chosen) => set({ segment: oneOrMany(chosen) }),
        look: 'segments',
      });
    }
    case 'score':
      return toggled('Scores', () => kScores.map((n) => [`${n}`, `${n}`]), {
        read: (value) => scoresOf(get(value, kind)).map(String),
        write: (chosen) => set({ score: scoreSet(chosen.map(Number)) }),
        look: 'scores',
      });
    case 'theme': {
      const names = definition('Theme').enum ?? [];
      return toggled('Themes', () => names.map((n) => [n, inWords(n)]), {
        read: (value) => listed(get(value, kind)).map(String),
        write: (chosen) => set({ theme: oneOrMany(chosen) }),
      });
    }
    case 'sentiment':
      return toggled('Sentiments', () => kSentiments, {
        read: (value) => listed(get(value, kind)).map(String),
        write: (chosen) => set({ sentiment: oneOrMany(chosen.map(Number)) }),
      });
    case 'locale':
      return toggled(
        'Languages',
        (value) => {
          const known = context.languages();
          const more = listed(get(value, kind)).map(String);
          return [...new Set([...known, ...more])].map((tag) => [tag, tag]);
        },
        {
          read: (value) => listed(get(value, kind)).map(String),
          write: (chosen) => set({ locale: oneOrMany(chosen) }),
        },
      );
    case 'trait':
      return traitBody(context, set);
    default:
      return stepBody(context, at, set);
  }
}

const kSentiments: [string, string][] = [
  ['-1', 'Negative'],
  ['0', 'Neutral'],
  ['1', 'Positive'],
];

function toggled(
  legend: string,
  options: (value: Json | undefined) => [string, string][],
  {
    read,
    write,
    look = '',
  }: {
    read: (value: Json | undefined) => string[];
    write: (chosen: string[]) => void;
    look?: string;
  },
): Control {
  const set = toggles(legend, write, look);
  return {
    node: set.node,
    update: (value) => set.update(options(value), read(value)),
  };
}

function traitBody(context: Context, set: Set): Control {
  let condition: Json | undefined;
  const known = (): readonly Json[] =>
    listed(get(context.survey(), 'traits')).filter(isObject);
  const valuesOf = (name: string): readonly Json[] =>
    listed(
      get(
        known().find((trait) => member(trait, 'name') === name),
        'values',
      ),
    );
  const name = h('select', {
    'aria-label': 'Trait',
    change: () => {
      const [first] = valuesOf(name.value);
      set({ trait: name.value, is: first ?? get(condition, 'is') ?? '' });
    },
  });
  const choose = h('select', {
    'aria-label': 'Value of the trait',
    change: () => set({ trait: name.value, is: choose.value }),
  });
  const write = h('input', {
    type: 'text',
    'aria-label': 'Value of the trait',
    input: () => set({ trait: name.value, is: write.value }),
  });
  return {
    node: h(
      'div',
      { class: 'inline' },
      name,
      h('span', { class: 'word' }, 'is'),
      choose,
      write,
    ),
    update(value) {
      condition = value;
      const now = member(value, 'trait');
      const is = get(value, 'is');
      const names = known().map((trait) => member(trait, 'name'));
      setOptions(
        name,
        [...new Set([...names, now])].map((one) => [
          one,
          names.includes(one) ? one : `${one} (not declared)`,
        ]),
        now,
      );
      const values = valuesOf(now).map(String);
      choose.hidden = values.length === 0;
      write.hidden = values.length > 0;
      const text = String(is ?? '');
      setOptions(
        choose,
        [...new Set([...values, text])].map((one) => [one, one]),
        text,
      );
      setValue(write, text);
    },
  };
}

const kOperators = {
  is: 'is',
  includes: 'includes',
  answered: 'was given',
  skipped: 'was not given',
} as const;

/** What can be asked about the answer to a step of each type. */
const operatorsOf = (type: string): (keyof typeof kOperators)[] => {
  switch (type) {
    case 'nps':
    case 'rating':
    case 'consent':
      return ['is', 'answered', 'skipped'];
    case 'choice':
      return ['includes', 'is', 'answered', 'skipped'];
    default:
      return ['answered', 'skipped'];
  }
};

/** What an answer to a step may be, with words. */
function answersOf(step: Json | undefined, context: Context): [Json, string][] {
  switch (member(step, 'type')) {
    case 'nps':
      return kScores.map((score) => [score, `${score}`]);
    case 'rating': {
      const points = get(step, 'points');
      const most = typeof points === 'number' ? Math.min(points, 10) : 5;
      return kScores.slice(1, most + 1).map((point) => [point, `${point}`]);
    }
    case 'consent':
      return [
        [true, 'yes'],
        [false, 'no'],
      ];
    default: {
      const fallback = localeOf(context.survey());
      return listed(get(step, 'options')).map((option) => [
        idOf(option),
        wordsOf(get(option, 'text'), context.locale(), fallback) ||
          idOf(option),
      ]);
    }
  }
}

function stepBody(context: Context, at: () => Path, set: Set): Control {
  let condition: Json | undefined;
  const find = (id: string): Json | undefined =>
    stepsOf(context.survey()).find((step) => idOf(step) === id);
  const write = (id: string, operator: string, answer?: Json): void => {
    const step = find(id);
    const [first] = answersOf(step, context)[0] ?? [''];
    if (operator === 'is' || operator === 'includes') {
      set({ step: id, [operator]: answer ?? first });
    } else set({ step: id, answered: operator === 'answered' });
  };
  const operatorOf = (value: Json | undefined): string =>
    get(value, 'is') !== undefined
      ? 'is'
      : get(value, 'includes') !== undefined
        ? 'includes'
        : get(value, 'answered') === false
          ? 'skipped'
          : 'answered';
  const step = h('select', {
    'aria-label': 'Step asked about',
    change: () => {
      const now = operatorOf(condition);
      const fits: readonly string[] = operatorsOf(
        member(find(step.value), 'type'),
      );
      write(step.value, fits.includes(now) ? now : (fits[0] ?? 'answered'));
    },
  });
  const operator = h('select', {
    'aria-label': 'How the answer is compared',
    change: () => write(member(condition, 'step'), operator.value),
  });
  const answer = h('select', {
    'aria-label': 'Answer',
    change: () =>
      write(
        member(condition, 'step'),
        operatorOf(condition),
        JSON.parse(answer.value) as Json,
      ),
  });
  return {
    node: h('div', { class: 'inline' }, step, operator, answer),
    update(value) {
      condition = value;
      const id = member(value, 'step');
      setStepMenu(step, context, id);
      step.dataset['where'] = `/${[...at(), 'step'].join('/')}`;
      const now = operatorOf(value);
      const fits = operatorsOf(member(find(id), 'type'));
      const names: readonly string[] = [...new Set([...fits, now])];
      setOptions(
        operator,
        names.map((one) => [one, kOperators[one as keyof typeof kOperators]]),
        now,
      );
      const compared = now === 'is' || now === 'includes';
      answer.hidden = !compared;
      if (!compared) return;
      const given = get(value, now) ?? '';
      const known = answersOf(find(id), context);
      const text = JSON.stringify(given);
      const options = known.map(
        ([of, words]) => [JSON.stringify(of), words] as const,
      );
      setOptions(
        answer,
        options.some(([of]) => of === text)
          ? options
          : [...options, [text, `${String(given)} (no such answer)`]],
        text,
      );
    },
  };
}
