// Calls of the engine that take long: in a Worker, with progress and cancel.
import { refused } from './calling.ts';
import type { Calls } from './calls.ts';
import type { Reply } from './types.ts';
import { type Asked, cancelled, isInPieces, type Told } from './working.ts';

export interface WorkOptions {
  /** Called now and then; `total` may be an estimate. */
  readonly progress?: (done: number, total: number) => void;
  /** Ends the work at once; the reply's code is then `cancelled`. */
  readonly signal?: AbortSignal;
}

/** The policies' only way to name a script: ours, beside the page's own. */
export function trusted(address: string): string {
  const { trustedTypes } = globalThis as {
    trustedTypes?: {
      createPolicy(
        name: string,
        rules: { createScriptURL(url: string): string },
      ): { createScriptURL(url: string): string };
    };
  };
  policy ??= trustedTypes?.createPolicy('looplet', {
    createScriptURL: (url) => {
      const { origin } = new URL(url, location.href);
      if (origin !== location.origin) throw new TypeError(`${url} is not ours`);
      return url;
    },
  });
  return policy ? policy.createScriptURL(address) : address;
}
let policy: { createScriptURL(url: string): string } | undefined;

/** An idle Worker keeps its engine for the next piece of work. */
let idle: Worker | undefined;

const make = (address: string): Worker =>
  new Worker(trusted(address), { type: 'module' });

/** Has a Worker and its files there before they are needed. */
export function prepareWork(address: string): void {
  idle ??= make(address);
}

/** `address` is that of a module's Worker, beside it. */
export function work<Name extends keyof Calls>(
  address: string,
  name: Name,
  request: Calls[Name]['request'],
  { progress, signal }: WorkOptions = {},
): Promise<Reply<Calls[Name]['value']>> {
  type Answer = Reply<Calls[Name]['value']>;
  if (signal?.aborted) return Promise.resolve(cancelled);
  return new Promise((resolve) => {
    const worker = idle ?? make(address);
    idle = undefined;
    const finish = (reply: Answer, keep: boolean) => {
      signal?.removeEventListener('abort', stop);
      worker.onmessage = null;
      worker.onerror = null;
      if (keep && !idle) idle = worker;
      else worker.terminate();
      resolve(reply);
    };
    const stop = () => {
      // A Worker that is ended has to be loaded again, which needs a network.
      if (isInPieces(name)) {
        worker.postMessage({ cancel: true } satisfies Asked);
        resolve(cancelled);
      } else finish(cancelled, false);
    };
    signal?.addEventListener('abort', stop);
    worker.onmessage = ({ data }: MessageEvent<Told>) => {
      if ('reply' in data) finish(data.reply as Answer, true);
      else if (!signal?.aborted) progress?.(data.done, data.total);
    };
    worker.onerror = (event) => {
      event.preventDefault();
      finish(refused('engine_failed', event.message ?? 'No worker'), false);
    };
    worker.postMessage({ name, request: request as never } satisfies Asked);
  });
}
