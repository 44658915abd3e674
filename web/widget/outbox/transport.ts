// One attempt: a POST that any endpoint takes without a preflight.
import { kTimeout, retryAfter } from './schedule.ts';

/** What came of an attempt; status 0 is no reply. */
export interface Outcome {
  readonly status: number;
  /** Milliseconds that the endpoint asks to wait. */
  readonly wait?: number | undefined;
}

/** Browsers allow 64 KiB of keepalive bodies under way at once. */
const kKeepalive = 60_000;

// Taken before anything else on the page can replace it.
const send = globalThis.fetch?.bind(globalThis);

let underWay = 0;

/** Posts `body`; never throws. `signal` gives up on behalf of forget(). */
export async function post(
  endpoint: string,
  body: string,
  signal: AbortSignal,
): Promise<Outcome> {
  const bytes = new TextEncoder().encode(body).length;
  const keepalive = underWay + bytes <= kKeepalive;
  if (keepalive) underWay += bytes;
  try {
    return await attempt(endpoint, body, keepalive, signal);
  } catch (error) {
    // A TypeError of a keepalive request may be the page's own requests
    // having used the quota up: one more try without.
    if (!keepalive || signal.aborted || !(error instanceof TypeError)) {
      return { status: 0 };
    }
    try {
      return await attempt(endpoint, body, false, signal);
    } catch {
      return { status: 0 };
    }
  } finally {
    if (keepalive) underWay -= bytes;
  }
}

async function attempt(
  endpoint: string,
  body: string,
  keepalive: boolean,
  signal: AbortSignal,
): Promise<Outcome> {
  const own = new AbortController();
  const abort = () => own.abort();
  const timer = setTimeout(abort, kTimeout);
  signal.addEventListener('abort', abort);
  try {
    const reply = await send(endpoint, {
      method: 'POST',
      body,
      keepalive,
      headers: { 'content-type': 'text/plain;charset=UTF-8' },
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
      redirect: 'error',
      signal: own.signal,
    });
    void drain(reply);
    const { headers, status } = reply;
    return {
      status,
      wait: retryAfter(
        headers.get('retry-after'),
        headers.get('date'),
        Date.now(),
      ),
    };
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', abort);
  }
}

/** The status is all that counts, but a body left unread holds the quota. */
async function drain(reply: Response): Promise<void> {
  try {
    const reader = reply.body?.getReader();
    await reader?.read();
    await reader?.cancel();
  } catch {
    // It was not wanted anyway.
  }
}
