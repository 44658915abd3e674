// What the page and its reading Worker say to each other.
import type { AnalyzeOptions, Fault, Report } from '../../engine/types.ts';

export interface ReadFile {
  readonly file: File;
  readonly options: AnalyzeOptions;
}

export type ReadTold =
  /** So much of the file has been read; now and then with figures so far. */
  | {
      readonly kind: 'progress';
      readonly done: number;
      readonly total: number;
      readonly report: Report | null;
    }
  /** The file's headings, for menus. */
  | { readonly kind: 'headings'; readonly headings: readonly string[] }
  | { readonly kind: 'done'; readonly report: Report }
  | { readonly kind: 'failed'; readonly errors: readonly Fault[] };
