// The survey module behind typed functions. This is the only file that knows
// how the module is loaded and what can go wrong with it.
import { createModule, wasmBytes } from 'looplet:engine';
import type {
  Answer,
  Counts,
  Preview,
  RecordOptions,
  Reply,
  StartOptions,
  State,
  Survey,
  SurveyResponse,
} from './types.js';

/** What documents may be at most, in UTF-8 bytes of their JSON. */
const maxBytes = 65536;
const maxRecordBytes = 8192;

/** What the module's functions take: a handle or a document, and two more. */
type Module = Record<
  keyof SurveyEngine,
  (first: unknown, state?: unknown, given?: unknown) => Reply<unknown>
>;

export interface SurveyEngine {
  /** Reads and compiles a survey; the value is its handle. */
  load(survey: Survey | unknown): Reply<number>;
  unload(handle: number): void;
  start(handle: number, options?: StartOptions): Reply<State>;
  answer(handle: number, state: State, answer: Answer): Reply<State>;
  back(handle: number, state: State): Reply<State>;
  response(
    handle: number,
    state: State,
    options: RecordOptions,
  ): Reply<SurveyResponse>;
  preview(request: { baseline?: Counts; score: number }): Reply<Preview>;
}

/** What is wrong with the size of a text, if anything is. */
function sizeFault(text: string, most: number) {
  const bytes = new TextEncoder().encode(text).length;
  return bytes > most
    ? fault('too_large', `This is ${bytes} bytes; at most ${most} are allowed.`)
    : undefined;
}

const fault = (code: string, message: string) =>
  ({ ok: false, errors: [{ code, where: '', message }] }) as const;

function wrap(module: Module): SurveyEngine {
  /**
   * Calls one function of the module. Nothing reaches it that is no plain JSON
   * or larger than the limit: its glue does not survive a string that does not
   * fit the memory.
   */
  const call = <T>(name: keyof Module, ...args: unknown[]): Reply<T> => {
    let text: string;
    try {
      text = JSON.stringify(args);
    } catch {
      return fault('not_json', 'This is not JSON: it contains itself.');
    }
    const [first, state, given] = JSON.parse(text) as unknown[];
    return (
      sizeFault(text, maxBytes) ??
      (module[name](first, state, given) as Reply<T>)
    );
  };
  return {
    load: (survey) => call('load', survey),
    unload: (handle) => void call('unload', handle),
    start: (handle, options = {}) => call('start', handle, null, options),
    answer: (handle, state, answer) => call('answer', handle, state, answer),
    back: (handle, state) => call('back', handle, state),
    response: (handle, state, options) => {
      const reply = call<SurveyResponse>('response', handle, state, options);
      if (!reply.ok) return reply;
      // As large as it is on its way, where it has a time more.
      const sent = { ...reply.value, sentTime: reply.value.clientTime };
      return sizeFault(JSON.stringify(sent), maxRecordBytes) ?? reply;
    },
    preview: (request) => call('preview', request),
  };
}

let loading: Promise<SurveyEngine> | undefined;

/** The page's one engine; made at the first call. */
export function loadEngine(): Promise<SurveyEngine> {
  loading ??= load();
  return loading;
}

/** Rejects where WebAssembly is refused, as by a content security policy. */
async function load(): Promise<SurveyEngine> {
  // At once, so that the first frame has the question in it: a compiler on
  // another thread answers a frame later. Chrome before 2023 does not compile
  // as much as this at once.
  // The bytes are put together by a module of their own. Where WebAssembly is
  // refused that one throws: WebKit compiles what it then refuses to run, and
  // the factory would never say so.
  const bytes = wasmBytes();
  let wasm: WebAssembly.Module;
  try {
    wasm = new WebAssembly.Module(bytes);
  } catch {
    wasm = await WebAssembly.compile(bytes);
  }
  return wrap((await createModule({ wasm })) as unknown as Module);
}
