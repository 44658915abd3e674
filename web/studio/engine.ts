// The engine for the page's parts: at once for what is quick, in a Worker for
// what is not.
import type { Calls } from '../engine/calls.ts';
import { type kDesignCalls, loadDesign } from '../engine/design.ts';
import { prepareWork, work } from '../engine/work.ts';
import type { Engine } from './interfaces.ts';

type Name = keyof Calls;

export async function openEngine(): Promise<Engine> {
  const design = await loadDesign();
  const worker = new URL('../looplet-design-worker.js', location.href).href;
  return {
    call: (name, request) =>
      design.call(
        name as (typeof kDesignCalls)[number],
        request as never,
      ) as never,
    prepare: () => prepareWork(worker),
    work: (name, request, options) =>
      work(worker, name as Name, request as never, options) as never,
  };
}
