// The file that is open: reading it, reading it again with other columns, and
// what is told meanwhile.
import type { AnalyzeOptions, Fault, Report } from '../engine/types.ts';
import type { Answers, Store } from './model.ts';
import { type Reading, startReading } from './reading/read.ts';

/** What a person chose for the file, in the words of `analyze`. */
export type Choices = Pick<AnalyzeOptions, 'by' | 'every' | 'columns'>;

export interface Session {
  readonly file: File;
  readonly choices: Choices;
  readonly headings: readonly string[];
}

export interface SessionHooks {
  /** Null: nothing is being read. */
  progress(share: number | null, name: string): void;
  fail(name: string, errors: readonly Fault[], session: Session): void;
  /** The file, its headings or what was chosen are others. */
  changed(session: Session | null): void;
}

/** Comments that the page has in memory; a report is as small as its groups. */
const kComments = 2000;

export const countsOf = ({ estimate, distribution }: Report) =>
  distribution.length === 11
    ? { scores: distribution }
    : {
        promoters: estimate.promoters,
        passives: estimate.passives,
        detractors: estimate.detractors,
      };

export function makeSession(store: Store, hooks: SessionHooks) {
  let session: Session | null = null;
  let reading: Reading | null = null;
  /** What was there before the file, for when it is cancelled or no good. */
  let before: Answers | null = null;

  function set(next: Session | null): void {
    session = next;
    hooks.changed(next);
  }

  function stop(): void {
    reading?.cancel();
    reading = null;
    hooks.progress(null, '');
  }

  function read(next: Session): void {
    stop();
    const { answers, confidence } = store.get();
    if (!answers?.soFar) before = answers;
    set(next);
    const { file, choices } = next;
    hooks.progress(0, file.name);
    const options: AnalyzeOptions = {
      confidence,
      comments: kComments,
      every: 'month',
      ...choices,
    };
    const show = (report: Report, soFar: boolean): void =>
      store.set({
        answers: {
          from: 'file',
          name: file.name,
          counts: countsOf(report),
          report,
          soFar,
        },
      });
    reading = startReading({ file, options }, (told) => {
      if (told.kind === 'headings') {
        if (session) set({ ...session, headings: told.headings });
      } else if (told.kind === 'progress') {
        hooks.progress(told.total > 0 ? told.done / told.total : 0, file.name);
        if (told.report && told.report.estimate.n > 0) show(told.report, true);
      } else {
        stop();
        if (told.kind === 'done') show(told.report, false);
        else {
          store.set({ answers: before });
          hooks.fail(file.name, told.errors, session ?? next);
        }
      }
    });
  }

  return {
    open: (file: File, choices: Choices = {}): void =>
      read({ file, choices, headings: [] }),
    /** Reads the file again, with other columns or waves. */
    choose(choices: Choices): void {
      if (!session) return;
      read({ ...session, choices: { ...session.choices, ...choices } });
    },
    cancel(): void {
      if (!reading) return;
      stop();
      store.set({ answers: before });
      set(null);
    },
    close(): void {
      stop();
      before = null;
      set(null);
    },
    get: (): Session | null => session,
    /** The confidence of a report is set when its file is read. */
    again(): void {
      if (session) read(session);
    },
  };
}

/** Reads a file only for its counts, as the earlier answers. */
export function readCounts(
  file: File,
  confidence: number,
  tell: (report: Report | null, errors: readonly Fault[]) => void,
): Reading {
  return startReading(
    { file, options: { confidence, readComments: false } },
    (told) => {
      if (told.kind === 'done') tell(told.report, []);
      else if (told.kind === 'failed') tell(null, told.errors);
    },
  );
}
