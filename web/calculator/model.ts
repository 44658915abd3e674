// What the page knows: the answers, what they are compared with, and what is
// wanted. One value, replaced whole; every part draws itself from it.
import type { Counts, Report } from '../engine/types.ts';

export interface Answers {
  readonly from: 'counts' | 'paste' | 'file' | 'link';
  readonly name: string;
  readonly counts: Counts;
  /** What else a file says; null where there are only counts. */
  readonly report: Report | null;
  /** The file is still being read: figures are of what came so far. */
  readonly soFar: boolean;
}

/** An earlier or another set of answers. */
export interface Other {
  readonly name: string;
  readonly counts: Counts;
}

export interface Model {
  readonly answers: Answers | null;
  readonly other: Other | null;
  readonly goal: number;
  /** 0 to 1. */
  readonly confidence: number;
}

export const kFirstModel: Model = {
  answers: null,
  other: null,
  goal: 50,
  confidence: 0.95,
};

export type Store = ReturnType<typeof makeStore>;

export function makeStore(first: Model) {
  let model = first;
  const listeners: ((model: Model) => void)[] = [];
  return {
    get: (): Model => model,
    set(change: Partial<Model>): void {
      model = { ...model, ...change };
      for (const listener of listeners) listener(model);
    },
    listen(listener: (model: Model) => void): void {
      listeners.push(listener);
    },
  };
}

/** The eleven counts, where they are known. */
export const scoresOf = (counts: Counts): readonly number[] | null =>
  'scores' in counts ? counts.scores : null;
