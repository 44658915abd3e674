// The analysis module behind one typed function: every call of the engine, in
// the thread that asks. For what takes long there is work.ts.
import { createModule, wasmBytes } from 'looplet:analysis';
import type { Calls } from './calls.ts';
import { loadModule } from './loading.ts';
import type { Reply } from './types.ts';

interface Module {
  call(name: string, request: string): string;
  maxRequestBytes(): number;
}

export interface Analysis {
  /** Answers a request that is plain JSON. Faults are values. */
  call<Name extends keyof Calls>(
    name: Name,
    request: Calls[Name]['request'],
  ): Reply<Calls[Name]['value']>;
}

/** A call that did not reach the engine, as a reply. */
export const refused = (code: string, message: string) =>
  ({ ok: false, errors: [{ code, where: '', message }] }) as const;

function wrap(module: Module): Analysis {
  const most = module.maxRequestBytes();
  let dead: string | undefined;
  return {
    call(name, request) {
      let text: string;
      try {
        text = JSON.stringify(request);
      } catch {
        return refused('not_json', 'This is not JSON: it contains itself.');
      }
      // In UTF-8 a UTF-16 unit takes three bytes at the most.
      if (text.length * 3 > most) {
        return refused(
          'too_large',
          `This is ${text.length} characters; at most ${Math.floor(most / 3)} are allowed.`,
        );
      }
      if (dead) return refused('engine_failed', dead);
      try {
        return JSON.parse(module.call(name, text));
      } catch (error) {
        // Out of memory, or worse: what is left of it is not to be trusted.
        dead = `The engine stopped (${error}). Load the page again.`;
        return refused('engine_failed', dead);
      }
    },
  };
}

let loading: Promise<Analysis> | undefined;

/** The one engine of this thread; made at the first call. */
export function loadAnalysis(): Promise<Analysis> {
  loading ??= loadModule<Module>(createModule, wasmBytes).then(wrap);
  return loading;
}
