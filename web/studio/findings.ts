// Everything wrong with the document, each with its place, and the last survey
// that could be run.
import type { CheckReport, Problem, Reply, Survey } from '../engine/types.ts';
import {
  type Json,
  lineOf,
  namesOf,
  type Range,
  rangeOf,
} from './document/json.ts';
import { asSurvey, idOf, stepsOf } from './document/survey.ts';
import type { Engine } from './interfaces.ts';
import type { State } from './store.ts';

/** Who meets a fault, and by what answers. */
export type Replay = Pick<Problem, 'replay' | 'locale' | 'traits'>;

export interface Finding extends Replay {
  readonly severity: Problem['severity'];
  readonly code: string;
  /** JSON Pointer; '' for all of it. */
  readonly where: string;
  readonly message: string;
  readonly witness?: string;
  /** In the text, where it is known. */
  readonly range: Range | null;
  /** "line 12", for what has no better place. */
  readonly line: number;
}

export interface Findings {
  readonly problems: readonly Finding[];
  readonly errors: number;
  /** Of `survey`. */
  readonly report: CheckReport | null;
  /** The last one whose flow could be followed. */
  readonly survey: Survey | null;
  /** `survey` is of an earlier text. */
  readonly stale: boolean;
  /** The worst of each step. */
  readonly marks: ReadonlyMap<string, Problem['severity']>;
  readonly byPointer: ReadonlyMap<string, readonly Finding[]>;
}

export const kNothing: Findings = {
  problems: [],
  errors: 0,
  report: null,
  survey: null,
  stale: true,
  marks: new Map(),
  byPointer: new Map(),
};

/** What the engine finds; its own refusal is a finding too. */
function checked(
  engine: Engine,
  value: Json,
): {
  problems: readonly Problem[];
  report: CheckReport | null;
} {
  const reply: Reply<CheckReport> = engine.call('check', { survey: value });
  return reply.ok
    ? { problems: reply.value.problems, report: reply.value }
    : {
        problems: reply.errors.map((fault) => ({
          ...(fault as Problem),
          severity: 'error',
        })),
        report: null,
      };
}

export function inspect(
  engine: Engine,
  { reading }: State,
  before: Findings,
): Findings {
  const { value, slips, text } = reading;
  const found = value === undefined ? null : checked(engine, value);
  const problems: Finding[] = [
    ...slips.map(({ code, where, message, from, to }) => ({
      severity: 'error' as const,
      code,
      where,
      message,
      range: { from, to },
      line: lineOf(text, from),
    })),
    ...(found?.problems ?? []).map((problem) => {
      const range = rangeOf(reading, problem.where);
      return { ...problem, range, line: lineOf(text, range?.from ?? 0) };
    }),
  ];
  const readable = (found?.report?.graph.nodes.length ?? 0) > 0;
  const marks = new Map<string, Problem['severity']>();
  const byPointer = new Map<string, Finding[]>();
  for (const problem of problems) {
    const [first, index] = namesOf(problem.where);
    const list = byPointer.get(problem.where);
    if (list) list.push(problem);
    else byPointer.set(problem.where, [problem]);
    if (first !== 'steps' || index === undefined) continue;
    const id = idOf(stepsOf(value)[Number(index)]);
    if (id && marks.get(id) !== 'error') marks.set(id, problem.severity);
  }
  const current = readable && value !== undefined;
  return {
    problems,
    errors: problems.filter(({ severity }) => severity === 'error').length,
    report: current ? (found?.report ?? null) : before.report,
    survey: current ? asSurvey(value) : before.survey,
    stale: !current,
    marks,
    byPointer,
  };
}

/** A place in words: "'tell-more', text, de". */
export function placeInWords(survey: Json | null, finding: Finding): string {
  const [first, index, ...rest] = namesOf(finding.where);
  if (first === undefined) return `line ${finding.line}`;
  if (first === 'steps' && index !== undefined) {
    const id = idOf(stepsOf(survey ?? undefined)[Number(index)]);
    const name = id || `step ${Number(index) + 1}`;
    return [name, ...rest.map(counted)].join(' › ');
  }
  return [first, ...(index === undefined ? [] : [index]), ...rest]
    .map(counted)
    .join(' › ');
}

const counted = (name: string): string =>
  /^\d+$/.test(name) ? String(Number(name) + 1) : name;
