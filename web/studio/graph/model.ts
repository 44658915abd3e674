// What the graph shows of a survey: its steps, the ways between them, and who
// can take which.
//
// The rules come from the document, so that a survey with a fault is drawn as
// it is written, circles and missing steps too. Who can go where is the
// engine's word (`check`), where it could tell.
import type {
  CheckReport,
  Rule,
  Segment,
  StepType,
  Survey,
} from '../../engine/types.ts';
import { conditionWords } from './condition_words.ts';
import { filledIn, textIn } from './step_text.ts';

export const kSegments: readonly Segment[] = [
  'detractor',
  'passive',
  'promoter',
];

/** How people come to go this way: a rule, the last rule, or no rule. */
export type EdgeKind = 'rule' | 'otherwise' | 'below';

export interface FlowNode {
  /** The step's id; for a target that does not exist, its id after a "?". */
  readonly id: string;
  readonly type: StepType | 'missing';
  /** The question, in the language shown. */
  readonly title: string;
  readonly start: boolean;
  /** Whether anything leads here from the start. */
  readonly reached: boolean;
  /** Whose ways come by; empty: not known, or nobody's. */
  readonly segments: readonly Segment[];
}

export interface FlowEdge {
  readonly from: string;
  readonly to: string;
  readonly kind: EdgeKind;
  /** When it is gone, in words; "" when always. */
  readonly words: string;
  /** Who can go this way; empty: not known, or nobody. */
  readonly segments: readonly Segment[];
  /** False: the engine says that nobody can. */
  readonly taken: boolean;
  /** One of a circle that the engine found. */
  readonly loop: boolean;
  /** JSON Pointer to the first rule, or to the step that has none. */
  readonly where: string;
}

export interface FlowModel {
  readonly nodes: readonly FlowNode[];
  readonly edges: readonly FlowEdge[];
}

interface Draft {
  readonly from: string;
  readonly to: string;
  kind: EdgeKind;
  readonly words: string[];
  readonly where: string;
}

export const edgeKey = (edge: { from: string; to: string }): string =>
  `${edge.from}\n${edge.to}`;

export function flowModel(
  survey: Survey,
  report: CheckReport | null,
  locale: string,
): FlowModel {
  const ids = new Set(survey.steps.map(({ id }) => id));
  const drafts = draftEdges(survey, ids, locale);
  const checked = report !== null && report.graph.edges.length > 0;
  const ways = report?.graph.edges.filter(({ possible }) => possible) ?? [];
  const told = new Map(ways.map((way) => [edgeKey(way), way.segments]));
  const start = survey.steps[0]?.id ?? '';
  const reached = reach(start, checked ? ways : drafts);

  const coming = whoComes(start, ways);
  const loops = report?.problems.some(({ code }) => code === 'loop') ?? false;
  const edges: FlowEdge[] = [];
  for (const { from, to, kind, words, where } of drafts) {
    const segments = told.get(edgeKey({ from, to }));
    const known = checked && reached.has(from);
    // The rules above leave nobody to fall through: no fault, no edge.
    if (known && kind === 'below' && segments === undefined) continue;
    edges.push({
      from,
      to,
      kind,
      words: orWords(words),
      segments: segments ?? [],
      where,
      loop: loops && reach(to, drafts).has(from),
      // A target that is not there is for the faults to say.
      taken: !known || !ids.has(to) || segments !== undefined,
    });
  }
  return {
    nodes: nodesOf(survey, ids, edges, { start, reached, coming, locale }),
    edges,
  };
}

function nodesOf(
  survey: Survey,
  ids: ReadonlySet<string>,
  edges: readonly FlowEdge[],
  {
    start,
    reached,
    coming,
    locale,
  }: {
    start: string;
    reached: ReadonlySet<string>;
    coming: ReadonlyMap<string, ReadonlySet<Segment>>;
    locale: string;
  },
): FlowNode[] {
  const nodes: FlowNode[] = [];
  const drawn = new Set<string>();
  for (const { id, type, text } of survey.steps) {
    if (drawn.has(id)) continue;
    drawn.add(id);
    nodes.push({
      id,
      type,
      title: filledIn(textIn(text, locale, survey.locale), survey, locale),
      start: id === start,
      reached: reached.has(id),
      segments: kSegments.filter((segment) => coming.get(id)?.has(segment)),
    });
  }
  for (const { to } of edges) {
    if (drawn.has(to) || ids.has(to)) continue;
    drawn.add(to);
    nodes.push({
      id: to,
      type: 'missing',
      title: 'There is no such step',
      start: false,
      reached: true,
      segments: [],
    });
  }
  return nodes;
}

/** Ways as they are written, those with the same ends as one. */
function draftEdges(
  survey: Survey,
  ids: ReadonlySet<string>,
  locale: string,
): readonly Draft[] {
  const drafts = new Map<string, Draft>();
  const add = (
    { id: from, at }: { id: string; at: number },
    to: string,
    kind: EdgeKind,
    words: string,
    rule = '',
  ) => {
    const target = ids.has(to) ? to : `?${to}`;
    const key = edgeKey({ from, to: target });
    const there = drafts.get(key);
    if (!there) {
      const where = `/steps/${at}${rule}`;
      drafts.set(key, { from, to: target, kind, words: [words], where });
      return;
    }
    there.words.push(words);
    if (kind === 'rule') there.kind = kind;
  };
  for (const [at, step] of survey.steps.entries()) {
    if (step.type === 'end' && step.next === undefined) continue;
    const { rules, falls } = rulesOf(step.next);
    const from = { id: step.id, at };
    for (const [number, { when, to }] of rules.entries()) {
      const place = typeof step.next === 'string' ? '/next' : `/next/${number}`;
      if (when !== undefined) {
        const setting = { survey, locale, step: step.id };
        add(from, to, 'rule', conditionWords(when, setting), place);
      } else if (number === 0) {
        add(from, to, 'rule', '', place);
      } else {
        add(from, to, 'otherwise', 'otherwise', place);
      }
    }
    const below = survey.steps[at + 1]?.id;
    if (falls && below !== undefined) {
      add(from, below, 'below', rules.length > 0 ? 'otherwise' : '');
    }
  }
  return [...drafts.values()];
}

/** The rules of a step, and whether people can pass them all. */
export function rulesOf(next: string | readonly Rule[] | undefined): {
  readonly rules: readonly Rule[];
  readonly falls: boolean;
} {
  if (next === undefined) return { rules: [], falls: true };
  if (typeof next === 'string') return { rules: [{ to: next }], falls: false };
  return { rules: next, falls: !next.some(({ when }) => when === undefined) };
}

function orWords(words: readonly string[]): string {
  if (words.includes('')) return '';
  const unique = [...new Set(words)];
  const rest = unique.filter((each) => each !== 'otherwise');
  const otherwise = rest.length < unique.length;
  if (rest.length === 0) return 'otherwise';
  return rest.join(' or ') + (otherwise ? ', or otherwise' : '');
}

/**
 * Who can come by each step: whoever can come to a step before it and go on
 * from there. Nobody is known to where there are no ways.
 */
function whoComes(
  start: string,
  edges: CheckReport['graph']['edges'],
): Map<string, Set<Segment>> {
  const coming = new Map<string, Set<Segment>>();
  if (edges.length === 0) return coming;
  coming.set(start, new Set(kSegments));
  for (let grows = true; grows; ) {
    grows = false;
    for (const { from, to, segments } of edges) {
      const before = coming.get(from);
      const here = coming.get(to) ?? new Set<Segment>();
      for (const segment of segments) {
        if (!before?.has(segment) || here.has(segment)) continue;
        here.add(segment);
        coming.set(to, here);
        grows = true;
      }
    }
  }
  return coming;
}

/** The steps that ways lead to from one. */
export function reach(
  start: string,
  edges: readonly { readonly from: string; readonly to: string }[],
): Set<string> {
  const next = new Map<string, string[]>();
  for (const { from, to } of edges) {
    next.set(from, [...(next.get(from) ?? []), to]);
  }
  const reached = new Set([start]);
  for (const step of reached) {
    for (const to of next.get(step) ?? []) reached.add(to);
  }
  return reached;
}
