// A file into a report: in a Worker of its own, which is ended to cancel.
import { trusted } from '../../engine/work.ts';
import type { ReadFile, ReadTold } from './messages.ts';

export interface Reading {
  /** Ends it at once; nothing is told any more. */
  cancel(): void;
}

export function startReading(
  asked: ReadFile,
  tell: (told: ReadTold) => void,
): Reading {
  const address = new URL('worker.js', location.href).href;
  const worker = new Worker(trusted(address), { type: 'module' });
  let over = false;
  const end = (): void => {
    over = true;
    worker.terminate();
  };
  const fail = (message: string): void => {
    if (over) return;
    end();
    tell({
      kind: 'failed',
      errors: [{ code: 'engine_failed', where: '', message }],
    });
  };
  worker.onmessage = ({ data }: MessageEvent<ReadTold>) => {
    if (over) return;
    if (data.kind === 'done' || data.kind === 'failed') end();
    tell(data);
  };
  worker.onerror = (event) => {
    event.preventDefault();
    fail(event.message ?? 'The reader could not start.');
  };
  worker.postMessage(asked);
  return { cancel: end };
}
