// The texts of a survey side by side, as the engine's `translations` tells
// them, with languages that were added and have no text yet.
import type {
  LanguageProgress,
  Survey,
  Translations,
} from '../../engine/types.ts';
import { keyOf, textName } from './text_places.ts';

/** The counts of a language. */
export type LanguageCount = Pick<
  LanguageProgress,
  'language' | 'missing' | 'outdated'
>;

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
  /** By language, the source among them. */
  readonly by: ReadonlyMap<string, string>;
  /** Languages whose text stayed when the source changed. */
  readonly outdated: ReadonlySet<string>;
}

/** How a text stands in a language. */
export type TextState = 'there' | 'missing' | 'outdated' | 'forAll';

export function surveyTexts(
  { source, texts }: Translations,
  survey: Survey,
): SurveyText[] {
  return texts.map((text) => {
    const { where, plain, step, translations } = text;
    const by = new Map([[source, text.source]]);
    for (const { language, text: words } of translations) {
      if (!plain && words !== null) by.set(language, words);
    }
    const outdated = translations.filter((each) => each.outdated);
    return {
      where,
      key: keyOf(survey, where),
      step: step ?? null,
      name: textName(survey, where),
      plain,
      by,
      outdated: new Set(outdated.map(({ language }) => language)),
    };
  });
}

export function stateOf(text: SurveyText, language: string): TextState {
  if (text.outdated.has(language)) return 'outdated';
  if (text.by.has(language)) return 'there';
  return text.plain ? 'forAll' : 'missing';
}

/** The engine's counts; of a language that was added, what it lacks. */
export function countOf(
  language: string,
  { progress }: Translations,
  texts: readonly SurveyText[],
): LanguageCount {
  const known = progress.find((each) => each.language === language);
  if (known) return known;
  const missing = texts.filter((text) => stateOf(text, language) === 'missing');
  return { language, missing: missing.length, outdated: 0 };
}

/** "3 missing, 1 outdated", or "complete". */
export function countWords({ missing, outdated }: LanguageCount): string {
  const parts: string[] = [];
  if (missing > 0) parts.push(`${missing} missing`);
  if (outdated > 0) parts.push(`${outdated} outdated`);
  return parts.length === 0 ? 'complete' : parts.join(', ');
}
