// The engine for the page's parts: at once for what is quick, in a Worker for
// what is not.
import { type Analysis, loadAnalysis } from '../engine/analysis.ts';
import type { Calls } from '../engine/calls.ts';
import { work } from '../engine/work.ts';
import type { Engine } from './interfaces.ts';

type Name = keyof Calls;

export async function openEngine(): Promise<Engine> {
  const analysis: Analysis = await loadAnalysis();
  const worker = new URL('../looplet-analysis-worker.js', location.href).href;
  return {
    call: (name, request) =>
      analysis.call(name as Name, request as never) as never,
    work: (name, request, options) =>
      work(worker, name as Name, request as never, options) as never,
  };
}
