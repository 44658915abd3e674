// When a record is tried again, and what a reply means. Pure: time and chance
// are arguments.

const kSecond = 1000;
const kHour = 3600 * kSecond;
const kDay = 24 * kHour;

/** A request without a reply is given up after this long. */
export const kTimeout = 15 * kSecond;
/** Failures in a row after which a page stops trying. */
export const kAttemptsPerPage = 10;
/** A record that was not taken by then expires. */
export const kMaxAge = 30 * kDay;
/** What is kept at most, in records and characters; the oldest goes first. */
export const kMaxRecords = 50;
export const kMaxSize = 262_144;
/** A time further ahead than this means that the clock was turned. */
export const kMaxWait = kDay;

/**
 * Milliseconds before the attempt after `attempts` failed ones:
 * rand(0.5..1) of 4 s, 8 s, 16 s, ... at most 15 min. `chance` is in [0, 1).
 */
export const backoff = (attempts: number, chance: number): number =>
  Math.min(900 * kSecond, 2 * kSecond * 2 ** attempts) * (0.5 + chance / 2);

/** Milliseconds before what a site must mend first (401, 403, 404...). */
export const slowBackoff = (chance: number): number => kHour * (1 + chance);

export type Verdict = 'delivered' | 'retry' | 'slow' | 'rejected';

/** What a status means; 0 is no reply: network error, timeout, redirect. */
export function judge(status: number): Verdict {
  if (status >= 200 && status < 300) return 'delivered';
  if ([401, 403, 404, 407, 451].includes(status)) return 'slow';
  return (status >= 400 &&
    status < 500 &&
    ![408, 421, 425, 429].includes(status)) ||
    status === 501 ||
    status === 505
    ? 'rejected'
    : 'retry';
}

/**
 * Milliseconds that Retry-After asks for, from 1 s to 24 h, or undefined when
 * there is no such header or it is neither seconds nor a date. A date counts
 * from the reply's own Date header, as clocks differ; `now` stands in where
 * that is missing.
 */
export function retryAfter(
  header: string | null,
  date: string | null,
  now: number,
): number | undefined {
  const text = header?.trim() ?? '';
  const wait = /^-?\d+$/.test(text)
    ? Number(text) * kSecond
    : /GMT$/.test(text)
      ? Date.parse(text) - (Date.parse(date ?? '') || now)
      : Number.NaN;
  return Number.isNaN(wait)
    ? undefined
    : Math.min(kDay, Math.max(kSecond, wait));
}
