// The one document: its text is the truth, everything else is read from it.
// Undo and redo; what is typed in one place within a second is one step back.
import { isObject } from './document/edit.ts';
import { type Json, type Reading, readJson } from './document/json.ts';
import { printJson } from './document/print.ts';
import { idOf, isSurvey, localeOf, stepsOf } from './document/survey.ts';

export interface State {
  readonly reading: Reading;
  /** The last value with steps in it; null: there has been none. */
  readonly survey: Json | null;
  /** The text is no survey now: `survey` is of an earlier one. */
  readonly stale: boolean;
  /** Of the step selected in all views. */
  readonly selected: number | null;
  /** JSON Pointer of what is selected in it. */
  readonly where: string;
  /** Counts selections, so that the same one asked for twice is seen. */
  readonly turn: number;
  /** Language whose texts are shown. */
  readonly locale: string;
  /** What undo and redo would take back; null: nothing. */
  readonly undo: string | null;
  readonly redo: string | null;
}

interface Moment {
  readonly text: string;
  readonly selected: number | null;
}

interface Past extends Moment {
  /** What was done after this moment. */
  readonly label: string;
}

export interface Change {
  /** "Delete step", for undo. */
  readonly label: string;
  /** The same within a second is the same change. */
  readonly group?: string;
  /** The step to select with it. */
  readonly select?: number | null;
  /** JSON Pointer to select with it. */
  readonly where?: string;
}

export type Store = ReturnType<typeof makeStore>;

const kTogether = 1000;
const kMostMoments = 300;
const kMostCharacters = 20_000_000;

export function makeStore(text: string, now: () => number = Date.now) {
  const past: Past[] = [];
  const future: Past[] = [];
  const listeners = new Set<(state: State, before: State) => void>();
  let group: { name: string; until: number } | null = null;
  let state: State = read(text, null);

  function read(next: string, before: State | null): State {
    // One kind of line end, as the editor has it.
    const plain = next.includes('\r') ? next.replace(/\r\n?/g, '\n') : next;
    const reading =
      before?.reading.text === plain ? before.reading : readJson(plain);
    const fits = isSurvey(reading.value);
    const survey = fits ? reading.value : (before?.survey ?? null);
    const { selected = null, where = '', turn = 0 } = before ?? {};
    return {
      reading,
      survey: survey ?? null,
      stale: !fits,
      selected: follow(before, survey ?? null, selected),
      where,
      turn,
      locale: before?.locale ?? localeOf(survey ?? undefined),
      undo: past.at(-1)?.label ?? null,
      redo: future.at(-1)?.label ?? null,
    };
  }

  /** The step that was selected, wherever it stands now. */
  function follow(
    before: State | null,
    survey: Json | null,
    selected: number | null,
  ): number | null {
    const steps = stepsOf(survey ?? undefined);
    if (selected === null || !before || before.survey === survey) {
      return selected;
    }
    const id = idOf(stepsOf(before.survey ?? undefined)[selected]);
    if (idOf(steps[selected]) === id) return selected;
    const found = steps.findIndex((step) => idOf(step) === id);
    if (found >= 0) return found;
    return steps.length ? Math.min(selected, steps.length - 1) : null;
  }

  function publish(next: State): void {
    const before = state;
    state = next;
    for (const listener of listeners) listener(state, before);
  }

  function keep(label: string, groupName?: string): void {
    const time = now();
    const together = groupName && group?.name === groupName;
    if (!together || time > (group?.until ?? 0) || past.length === 0) {
      const { reading, selected } = state;
      past.push({ text: reading.text, selected, label });
      let size = past.reduce((sum, one) => sum + one.text.length, 0);
      while (past.length > kMostMoments || size > kMostCharacters) {
        size -= past.shift()?.text.length ?? size;
      }
    }
    group = groupName ? { name: groupName, until: time + kTogether } : null;
    future.length = 0;
  }

  function setText(next: string, change: Change): void {
    if (next === state.reading.text) return;
    keep(change.label, change.group);
    place(next, change);
  }

  function place(next: string, change: Partial<Change>): void {
    const read_ = read(next, state);
    publish({
      ...read_,
      selected: change.select !== undefined ? change.select : read_.selected,
      where: change.where ?? (change.select !== undefined ? '' : read_.where),
      turn:
        change.select !== undefined || change.where !== undefined
          ? read_.turn + 1
          : read_.turn,
    });
  }

  function travel(from: Past[], to: Past[]): string | null {
    const moment = from.pop();
    if (!moment) return null;
    const { reading, selected } = state;
    to.push({ text: reading.text, selected, label: moment.label });
    group = null;
    place(moment.text, { select: moment.selected });
    return moment.label;
  }

  return {
    get: () => state,
    listen: (listener: (state: State, before: State) => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    /** The text as it was typed or pasted. */
    setText,
    /** Another value of the survey; does nothing while the text is broken. */
    edit: (make: (survey: Json) => Json, change: Change): void => {
      const { reading, stale } = state;
      if (stale || reading.value === undefined) return;
      const made = make(reading.value);
      if (made !== reading.value && isObject(made)) {
        setText(printJson(made, reading), change);
      }
    },
    /** What was done next is not part of what was typed before. */
    pause: (): void => {
      group = null;
    },
    undo: () => travel(past, future),
    redo: () => travel(future, past),
    select: (index: number | null, where = ''): void =>
      publish({ ...state, selected: index, where, turn: state.turn + 1 }),
    setLocale: (locale: string): void => publish({ ...state, locale }),
    /** Another document: nothing of this one can be undone into it. */
    open: (next: string): void => {
      past.length = 0;
      future.length = 0;
      group = null;
      publish({ ...read(next, null), turn: state.turn + 1 });
    },
  };
}
