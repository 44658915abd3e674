// The charts of a simulation as rows and sentences.
import type { SimulationReport } from '../../engine/types.ts';
import { shareWords } from '../graph/flow.ts';
import type { ChartRow } from './row_chart.ts';
import { kParts } from './simulation_report.ts';

/** Paths to list in the chart; the rest is in the table. */
const kPathsShown = 12;

export function reachRows(
  { steps, respondents }: SimulationReport,
  title: (id: string) => string,
): ChartRow[] {
  const all = Math.max(1, respondents);
  return steps.map(({ id, share, bySegment, starved }) => ({
    label: id,
    note: title(id),
    parts: kParts.map((kind) => ({ kind, share: bySegment[kind] / all })),
    value: shareWords(share ?? 0),
    ...(starved ? { flag: { word: 'starved', kind: 'bad' } } : {}),
  }));
}

export function leaveRows(
  { steps }: SimulationReport,
  title: (id: string) => string,
): ChartRow[] {
  const shares = steps.map(({ leftShare }) => leftShare ?? 0);
  const most = Math.max(0.01, ...shares);
  return steps
    .filter(({ left }) => left > 0)
    .map(({ id, leftShare }) => ({
      label: id,
      note: title(id),
      parts: [{ kind: 'plain', share: (leftShare ?? 0) / most }],
      value: shareWords(leftShare ?? 0),
    }));
}

export function pathRows({ paths }: SimulationReport): ChartRow[] {
  const shown = paths.slice(0, kPathsShown);
  const most = Math.max(1e-9, ...shown.map(({ share }) => share));
  return shown.map(({ steps, complete, share }) => ({
    label: steps.join(' → '),
    ...(complete ? {} : { flag: { word: 'left', kind: 'quiet' } }),
    parts: [{ kind: 'plain', share: share / most }],
    value: shareWords(share),
  }));
}

export function questionRows({
  questions,
  respondents,
}: SimulationReport): ChartRow[] {
  const all = Math.max(1, respondents);
  const most = Math.max(1, ...questions.counts);
  return questions.counts.map((count, asked) => ({
    label: `${asked} ${asked === 1 ? 'question' : 'questions'}`,
    parts: [{ kind: 'plain', share: count / most }],
    value: shareWords(count / all),
  }));
}

export function starvedWords({
  starved,
  starvedBelow,
}: SimulationReport): string {
  const bound = shareWords(starvedBelow);
  if (starved.length === 0)
    return `Every step is seen by at least ${bound} of all.`;
  const steps = starved.join(', ');
  return `Starved, seen by fewer than ${bound} of all: ${steps}.`;
}

export function pathWords({
  paths,
  otherPaths,
  respondents,
}: SimulationReport): string {
  const many = paths.length.toLocaleString('en');
  const rest =
    otherPaths > 0
      ? ` ${shareWords(otherPaths / Math.max(1, respondents))} went others.`
      : '';
  return `${many} ${paths.length === 1 ? 'path was' : 'different paths were'} taken.${rest}`;
}

export function questionWords({ questions }: SimulationReport): string {
  const { median, p90, mean } = questions;
  if (median === null || mean === null) return 'Nobody was asked anything.';
  return `Half were asked ${median} or fewer, nine in ten ${p90} or fewer; ${mean.toFixed(1)} on average.`;
}
