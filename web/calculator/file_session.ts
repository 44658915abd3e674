// The file that is open: reading it, reading it again with other columns, and
// what is told meanwhile.
import type {
  AnalyzeOptions,
  Fault,
  Report,
  ReportSource,
} from '../engine/types.ts';
import type { Answers, Store } from './model.ts';
import { type Reading, startReading } from './reading/read.ts';

/** What a person chose for the file, in the words of `analyze`. */
export type Choices = Pick<
  AnalyzeOptions,
  'by' | 'every' | 'columns' | 'dateOrder'
> & {
  /** Undefined: no longer. */
  readonly mix?: NonNullable<AnalyzeOptions['mix']> | undefined;
};

export interface Session {
  readonly file: File;
  readonly choices: Choices;
  /** What was understood of it, as far as it has been read. */
  readonly source: ReportSource | null;
  /** Why it could not be read; empty: it could, or is being read. */
  readonly errors: readonly Fault[];
}

export interface SessionHooks {
  /** Null: nothing is being read. */
  progress(share: number | null, words: string): void;
  /** The file, what is understood of it or what was chosen are others. */
  changed(session: Session | null): void;
}

/** Comments that the page has in memory; a report is as small as its groups. */
const kComments = 2000;

export const countsOf = ({ distribution }: Report) => ({
  scores: distribution,
});

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

  function read(file: File, choices: Choices): void {
    stop();
    const { answers, confidence } = store.get();
    if (!answers?.soFar) before = answers;
    const source = session?.file === file ? session.source : null;
    set({ file, choices, source, errors: [] });
    hooks.progress(0, `Reading ${file.name}`);
    const { mix, ...others } = choices;
    const options: AnalyzeOptions = {
      confidence,
      comments: kComments,
      every: 'month',
      ...others,
      ...(mix && { mix }),
    };
    const show = (report: Report, soFar: boolean): void => {
      if (report.source) {
        set({ file, choices, source: report.source, errors: [] });
      }
      if (report.estimate.n === 0) return;
      const counts = countsOf(report);
      store.set({
        answers: { from: 'file', name: file.name, counts, report, soFar },
      });
    };
    reading = startReading(file, options, (told) => {
      if (told.kind === 'progress') {
        const { done, total, again } = told;
        const verb = again ? 'Reading again' : 'Reading';
        hooks.progress(total > 0 ? done / total : 0, `${verb} ${file.name}`);
        if (told.report) show(told.report, true);
        return;
      }
      reading = null;
      hooks.progress(null, '');
      if (told.kind === 'failed') {
        store.set({ answers: before });
        const { errors } = told;
        set({ file, choices, source: told.source ?? source, errors });
      } else if (told.report.estimate.n === 0) {
        store.set({ answers: before });
        const found = told.report.source ?? source;
        set({ file, choices, source: found, errors: [kNoScores] });
      } else show(told.report, false);
    });
  }

  return {
    open(file: File, choices: Choices = {}): void {
      set(null);
      read(file, choices);
    },
    /** Reads the file again, with other columns or waves. */
    choose(choices: Choices): void {
      if (!session) return;
      const next = { ...session.choices, ...choices };
      // A mix is of one of the columns that are broken down by.
      const kept = next.by?.includes(next.mix?.by ?? '') ? next.mix : undefined;
      read(session.file, { ...next, mix: kept });
    },
    /** Reads it again as it is chosen: the confidence is another. */
    again(): void {
      if (session) read(session.file, session.choices);
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
      if (session) set(null);
    },
  };
}

const kNoScores: Fault = {
  code: 'no_scores',
  where: '',
  message:
    'No row has a score from 0 to 10. Choose another column as the score.',
};

/** Reads a file only for its counts, as the earlier answers. */
export const readCounts = (
  file: File,
  tell: (report: Report | null, errors: readonly Fault[]) => void,
): Reading =>
  startReading(file, { readComments: false, movement: false }, (told) => {
    if (told.kind === 'done') {
      const none = told.report.estimate.n === 0;
      tell(none ? null : told.report, none ? [kNoScores] : []);
    } else if (told.kind === 'failed') tell(null, told.errors);
  });
