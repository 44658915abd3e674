// How many people chose 0, 1, ... 10, as the collector counts them.

export type Scores = readonly number[];

/** What became of asking the collector. */
export type Tally =
  | { readonly kind: 'counted'; readonly scores: Scores }
  /** There is no collector at this address. */
  | { readonly kind: 'absent' }
  /** There is one, and it keeps its tally to itself. */
  | { readonly kind: 'private' }
  /** No reply, or one that says to come back later. */
  | { readonly kind: 'unreachable' };

export const kNoScores: Scores = Array.from({ length: 11 }, () => 0);

/** The eleven counts of a reply `{"counts":{"scores":[...]}}`, or undefined. */
export function readScores(reply: unknown): Scores | undefined {
  const counts = member(reply, 'counts');
  const scores = member(counts, 'scores');
  if (!Array.isArray(scores) || scores.length !== 11) return undefined;
  const isCount = (count: unknown): count is number =>
    Number.isSafeInteger(count) && Number(count) >= 0;
  return scores.every(isCount) ? scores : undefined;
}

const member = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null
    ? (value as { readonly [key: string]: unknown })[name]
    : undefined;

/** Asks for the tally. Never throws. */
export async function fetchTally(url: string): Promise<Tally> {
  let reply: Response;
  try {
    reply = await fetch(url, {
      credentials: 'omit',
      cache: 'no-store',
      headers: { accept: 'application/json' },
    });
  } catch {
    return { kind: 'unreachable' };
  }
  if (reply.status === 429 || reply.status >= 500) {
    return { kind: 'unreachable' };
  }
  if (reply.status === 401 || reply.status === 403) return { kind: 'private' };
  try {
    const scores = reply.ok ? readScores(await reply.json()) : undefined;
    return scores ? { kind: 'counted', scores } : { kind: 'absent' };
  } catch {
    return { kind: 'absent' };
  }
}

/** The same tally with one answer more. */
export const withAnswer = (scores: Scores, score: number): Scores =>
  scores.map((count, at) => (at === score ? count + 1 : count));

export const total = (scores: Scores): number =>
  scores.reduce((sum, count) => sum + count, 0);
