// A simulation drawn onto the graph: how many of all come by each step and go
// each way.
import type { Segment } from '../../engine/types.ts';

export interface FlowWay {
  readonly from: string;
  readonly to: string;
  /** Of all respondents, 0 to 1. */
  readonly share: number;
}

export interface Flow {
  /** Of all respondents, 0 to 1, by step. */
  readonly steps: ReadonlyMap<string, number>;
  readonly ways: readonly FlowWay[];
}

/** "62 %", "3.4 %", "under 0.1 %", "0 %": as many digits as say something. */
export function shareWords(share: number): string {
  const percent = share * 100;
  if (percent === 0) return '0 %';
  if (percent < 0.1) return 'under 0.1 %';
  if (percent < 9.95) return `${percent.toFixed(1)} %`;
  // Nearly all is not all.
  return `${percent < 100 ? Math.min(99, Math.round(percent)) : 100} %`;
}

/** The width of a way that so many go. */
export const wayWidth = (share: number): number => 1.5 + 12 * share;

/** What a segment is called, one and many. */
export const kSegmentNames: Record<
  Segment,
  { readonly one: string; readonly many: string; readonly scores: string }
> = {
  detractor: { one: 'detractor', many: 'Detractors', scores: '0–6' },
  passive: { one: 'passive', many: 'Passives', scores: '7–8' },
  promoter: { one: 'promoter', many: 'Promoters', scores: '9–10' },
};
