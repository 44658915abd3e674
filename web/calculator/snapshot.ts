// What is kept or shared of a calculation: a document, read back as any text
// from outside is. Numbers only, unless a person adds what people wrote.
import type { Report } from '../engine/types.ts';
import type { Figures } from './figures.ts';
import type { Answers, Model, Other } from './model.ts';

const kVersion = 1;

export interface Snapshot {
  readonly v: typeof kVersion;
  readonly name: string;
  readonly counts: Answers['counts'];
  readonly other: Other | null;
  readonly goal: number;
  readonly confidence: number;
  readonly report: Report | null;
}

/** A report without a word that somebody wrote or typed into a cell. */
const numbersOnly = ({ phrases: _, source, ...report }: Report): Report => ({
  ...report,
  ...(source && { source: { ...source, choices: [] } }),
  faults: [],
  rows: {
    ...report.rows,
    rejected: report.rows.rejected.map((cell) => ({ ...cell, raw: '' })),
  },
  themes: report.themes.map((theme) => ({ ...theme, examples: [] })),
  comments: [],
});

/** How many comments a link has room for. */
const kMostComments = 200;

export function takeSnapshot(
  { answers, other, goal, confidence }: Model,
  withComments: boolean,
): Snapshot | null {
  if (!answers) return null;
  const { name, counts, report } = answers;
  return {
    v: kVersion,
    name,
    counts,
    other,
    goal,
    confidence,
    report:
      report &&
      (withComments
        ? { ...report, comments: report.comments.slice(0, kMostComments) }
        : numbersOnly(report)),
  };
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * The model that a text says, or null when it is none. What the engine would
 * refuse, and a report that is not as its schema says, is no snapshot.
 */
export async function readSnapshot(
  text: string,
  figures: Figures,
): Promise<Model | null> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  if (!isRecord(value) || value['v'] !== kVersion) return null;
  const { name, counts, other, goal, confidence, report } = value;
  const isCounts = (given: unknown): given is Answers['counts'] =>
    isRecord(given) && (figures.estimate(given as never, 0.95)?.n ?? 0) > 0;
  if (typeof name !== 'string' || !isCounts(counts)) return null;
  const fine = (number: unknown, low: number, high: number): number | null =>
    typeof number === 'number' && number >= low && number <= high
      ? number
      : null;
  const sure = fine(confidence, 0.5, 0.999);
  const wanted = fine(goal, -100, 100);
  if (sure === null || wanted === null || !Number.isInteger(wanted)) {
    return null;
  }
  let good: Report | null = null;
  if (report !== null && report !== undefined) {
    // The schema is large, and few links hold a report.
    const { isReport } = await import('./report_check.ts');
    if (!isReport(report)) return null;
    good = report;
  }
  const isOther =
    isRecord(other) &&
    typeof other['name'] === 'string' &&
    isCounts(other['counts']);
  return {
    answers: {
      from: 'link',
      name: name.slice(0, 200),
      counts,
      report: good,
      soFar: false,
    },
    other: isOther ? (other as unknown as Other) : null,
    goal: wanted,
    confidence: sure,
  };
}
