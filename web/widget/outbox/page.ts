// The outboxes of this page, and what in a page's life makes them send.
import { makeOutbox, type Outbox, type StorageKind } from './outbox.ts';
import { post } from './transport.ts';

const outboxes = new Map<string, Outbox>();

/** The outbox of an endpoint and a storage; the same for all who ask. */
export function outboxFor(endpoint: string, storage: StorageKind): Outbox {
  const key = storage + endpoint;
  let outbox = outboxes.get(key);
  if (!outbox) {
    outbox = makeOutbox(endpoint, {
      open: () => (storage === 'none' ? null : window[`${storage}Storage`]),
      post,
      now: Date.now,
      chance: Math.random,
      locks: navigator.locks,
    });
    if (!outboxes.size) watch();
    outboxes.set(key, outbox);
    // What an earlier visit left: once the page has come to rest.
    outbox.wake(3000);
  }
  return outbox;
}

function watch(): void {
  const turn = ({ type }: Event) => {
    const going = type === 'pagehide' || document.hidden;
    for (const outbox of outboxes.values()) {
      if (going) outbox.leave();
      else outbox.wake(1000);
    }
  };
  addEventListener('online', turn);
  addEventListener('pagehide', turn);
  addEventListener('pageshow', (event) => event.persisted && turn(event));
  document.addEventListener('visibilitychange', turn);
}

/** A version 4 UUID, also where randomUUID is missing (plain http). */
export const makeId = (): string =>
  '10000000-1000-4000-8000-100000000000'.replace(/[018]/g, (digit) => {
    const [chance = 0] = crypto.getRandomValues(new Uint8Array(1));
    return (Number(digit) ^ ((chance & 15) >> (Number(digit) / 4))).toString(
      16,
    );
  });
