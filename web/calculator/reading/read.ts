// A file into a report, in a Worker. The Worker is there before it is needed,
// and stays: a file can be read when there is no connection any more.

import type { AnalyzeOptions } from '../../engine/types.ts';
import { trusted } from '../../engine/work.ts';
import type { Asked, Told } from './messages.ts';

export interface Reading {
  /** Ends it at once; nothing is told any more. */
  cancel(): void;
}

export type Outcome = Extract<Told, { kind: 'progress' | 'done' | 'failed' }>;

/** How long a Worker may take to notice that it should stop. */
const kPatience = 1000;

let idle: Worker | undefined;
let jobs = 0;

function makeWorker(): Worker {
  const address = new URL('worker.js', location.href).href;
  return new Worker(trusted(address), { type: 'module' });
}

/** Fetches what reading needs, so that it works offline from then on. */
export function warmReader(): void {
  idle ??= makeWorker();
}

function put(worker: Worker): void {
  worker.onmessage = null;
  worker.onerror = null;
  if (idle) worker.terminate();
  else idle = worker;
}

export function startReading(
  file: File,
  options: AnalyzeOptions,
  tell: (told: Outcome) => void,
): Reading {
  const worker = idle ?? makeWorker();
  idle = undefined;
  jobs += 1;
  const job = jobs;
  let over = false;
  const ask = (asked: Asked): void => worker.postMessage(asked);
  worker.onmessage = ({ data }: MessageEvent<Told>) => {
    if (data.job !== job || data.kind === 'stopped') return;
    if (data.kind !== 'progress') {
      over = true;
      if (data.kind === 'failed' && data.dead) worker.terminate();
      else put(worker);
    }
    tell(data);
  };
  worker.onerror = (event) => {
    event.preventDefault();
    if (over) return;
    over = true;
    worker.terminate();
    const message = event.message ?? 'The reader could not start.';
    const errors = [{ code: 'engine_failed', where: '', message }];
    tell({ kind: 'failed', job, errors, source: null, dead: true });
  };
  ask({ kind: 'read', job, file, options });
  return {
    cancel() {
      if (over) return;
      over = true;
      const late = setTimeout(() => worker.terminate(), kPatience);
      worker.onmessage = ({ data }: MessageEvent<Told>) => {
        if (data.kind !== 'stopped' || data.job !== job) return;
        clearTimeout(late);
        put(worker);
      };
      ask({ kind: 'stop' });
    },
  };
}
