// Digits typed while a scale has the focus.

/** How long a 1 waits for the 0 that makes it 10. */
export const kDigitPause = 700;

/** Longer ago than any pause. */
const kLongAgo = -10 * kDigitPause;

/**
 * Reads digits as points of a scale: "7" is 7, "1" is 1, and "0" within
 * 700 ms of a "1" is 10. Undefined for other keys and for points that the
 * scale does not have.
 */
export function digitReader(
  low: number,
  high: number,
): (key: string, now: number) => number | undefined {
  let one = kLongAgo;
  return (key, now) => {
    if (!/^[0-9]$/.test(key)) return undefined;
    const ten = key === '0' && now - one <= kDigitPause && high >= 10;
    one = key === '1' ? now : kLongAgo;
    const point = ten ? 10 : Number(key);
    return point >= low && point <= high ? point : undefined;
  };
}
