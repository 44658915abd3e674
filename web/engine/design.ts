// The design module: what the Studio asks, in less than half of the bytes.
import { createModule, wasmBytes } from 'looplet:design';
import { type Engine, loader } from './calling.ts';

/** The calls that it has, as src/wire/design_door.cpp lists them. */
export const kDesignCalls = [
  'check',
  'estimate',
  'simulate',
  'diff',
  'migrate',
  'translations',
] as const;

export type Design = Engine<(typeof kDesignCalls)[number]>;

/** The one engine of this thread; made at the first call. */
export const loadDesign: () => Promise<Design> = loader(
  createModule,
  wasmBytes,
);
