// The texts as a file for translators, and what comes back.
import { readCsv, writeCsv } from '../../shared/csv.ts';
import type { SurveyText } from './survey_texts.ts';

export interface TextChange {
  readonly where: string;
  readonly language: string;
  readonly text: string;
}

export interface Imported {
  readonly changes: readonly TextChange[];
  /** Rows whose key is no text's. */
  readonly unknown: number;
  /** Texts whose source is another one than in the file. */
  readonly moved: number;
  readonly languages: readonly string[];
}

export function writeTexts(
  texts: readonly SurveyText[],
  languages: readonly string[],
): string {
  return writeCsv([
    ['key', 'what', ...languages],
    ...texts.map(({ key, step, name, by }) => [
      key,
      step === null ? name : `${step}: ${name}`,
      ...languages.map((language) => by.get(language) ?? ''),
    ]),
  ]);
}

/** A language tag as it is written, or null for what is none. */
export function languageTag(text: string): string | null {
  try {
    return Intl.getCanonicalLocales(text.trim())[0] ?? null;
  } catch {
    return null;
  }
}

/**
 * What a file that was filled in changes. Empty cells change nothing; neither
 * does the source's column, which translators are to read. A sentence instead
 * when it is no such file.
 */
export function readTexts(
  file: string,
  texts: readonly SurveyText[],
  source: string,
): Imported | string {
  const [head = [], ...rows] = readCsv(file);
  const keyAt = head.findIndex((name) => name.trim().toLowerCase() === 'key');
  if (keyAt < 0) {
    return 'This file has no column “key” in its first row. Export the texts and fill in that file.';
  }
  const columns = head.flatMap((name, at) => {
    const tag = at === keyAt || /^what$/i.test(name) ? null : languageTag(name);
    return tag === null ? [] : [{ tag, at }];
  });
  const targets = columns.filter(({ tag }) => tag !== source);
  if (targets.length === 0) {
    return `This file has no column of another language than ${source}.`;
  }
  const known = new Map(texts.map((text) => [text.key, text]));
  const sourceAt = columns.find(({ tag }) => tag === source)?.at;
  const changes: TextChange[] = [];
  let unknown = 0;
  let moved = 0;
  for (const row of rows) {
    const text = known.get(row[keyAt] ?? '');
    if (!text) {
      unknown += 1;
      continue;
    }
    const before = sourceAt === undefined ? undefined : row[sourceAt];
    if (before !== undefined && before !== (text.by.get(source) ?? '')) {
      moved += 1;
    }
    for (const { tag, at } of targets) {
      const cell = row[at] ?? '';
      if (cell.trim() === '' || cell === text.by.get(tag)) continue;
      changes.push({ where: text.where, language: tag, text: cell });
    }
  }
  return {
    changes,
    unknown,
    moved,
    languages: targets.map(({ tag }) => tag),
  };
}

/** What was taken over, as a sentence or three. */
export function importedWords({ changes, unknown, moved }: Imported): string {
  const many = (count: number, one: string, more: string): string =>
    `${count} ${count === 1 ? one : more}`;
  const words = [
    changes.length === 0
      ? 'Nothing in the file is new.'
      : `${many(changes.length, 'text was', 'texts were')} taken over.`,
  ];
  if (unknown > 0) {
    words.push(
      `${many(unknown, 'row belongs', 'rows belong')} to no text of this survey.`,
    );
  }
  if (moved > 0) {
    words.push(
      `The source of ${many(moved, 'text has', 'texts have')} changed since the export.`,
    );
  }
  return words.join(' ');
}
