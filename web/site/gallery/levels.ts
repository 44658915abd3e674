// The three kinds of respondents that a survey treats each in its own way, by
// what they answer to its scale.
import type { Template } from '../../../script/build/catalogue.mjs';

export interface Level {
  /** Names the colour and the pattern, which are the same everywhere. */
  readonly kind: 'detractor' | 'passive' | 'promoter';
  readonly name: string;
  readonly range: string;
  /** The point that stands for the level. */
  readonly point: number;
}

const level = (
  kind: Level['kind'],
  name: string,
  range: string,
  point: number,
): Level => ({ kind, name, range, point });

const kLevels: { readonly [metric in Template['metric']]: readonly Level[] } = {
  nps: [
    level('detractor', 'Detractor', '0 to 6', 3),
    level('passive', 'Passive', '7 or 8', 8),
    level('promoter', 'Promoter', '9 or 10', 10),
  ],
  csat: [
    level('detractor', 'Dissatisfied', '1 or 2', 2),
    level('passive', 'In between', '3', 3),
    level('promoter', 'Satisfied', '4 or 5', 5),
  ],
  ces: [
    level('detractor', 'Hard', '1 to 3', 2),
    level('passive', 'In between', '4 or 5', 4),
    level('promoter', 'Easy', '6 or 7', 7),
  ],
};

/** From the lowest to the highest. */
export const levelsOf = ({ metric }: Template): readonly Level[] =>
  kLevels[metric];

/** Short names of what is measured, and what each is. */
export const kMetrics: {
  readonly [metric in Template['metric']]: readonly [string, string];
} = {
  nps: ['NPS', 'how likely people are to recommend, 0 to 10'],
  csat: ['CSAT', 'how satisfied people are, 1 to 5'],
  ces: ['CES', 'how easy something was, 1 to 7'],
};
