// Where a survey comes from: a file of at most 64 KiB, fetched once.
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

const kMaxBytes = 65_536;

/** The survey file at `src`, not checked yet. Throws LoopletFailure. */
export async function fetchSurvey(src: string): Promise<unknown> {
  const url = requestTarget(src, document.baseURI);
  if (!url) throw failure('unsafe_address', 'src', `'${src}' is not https.`);
  let text: string;
  try {
    const reply = await fetch(url, { referrerPolicy: 'no-referrer' });
    if (!reply.ok) {
      throw failure('not_loaded', 'src', `${src} answers ${reply.status}.`);
    }
    text = await reply.text();
  } catch (error) {
    if (error instanceof LoopletFailure) throw error;
    throw failure('not_loaded', 'src', `${src} cannot be reached.`);
  }
  if (text.length > kMaxBytes) {
    throw failure('too_large', 'src', `${src} is larger than 64 KiB.`);
  }
  try {
    return JSON.parse(text);
  } catch {
    throw failure('not_json', 'src', `${src} is not JSON.`);
  }
}
