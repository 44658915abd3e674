// What the engine says has changed, grouped by step, with the texts beside it.
import type { Survey } from '../../engine/types.ts';
import { byKey, type SurveyText } from './survey_texts.ts';

export interface DiffChange {
  readonly kind: string;
  /** Answers before and after are not alike. */
  readonly warning: boolean;
  /** Its id; "" for the survey's own. */
  readonly step: string;
  /** `where` is a place in the old revision. */
  readonly inBefore: boolean;
  readonly where: string;
  readonly message: string;
}

export interface DiffReport {
  readonly changes: readonly DiffChange[];
  readonly together: boolean;
  readonly steps: readonly {
    readonly step: string;
    readonly together: boolean;
    /** A sentence when not. */
    readonly why: string;
  }[];
}

/** One text that reads otherwise, in one language. */
export interface TextChange {
  readonly name: string;
  /** Null where the text is the same for all languages. */
  readonly language: string | null;
  readonly before: string;
  readonly after: string;
  readonly where: string;
}

export interface ChangeGroup {
  /** Id of the step; null: the survey's own. */
  readonly step: string | null;
  readonly changes: readonly DiffChange[];
  readonly texts: readonly TextChange[];
  /** Why its answers cannot be counted together; "" when they can. */
  readonly apart: string;
}

/** Marks a kind of change: "+", "−" or "~". */
export const signOf = (kind: string): string =>
  /added/.test(kind) ? '+' : /removed/.test(kind) ? '−' : '~';

/** The changes step by step, in the engine's order. */
export function groupsOf(
  report: DiffReport,
  before: Survey,
  after: Survey,
): ChangeGroup[] {
  const [was, is] = [byKey(before), byKey(after)];
  const steps = [...new Set(report.changes.map(({ step }) => step))];
  const apart = new Map(
    report.steps
      .filter(({ together }) => !together)
      .map(({ step, why }) => [step, why]),
  );
  return steps.map((step) => {
    const own = report.changes.filter((change) => change.step === step);
    // A step that came or went is one change, not one for each of its texts.
    const whole = own.some(({ kind }) => /^step_(added|removed)$/.test(kind));
    const texts = whole ? [] : textChanges(step, was, is);
    const told = texts.length > 0;
    return {
      step: step === '' ? null : step,
      changes: own.filter(({ kind }) => !(told && kind === 'text')),
      texts,
      apart: apart.get(step) ?? '',
    };
  });
}

function textChanges(
  step: string,
  was: ReadonlyMap<string, SurveyText>,
  is: ReadonlyMap<string, SurveyText>,
): TextChange[] {
  const changes: TextChange[] = [];
  for (const [key, text] of is) {
    const old = was.get(key);
    if ((text.step ?? '') !== step || !old) continue;
    for (const language of new Set([...old.by.keys(), ...text.by.keys()])) {
      const before = old.by.get(language) ?? '';
      const after = text.by.get(language) ?? '';
      if (before === after) continue;
      changes.push({
        name: text.name,
        language: text.plain && old.plain ? null : language,
        before,
        after,
        where: text.where,
      });
    }
  }
  return changes;
}

/** "7 changes in 3 steps", "No change". */
export function countWords(groups: readonly ChangeGroup[]): string {
  const changes = groups.reduce(
    (sum, group) => sum + group.changes.length + group.texts.length,
    0,
  );
  if (changes === 0) return 'No change';
  const steps = groups.filter(({ step }) => step !== null).length;
  const many = `${changes} ${changes === 1 ? 'change' : 'changes'}`;
  if (steps === 0) return many;
  return `${many} in ${steps} ${steps === 1 ? 'step' : 'steps'}`;
}
