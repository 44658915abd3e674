// What the engine says has changed, grouped by step, with the texts beside it.
import type { Change, Survey, SurveyDiff } from '../../engine/types.ts';
import { keyOf, textAt, textName, whereOf } from './text_places.ts';

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
  readonly changes: readonly Change[];
  readonly texts: readonly TextChange[];
  /** Why its answers cannot be counted together; "" when they can. */
  readonly apart: string;
}

/** Marks a kind of change: "+", "−" or "~". */
export const signOf = (kind: string): string =>
  /added/.test(kind) ? '+' : /removed/.test(kind) ? '−' : '~';

/** The changes step by step, in the engine's order. */
export function groupsOf(
  report: SurveyDiff,
  before: Survey,
  after: Survey,
): ChangeGroup[] {
  const steps = [...new Set(report.changes.map(({ step }) => step))];
  const apart = new Map(
    report.steps
      .filter(({ together }) => !together)
      .map(({ step, why = '' }) => [step, why]),
  );
  return steps.map((step) => {
    const own = report.changes.filter((change) => change.step === step);
    const told = new Set<Change>();
    const texts = new Map<string, TextChange[]>();
    for (const change of own) {
      if (change.kind !== 'text') continue;
      const found = textChanges(change, before, after);
      if (found.length === 0) continue;
      told.add(change);
      // The engine has a change for each language, with one place for all.
      const [{ where }] = found as [TextChange];
      texts.set(where, found);
    }
    return {
      step: step ?? null,
      changes: own.filter((change) => !told.has(change)),
      texts: [...texts.values()].flat(),
      apart: (step === undefined ? '' : apart.get(step)) ?? '',
    };
  });
}

/** A text before and after, in each language where it reads otherwise; none
 * where one of the two cannot be found. */
function textChanges(
  { where, inBefore = false }: Change,
  before: Survey,
  after: Survey,
): TextChange[] {
  const own = /^\/steps\//.test(where);
  const key = keyOf(inBefore ? before : after, where);
  const was = own ? whereOf(before, key) : where;
  const is = own ? whereOf(after, key) : where;
  if (was === null || is === null) return [];
  const old = textAt(before, was);
  const text = textAt(after, is);
  if (old === undefined || text === undefined) return [];
  const plain = typeof old === 'string' && typeof text === 'string';
  const words = (one: typeof text, source: string): Map<string, string> =>
    new Map(typeof one === 'string' ? [[source, one]] : Object.entries(one));
  const [a, b] = [words(old, before.locale), words(text, after.locale)];
  const changes: TextChange[] = [];
  for (const language of new Set([...a.keys(), ...b.keys()])) {
    const [x, y] = [a.get(language) ?? '', b.get(language) ?? ''];
    if (x === y) continue;
    changes.push({
      name: textName(after, is),
      language: plain ? null : language,
      before: x,
      after: y,
      where: is,
    });
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
