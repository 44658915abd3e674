// The analysis module: every call of the engine.
import { createModule, wasmBytes } from 'looplet:analysis';
import { type Engine, loader } from './calling.ts';
import type { Calls } from './calls.ts';

export type Analysis = Engine<keyof Calls>;

/** The one engine of this thread; made at the first call. */
export const loadAnalysis: () => Promise<Analysis> = loader(
  createModule,
  wasmBytes,
);
