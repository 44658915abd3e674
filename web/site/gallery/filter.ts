// Which surveys of the catalogue are shown.
import type { Template } from '../../../script/build/catalogue.mjs';

export interface Wanted {
  /** Words that must all be found, in any order. */
  readonly words: string;
  /** Empty: any. */
  readonly metric: string;
  readonly industry: string;
  readonly use: string;
}

/** In the order of the catalogue. */
export function matching(
  templates: readonly Template[],
  { words, metric, industry, use }: Wanted,
): Template[] {
  const sought = fold(words).split(/\s+/).filter(Boolean);
  return templates.filter(
    (one) =>
      (!metric || one.metric === metric) &&
      (!industry || one.industry === industry) &&
      (!use || one.use === use) &&
      sought.every((word) => textOf(one).includes(word)),
  );
}

/** Each industry once, in the order of the catalogue. */
export const industriesOf = (templates: readonly Template[]): string[] => [
  ...new Set(templates.map(({ industry }) => industry)),
];

function textOf(one: Template): string {
  const { id, industry, metric, description, when, title } = one;
  return fold(
    [id, industry, metric, description, when, ...Object.values(title)].join(
      ' ',
    ),
  );
}

/** Without case and accents: `kaufer` finds `Käufer`. */
const fold = (text: string): string =>
  text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
