// Where a survey comes from: a file, fetched once.
import type { Fault } from '../engine/types.ts';
import { requestTarget } from './links.ts';

/** What keeps the element from going on, for looplet-error. */
export class LoopletFailure extends Error {
  readonly errors: readonly Fault[];
  constructor(errors: readonly Fault[]) {
    super(errors[0]?.message);
    this.errors = errors;
  }
}

export const failure = (code: string, where: string, message: string) =>
  new LoopletFailure([{ code, where, message }]);

/**
 * The survey file at `src`, not checked yet: that, and its size, is the
 * engine's. Throws LoopletFailure.
 */
export async function fetchSurvey(src: string): Promise<unknown> {
  const fault = (code: string, what: string) =>
    failure(code, 'src', `${src} ${what}.`);
  const url = requestTarget(src, document.baseURI);
  if (!url) throw fault('unsafe_address', 'is not https');
  const text = await fetch(url, { referrerPolicy: 'no-referrer' })
    .then((reply) => (reply.ok ? reply.text() : undefined))
    // As good as an answer that is not one.
    .catch(() => undefined);
  if (text === undefined) throw fault('not_loaded', 'cannot be loaded');
  try {
    return JSON.parse(text);
  } catch {
    throw fault('not_json', 'is not JSON');
  }
}
