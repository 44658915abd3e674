// One attempt: a POST that any endpoint takes without a preflight.
import { retryAfter } from './schedule.ts';

/** What came of an attempt; status 0 is no reply. */
export interface Outcome {
  readonly status: number;
  /** Milliseconds that the endpoint asks to wait. */
  readonly wait?: number | undefined;
}

// Taken before anything else on the page can replace it.
const send = globalThis.fetch;

/** Posts `body`; never throws. `signal` gives up. */
export async function post(
  endpoint: string,
  body: string,
  signal: AbortSignal,
): Promise<Outcome> {
  // Browsers allow 64 KiB of keepalive bodies under way at once. A page that
  // has used that up itself gets one more try without.
  for (const keepalive of [true, false]) {
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
        signal,
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
    } catch {
      if (signal.aborted) break;
    }
  }
  return { status: 0 };
}

/** The status is all that counts, but a body left unread holds the quota. */
async function drain({ body }: Response): Promise<void> {
  try {
    const reader = body?.getReader();
    await reader?.read();
    await reader?.cancel();
  } catch {
    // It was not wanted anyway.
  }
}
