// What a simulation reports, and what the panel makes of it.
import type { SimulationReport } from '../../engine/types.ts';
import type { Flow } from '../graph/flow.ts';
import { shareWords } from '../graph/flow.ts';

/** The order in which parts of a bar stand. */
export const kParts = ['detractor', 'passive', 'promoter', 'none'] as const;

/**
 * How many come by each step and go each way. Ways are counted on the paths
 * that are listed; those of the few others are not in it.
 */
export function flowOf(report: SimulationReport): Flow {
  const ways = new Map<string, { from: string; to: string; count: number }>();
  for (const { steps, count } of report.paths) {
    for (const [at, to] of steps.entries()) {
      const from = steps[at - 1];
      if (from === undefined) continue;
      const key = `${from}\n${to}`;
      const way = ways.get(key) ?? { from, to, count: 0 };
      way.count += count;
      ways.set(key, way);
    }
  }
  const all = Math.max(1, report.respondents);
  return {
    steps: new Map(report.steps.map(({ id, share }) => [id, share ?? 0])),
    ways: [...ways.values()].map(({ from, to, count }) => ({
      from,
      to,
      share: count / all,
    })),
  };
}

type Row = readonly (string | number)[];

export const reachTable = ({ steps }: SimulationReport): Row[] => [
  [
    'Step',
    'Reached by',
    'Share of all',
    'Detractors',
    'Passives',
    'Promoters',
    'No score',
    'Starved',
  ],
  ...steps.map(({ id, reached, share, bySegment, starved }) => [
    id,
    reached,
    shareWords(share ?? 0),
    ...kParts.map((part) => bySegment[part]),
    starved ? 'yes' : '',
  ]),
];

export const leftTable = ({ steps }: SimulationReport): Row[] => [
  ['Step', 'Reached by', 'Left here', 'Share of those'],
  ...steps.map(({ id, reached, left, leftShare }) => [
    id,
    reached,
    left,
    leftShare === null ? '' : shareWords(leftShare),
  ]),
];

export const pathTable = ({ paths }: SimulationReport): Row[] => [
  ['Path', 'Ends', 'Respondents', 'Share of all'],
  ...paths.map(({ steps, complete, count, share }) => [
    steps.join(' → '),
    complete ? 'at an end' : 'left there',
    count,
    shareWords(share),
  ]),
];

export const questionTable = ({
  respondents,
  questions,
}: SimulationReport): Row[] => [
  ['Questions asked', 'Respondents', 'Share of all'],
  ...questions.counts.map((count, asked) => [
    asked,
    count,
    shareWords(count / Math.max(1, respondents)),
  ]),
];
