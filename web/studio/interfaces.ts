// What the page and its parts (flow graph, panels) agree on: a part draws what
// it is given into its host, and asks for all else through its hooks.
import type { CheckReport, Problem, Reply, Survey } from '../engine/types.ts';

/** How a part asks the engine. Errors are values; nothing throws. */
export interface Engine {
  /** At once, in this thread: check, diff, translations, migrate. */
  call<T>(name: string, request: unknown): Reply<T>;
  /** In a worker, for what takes long: simulate. */
  work<T>(
    name: string,
    request: unknown,
    options?: {
      readonly progress?: (done: number, total: number) => void;
      /** Aborted: the reply is an error with the code 'cancelled'. */
      readonly signal?: AbortSignal;
    },
  ): Promise<Reply<T>>;
  /** Has the Worker there before it is needed. */
  prepare(): void;
}

/** What every part may ask of the page. */
export interface Hooks {
  readonly engine: Engine;
  /**
   * Selects a step in all views, and a field in it: `where` is a JSON Pointer
   * into the survey, such as "/steps/3/text/de".
   */
  select(step: string | null, where?: string): void;
  /** Says something to those who listen. */
  say(text: string): void;
  /** Saves a file on the person's device. */
  download(name: string, content: Blob): void;
}

export interface Part<U> {
  /**
   * Draws what is new. Called at every change, also while typing: cheap when
   * nothing it shows has changed. Panels are called only while on the screen.
   */
  update(given: U): void;
}

export interface GraphUpdate {
  /** The last survey that could be read. */
  readonly survey: Survey;
  /** Of that survey; null: it could not be checked. */
  readonly report: CheckReport | null;
  /** Id of the step selected elsewhere. */
  readonly selected: string | null;
  /** The worst fault of each step that has one. */
  readonly marks: ReadonlyMap<string, Problem['severity']>;
  /** Whose texts are shown on the nodes. */
  readonly locale: string;
  /** The document is broken now; this is the last good one. */
  readonly stale: boolean;
}

export interface Graph extends Part<GraphUpdate> {
  /** Lights up a way, in order; [] puts it out. */
  path(steps: readonly string[]): void;
  /** All of it in sight. */
  fit(): void;
}

export interface PanelUpdate {
  /** The last one that could be read. */
  readonly survey: Survey;
  /** Last saved revision; null: never saved. */
  readonly saved: Survey | null;
  /** Language chosen in the page. */
  readonly locale: string;
  readonly selected: string | null;
}
export type Panel = Part<PanelUpdate>;

export interface LanguagesHooks extends Hooks {
  /**
   * Changes one text; undoable, grouped while typing in the same place.
   * `where` points at the text ("/steps/3/text"); an empty text takes the
   * language away.
   */
  setText(where: string, language: string, text: string): void;
}
