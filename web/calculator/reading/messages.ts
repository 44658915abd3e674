// What the page and its reading Worker say to each other. Each piece of work
// has a number; a Worker does one at a time.
import type {
  AnalyzeOptions,
  Fault,
  Report,
  ReportSource,
} from '../../engine/types.ts';

export type Asked =
  | {
      readonly kind: 'read';
      readonly job: number;
      readonly file: File;
      readonly options: AnalyzeOptions;
    }
  | { readonly kind: 'stop' };

export type Told =
  /** So much of the file has been read; now and then with figures so far. */
  | {
      readonly kind: 'progress';
      readonly job: number;
      readonly done: number;
      readonly total: number;
      /** The file is read once more: later rows stand for earlier ones. */
      readonly again: boolean;
      readonly report: Report | null;
    }
  | {
      readonly kind: 'done';
      readonly job: number;
      readonly report: Report;
    }
  | {
      readonly kind: 'failed';
      readonly job: number;
      readonly errors: readonly Fault[];
      /** What was understood, if anything: it may have to be chosen. */
      readonly source: ReportSource | null;
      /** The engine is of no use any more. */
      readonly dead: boolean;
    }
  /** The work was given up as asked; another may come. */
  | { readonly kind: 'stopped'; readonly job: number };
