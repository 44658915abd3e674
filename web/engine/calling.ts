// A module of calls (analysis, design) behind one typed function, in the thread
// that asks. For what takes long there is work.ts.
import type { Calls } from './calls.ts';
import { type Factory, loadModule } from './loading.ts';
import type { Reply, SimulationReport } from './types.ts';

interface Module {
  call(name: string, request: string): string;
  maxRequestBytes(): number;
  beginSimulation(request: string): string;
  runSimulation(handle: number, count: number): void;
  reportSimulation(handle: number): string;
  freeSimulation(handle: number): void;
}

/** The call `simulate` in steps; what comes out is the same. */
export interface RunningSimulation {
  /** How many the request asks for. */
  readonly respondents: number;
  /** Goes on with the next `count` of them. */
  run(count: number): void;
  /** The report of those that have been run. */
  report(): Reply<SimulationReport>;
  /** Gives its memory back; it can do nothing more. */
  free(): void;
}

/** What answers the calls `Name`. */
export interface Engine<Name extends keyof Calls> {
  /** Answers a request that is plain JSON. Faults are values. */
  call<One extends Name>(
    name: One,
    request: Calls[One]['request'],
  ): Reply<Calls[One]['value']>;
  /** Begins a simulation, to be run piece by piece and freed at the end. */
  beginSimulation(
    request: Calls['simulate']['request'],
  ): Reply<RunningSimulation>;
}

/** A call that did not reach the engine, as a reply. */
export const refused = (code: string, message: string) =>
  ({ ok: false, errors: [{ code, where: '', message }] }) as const;

/** How a module is asked for a reply; whoever asks otherwise must not throw. */
export interface Asking {
  ask<T>(use: () => string): Reply<T>;
  /** With a request that is plain JSON and not too large. */
  send<T>(request: unknown, use: (text: string) => string): Reply<T>;
}

function wrap(module: Module): Engine<keyof Calls> & { asking: Asking } {
  const most = module.maxRequestBytes();
  let dead: string | undefined;

  /** Asks the module, unless it is dead; it may die of it. */
  function ask<T>(use: () => string): Reply<T> {
    if (dead) return refused('engine_failed', dead);
    try {
      return JSON.parse(use());
    } catch (error) {
      // Out of memory, or worse: what is left of it is not to be trusted.
      dead = `The engine stopped (${error}). Load the page again.`;
      return refused('engine_failed', dead);
    }
  }

  /** Asks the module with a request that is plain JSON and not too large. */
  function send<T>(request: unknown, use: (text: string) => string): Reply<T> {
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
    return ask(() => use(text));
  }

  return {
    asking: { ask, send },
    call: (name, request) => send(request, (text) => module.call(name, text)),
    beginSimulation(request) {
      const begun = send<{ handle: number; respondents: number }>(
        request,
        (text) => module.beginSimulation(text),
      );
      if (!begun.ok) return begun;
      const { handle, respondents } = begun.value;
      let freed = false;
      const value: RunningSimulation = {
        respondents,
        run(count) {
          if (!freed && !dead) module.runSimulation(handle, count);
        },
        report: () =>
          freed
            ? refused('engine_failed', 'This simulation has been freed.')
            : ask(() => module.reportSimulation(handle)),
        free() {
          if (!freed && !dead) module.freeSimulation(handle);
          freed = true;
        },
      };
      return { ok: true, value };
    },
  };
}

/**
 * The one engine of this thread; made at the first call. `more` is what this
 * module can do besides.
 */
export function loader<Name extends keyof Calls, More = unknown, M = unknown>(
  createModule: Factory,
  wasmBytes: () => BufferSource,
  more?: (module: M, asking: Asking) => More,
): () => Promise<Engine<Name> & More> {
  let loading: Promise<Engine<Name> & More> | undefined;
  return () => {
    loading ??= loadModule<Module & M>(createModule, wasmBytes).then(
      (module) => {
        const { asking, ...engine } = wrap(module);
        return { ...engine, ...more?.(module, asking) } as Engine<Name> & More;
      },
    );
    return loading;
  };
}
