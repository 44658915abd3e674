// Figures as sentences. Nothing is computed here but the rounding at the edge.
import { whole } from '../site/numbers.ts';
import type { Comparison, Estimate } from '../engine/types.ts';

export { answers, whole } from '../site/numbers.ts';

const kMinus = '\u2212';

/** Points with a sign: +4, −3, 0. */
export const signed = (points: number): string =>
  Math.round(points) > 0 ? `+${whole(points)}` : whole(points);

/** A tenth of a point where whole ones would hide it. */
export function tenths(points: number): string {
  const text = Math.abs(points).toFixed(1);
  return text === '0.0' ? '0' : `${points < 0 ? kMinus : '+'}${text}`;
}

export const percent = (share: number): string =>
  `${Number((share * 100).toFixed(1))} %`;

/** "p = 0.03", "p < 0.001". */
export const chance = (p: number): string =>
  p < 0.001 ? 'p < 0.001' : `p = ${p < 0.1 ? p.toFixed(3) : p.toFixed(2)}`;

export const between = (low: number, high: number): string =>
  `${whole(low)} and ${whole(high)}`;

/** "NPS 43, 95 % between 27 and 57, 84 answers" */
export function headline({
  rounded,
  low,
  high,
  n,
  confidence,
}: Estimate): string {
  const count = `${whole(n)} ${n === 1 ? 'answer' : 'answers'}`;
  if (rounded === null || low === null || high === null) return 'No answers';
  return `NPS ${whole(rounded)}, ${percent(confidence)} between ${between(low, high)}, ${count}`;
}

export interface Verdict {
  readonly kind: 'up' | 'down' | 'noise';
  readonly title: string;
  readonly text: string;
}

/** Whether a change is one. */
export function verdict({
  change,
  low,
  high,
  p,
  significant,
  confidence,
}: Comparison): Verdict | null {
  if (change === null || low === null || high === null || p === null) {
    return null;
  }
  const range = `${signed(change)} points, ${percent(confidence)} between ${signed(low)} and ${signed(high)} (${chance(p)}).`;
  if (!significant) {
    return { kind: 'noise', title: 'This can be noise', text: range };
  }
  return change > 0
    ? { kind: 'up', title: 'The score went up', text: range }
    : { kind: 'down', title: 'The score went down', text: range };
}

export const kSegments = [
  { id: 'detractors', one: 'detractor', name: 'Detractors', scores: '0–6' },
  { id: 'passives', one: 'passive', name: 'Passives', scores: '7–8' },
  { id: 'promoters', one: 'promoter', name: 'Promoters', scores: '9–10' },
] as const;

export const segmentOf = (
  score: number,
): 'detractor' | 'passive' | 'promoter' =>
  score <= 6 ? 'detractor' : score <= 8 ? 'passive' : 'promoter';

const kThemes: { readonly [id: string]: string } = {
  product_quality: 'Product quality',
  missing_feature: 'Missing feature',
  usability: 'Ease of use',
  support_speed: 'Support: speed',
  support_quality: 'Support: quality',
  pricing_value: 'Price and value',
  billing: 'Billing',
  delivery_logistics: 'Delivery',
  reliability_bugs: 'Reliability and bugs',
  performance_speed: 'Speed',
  account_communication: 'Account and communication',
  staff: 'Staff',
  other: 'Something else',
};

export const themeName = (id: string): string =>
  kThemes[id] ?? id.replaceAll('_', ' ');

const kSentiments = ['Negative', 'Neutral', 'Positive'] as const;
export const sentimentName = (sentiment: number): string =>
  kSentiments[sentiment + 1] ?? 'Neutral';
