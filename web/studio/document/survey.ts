// A survey as it may stand in a document that is being written: looked at
// without trust, since any member may be missing or of another type.
import type { Survey } from '../../engine/types.ts';
import {
  getAt,
  insertAt,
  isList,
  isObject,
  type Members,
  mapDeep,
  type Path,
  setAt,
} from './edit.ts';
import type { Json } from './json.ts';

/** An object with a list of steps: enough for the outline to show something. */
export const isSurvey = (value: Json | undefined): value is Members =>
  isObject(value) && isList(value['steps']);

/** What the engine has read without a fault is what its types say. */
export const asSurvey = (value: Json): Survey => value as unknown as Survey;

export const stepsOf = (survey: Json | undefined): readonly Json[] => {
  const steps = getAt(survey, ['steps']);
  return isList(steps) ? steps : [];
};

export const member = (value: Json | undefined, name: string): string => {
  const found = isObject(value) ? value[name] : undefined;
  return typeof found === 'string' ? found : '';
};

export const idOf = (step: Json | undefined): string => member(step, 'id');

export const localeOf = (survey: Json | undefined): string =>
  member(survey, 'locale') || 'en';

/** The words of a text in a language, or in that of the survey. */
export function wordsOf(
  text: Json | undefined,
  language: string,
  fallback: string,
): string {
  if (typeof text === 'string') return text;
  if (!isObject(text)) return '';
  for (let tag = language; tag; tag = tag.replace(/-?[^-]*$/, '')) {
    const found = text[tag];
    if (typeof found === 'string') return found;
  }
  const other = text[fallback] ?? Object.values(text)[0];
  return typeof other === 'string' ? other : '';
}

/** The words of exactly this language; undefined when it has none. */
export function ownWords(
  text: Json | undefined,
  language: string,
  fallback: string,
): string | undefined {
  if (typeof text === 'string') {
    return language === fallback ? text : undefined;
  }
  const found = isObject(text) ? text[language] : undefined;
  return typeof found === 'string' ? found : undefined;
}

/** The text with other words in one language; none take it away. */
export function withWords(
  text: Json | undefined,
  language: string,
  fallback: string,
  words: string,
): Json | undefined {
  const map: Members = isObject(text)
    ? text
    : typeof text === 'string' && text !== ''
      ? { [fallback]: text }
      : {};
  const made = Object.fromEntries(
    Object.entries(
      Object.hasOwn(map, language) ? map : { ...map, [language]: words },
    )
      .map(([tag, old]) => [tag, tag === language ? words : old] as const)
      .filter(([tag, now]) => tag !== language || now !== ''),
  );
  const tags = Object.keys(made);
  if (tags.length === 0) return undefined;
  // One language needs no map, unless it was written as one.
  return tags.length === 1 && tags[0] === fallback && !isObject(text)
    ? (made[fallback] as string)
    : made;
}

const kTexts = new Set([
  ...['text', 'help', 'low', 'high', 'otherText', 'placeholder', 'consent'],
  ...['label', 'button', 'title', 'subject', 'owner'],
]);

/** Every language with a text, that of the survey first. */
export function languagesOf(survey: Json | undefined): string[] {
  const found = new Set([localeOf(survey)]);
  const look = (value: Json): void => {
    if (isList(value)) value.forEach(look);
    else if (isObject(value)) {
      for (const [name, part] of Object.entries(value)) {
        if (kTexts.has(name) && isObject(part)) {
          for (const tag of Object.keys(part)) found.add(tag);
        } else look(part);
      }
    }
  };
  if (survey !== undefined) look(survey);
  return [...found];
}

/** A name like `base` that no step has yet. */
export function freshId(taken: Iterable<string>, base: string): string {
  const names = new Set(taken);
  const plain =
    base
      .normalize('NFKD')
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 40) || 'item';
  let id = plain;
  for (let n = 2; names.has(id); n++) id = `${plain}-${n}`;
  return id;
}

const idsOf = (survey: Json): string[] => stepsOf(survey).map(idOf);

/** Another id for a step, in every rule, condition and text that names it. */
export function renameStep(survey: Json, index: number, to: string): Json {
  const from = idOf(stepsOf(survey)[index]);
  const named = setAt(survey, ['steps', index, 'id'], to);
  // Ids are what steps are told apart by; of two alike only this one changes.
  if (!from || idsOf(survey).filter((id) => id === from).length > 1) {
    return named;
  }
  const piece = new RegExp(`\\{${from}(?=[|}])`, 'g');
  return mapDeep(named, (part, path) => {
    if (typeof part !== 'string') return part;
    const name = path.at(-1);
    const holder = path.at(-2);
    const isTarget =
      (name === 'next' && path[0] === 'steps') ||
      (name === 'to' && path.at(-3) === 'next') ||
      (name === 'step' && path.includes('when'));
    if (isTarget) return part === from ? to : part;
    const isText =
      kTexts.has(String(name)) || kTexts.has(String(holder)) || name === 'url';
    return isText ? part.replace(piece, `{${to}`) : part;
  });
}

/** Where a step leads when no rule of its own holds. */
export function followerOf(survey: Json, index: number): string | null {
  const steps = stepsOf(survey);
  const next = getAt(steps[index], ['next']);
  if (typeof next === 'string') return next;
  if (isList(next)) {
    const last = next.at(-1);
    return isObject(last) && !('when' in last) ? member(last, 'to') : null;
  }
  return idOf(steps[index + 1]) || null;
}

/** Without a step; what led to it leads to what followed it. */
export function removeStep(survey: Json, index: number): Json {
  const id = idOf(stepsOf(survey)[index]);
  const after = followerOf(survey, index);
  const without = setAt(survey, ['steps', index], undefined);
  if (!id || idsOf(without).includes(id)) return without;
  return mapDeep(without, (part, path) => {
    const isTarget =
      (path.at(-1) === 'next' && path.length === 3) ||
      (path.at(-1) === 'to' && path.at(-3) === 'next');
    return isTarget && part === id && after && after !== id ? after : part;
  });
}

export function duplicateStep(survey: Json, index: number): Json {
  const step = stepsOf(survey)[index];
  if (!isObject(step)) return survey;
  const id = freshId(idsOf(survey), `${idOf(step) || 'step'}-copy`);
  return insertAt(survey, ['steps'], index + 1, { ...step, id });
}

/** Words to start from, by step type. */
const kStarts: { readonly [type: string]: (subject: string) => Members } = {
  nps: () => ({
    text: 'How likely are you to recommend {subject} to a friend or colleague?',
    low: 'Not at all likely',
    high: 'Extremely likely',
  }),
  rating: () => ({
    text: 'How satisfied are you with {subject}?',
    low: 'Not at all',
    high: 'Very',
    metric: 'csat',
    style: 'stars',
    points: 5,
  }),
  choice: () => ({
    text: 'What matters most to you?',
    options: [
      { id: 'first', text: 'The first option' },
      { id: 'second', text: 'The second option' },
    ],
    other: true,
  }),
  text: () => ({ text: 'What is the main reason?', optional: true }),
  contact: () => ({
    text: 'May we write to you about this?',
    fields: ['name', 'email'],
    consent: 'You may contact me about my answers.',
    optional: true,
  }),
  consent: () => ({ text: 'May we quote you?', optional: true }),
  statement: () => ({ text: 'One more question.' }),
  end: () => ({ text: 'Thank you.' }),
};

export const stepTypes = Object.keys(kStarts);

/** A new step of a type, with words to change. */
export function newStep(survey: Json, type: string): Members {
  const id = freshId(idsOf(survey), type === 'nps' ? 'score' : type);
  return { id, type, ...(kStarts[type]?.('') ?? { text: '' }) };
}

/** The smallest survey worth starting from. */
export const emptySurvey = (): Members => ({
  format: 1,
  id: 'my-survey',
  revision: 1,
  locale: 'en',
  subject: 'our product',
  steps: [
    {
      id: 'score',
      type: 'nps',
      ...kStarts['nps']?.(''),
      next: [
        { when: { segment: 'detractor' }, to: 'went-wrong' },
        { when: { segment: 'passive' }, to: 'make-it-ten' },
        { to: 'loved' },
      ],
    },
    {
      id: 'went-wrong',
      type: 'text',
      text: 'You chose {score}. What is the one thing to fix?',
      optional: true,
      next: 'thanks',
    },
    {
      id: 'make-it-ten',
      type: 'text',
      text: 'What would make it a 9 or 10?',
      optional: true,
      next: 'thanks',
    },
    {
      id: 'loved',
      type: 'text',
      text: 'What do you love most?',
      optional: true,
      next: 'thanks',
    },
    { id: 'thanks', type: 'end', text: 'Thank you.' },
  ],
});

/** Every path of a condition's or rule's part; for menus. */
export type { Path };
