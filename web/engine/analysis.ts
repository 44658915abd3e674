// The analysis module: every call of the engine.
import { createModule, wasmBytes } from 'looplet:analysis';
import { type Engine, loader } from './calling.ts';
import type { Calls } from './calls.ts';
import { type OpenReport, openedReport, type ReportModule } from './report.ts';
import type { AnalyzeOptions, Reply } from './types.ts';

export interface Analysis extends Engine<keyof Calls> {
  /** Begins the report of a file whose bytes are then pushed. */
  openReport(options?: AnalyzeOptions): Reply<OpenReport>;
}

/** The one engine of this thread; made at the first call. */
export const loadAnalysis: () => Promise<Analysis> = loader(
  createModule,
  wasmBytes,
  (module: ReportModule, { ask, send }) => ({
    openReport(options: AnalyzeOptions = {}): Reply<OpenReport> {
      const opened = send<{ handle: number }>(options, (text) =>
        module.reportOpen(text),
      );
      if (!opened.ok) return opened;
      const { handle } = opened.value;
      return { ok: true, value: openedReport(module, handle, ask) };
    },
  }),
);
