// Every text of a survey, by language: what is missing, and what was left
// behind when the text it was translated from changed.
import type { Survey, Text } from '../../engine/types.ts';

export interface SurveyText {
  /** JSON Pointer to the text. */
  readonly where: string;
  /** The same while steps move: "tell-more/text", "price/options/low/text". */
  readonly key: string;
  /** Id of its step; null: of the survey. */
  readonly step: string | null;
  /** What it is, in words. */
  readonly name: string;
  /** One text for every language. */
  readonly plain: boolean;
  /** By language; a plain text is one of the source language. */
  readonly by: ReadonlyMap<string, string>;
}

/** How a text stands in a language. */
export type TextState = 'there' | 'missing' | 'outdated' | 'forAll';

type Bag = { readonly [name: string]: unknown };

/** Texts of a step by themselves, in the order that respondents meet them. */
const kStepTexts: readonly (readonly [string, string])[] = [
  ['text', 'Question'],
  ['help', 'Help'],
  ['low', 'Low end'],
  ['high', 'High end'],
  ['otherText', 'Other'],
  ['placeholder', 'Example'],
  ['consent', 'Consent'],
  ['label', 'Label'],
  ['button', 'Button'],
];

export function surveyTexts(survey: Survey): SurveyText[] {
  const texts: SurveyText[] = [];
  const add = (
    step: string | null,
    where: string,
    key: string,
    name: string,
    text: unknown,
  ): void => {
    if (text === undefined || text === null) return;
    const plain = typeof text === 'string';
    const by = new Map(
      plain ? [[survey.locale, text]] : Object.entries(text as Bag),
    ) as Map<string, string>;
    texts.push({ where, key, step, name, plain, by });
  };
  const whole: readonly (readonly [string, string, Text | undefined])[] = [
    ['title', 'Title', survey.title],
    ['subject', 'Subject', survey.subject],
    ['owner', 'Owner', survey.owner],
    ['privacy/text', 'Privacy link', survey.privacy?.text],
  ];
  for (const [key, name, text] of whole) add(null, `/${key}`, key, name, text);
  for (const [at, step] of survey.steps.entries()) {
    const members = step as unknown as Bag;
    const where = `/steps/${at}`;
    for (const [field, name] of kStepTexts) {
      const shown = step.type === 'end' && field === 'text' ? 'Words' : name;
      const key = `${step.id}/${field}`;
      add(step.id, `${where}/${field}`, key, shown, members[field]);
    }
    for (const list of ['options', 'actions'] as const) {
      const items = (members[list] ?? []) as readonly Bag[];
      for (const [n, item] of items.entries()) {
        // An action has no id: its place among them is its name.
        const id = String(item['id'] ?? n + 1);
        const key = `${step.id}/${list}/${id}/text`;
        const name = list === 'options' ? `Option ${id}` : `Action ${n + 1}`;
        add(step.id, `${where}/${list}/${n}/text`, key, name, item['text']);
      }
    }
  }
  return texts;
}

/** The languages of a survey: its own first, then as they come. */
export function languagesOf(
  survey: Survey,
  texts: readonly SurveyText[],
): string[] {
  const tags = new Set([survey.locale]);
  for (const { plain, by } of texts) {
    if (!plain) for (const tag of by.keys()) tags.add(tag);
  }
  return [...tags];
}

/** "de" speaks for "de-AT". */
const speaks = (tag: string, language: string): boolean =>
  language === tag || language.startsWith(`${tag}-`);

/**
 * How a text stands in a language. As in `check`: one text for all is
 * expected nowhere else; of a text in several languages every language of the
 * survey is. Outdated: it stayed as it was in `before` while the text in the
 * source language did not.
 */
export function stateOf(
  text: SurveyText,
  language: string,
  source: string,
  before: SurveyText | undefined,
): TextState {
  const own = text.by.get(language);
  if (own === undefined) {
    if (text.plain) return 'forAll';
    const spoken = [...text.by.keys()].some((tag) => speaks(tag, language));
    return spoken ? 'there' : 'missing';
  }
  if (language === source || !before) return 'there';
  const was = before.by.get(source);
  const changed = was !== undefined && was !== text.by.get(source);
  return changed && before.by.get(language) === own ? 'outdated' : 'there';
}

export interface LanguageCount {
  readonly language: string;
  readonly missing: number;
  readonly outdated: number;
}

/** "3 missing, 1 outdated", or "complete". */
export function countWords({ missing, outdated }: LanguageCount): string {
  const parts: string[] = [];
  if (missing > 0) parts.push(`${missing} missing`);
  if (outdated > 0) parts.push(`${outdated} outdated`);
  return parts.length === 0 ? 'complete' : parts.join(', ');
}

/** The texts as they were, by their keys. */
export const byKey = (survey: Survey | null): ReadonlyMap<string, SurveyText> =>
  new Map((survey ? surveyTexts(survey) : []).map((text) => [text.key, text]));
