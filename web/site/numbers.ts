// Numbers as they are read on the pages.

/** A whole number with a real minus sign and thin spaces: -1234 -> "−1 234". */
export function whole(value: number): string {
  const digits = String(Math.abs(Math.round(value)));
  const grouped = digits.replace(/\B(?=(\d{3})+$)/g, '\u202f');
  return (Math.round(value) < 0 ? '\u2212' : '') + grouped;
}

/** "1 answer", "2 answers". */
export const answers = (count: number): string =>
  `${whole(count)} ${count === 1 ? 'answer' : 'answers'}`;

/** Where a score stands on the axis from -100 to 100, as a percentage. */
export const onAxis = (score: number): string => `${(score + 100) / 2}%`;
