// The outboxes of this page, and what in a page's life makes them send.
import { Outbox, type StorageKind } from './outbox.ts';
import { post } from './transport.ts';

const outboxes = new Map<string, Outbox>();

/** The outbox of an endpoint and a storage; the same for all who ask. */
export function outboxFor(endpoint: string, storage: StorageKind): Outbox {
  const key = `${storage} ${endpoint}`;
  let outbox = outboxes.get(key);
  if (!outbox) {
    outbox = new Outbox(endpoint, {
      open: () =>
        storage === 'local'
          ? localStorage
          : storage === 'session'
            ? sessionStorage
            : null,
      post,
      now: Date.now,
      chance: Math.random,
      locks: navigator.locks,
    });
    if (outboxes.size === 0) watch();
    outboxes.set(key, outbox);
    // What an earlier visit left: once the page has come to rest.
    outbox.wake(3000);
  }
  return outbox;
}

function watch(): void {
  const wake = () => {
    for (const outbox of outboxes.values()) outbox.wake(1000);
  };
  const leave = () => {
    for (const outbox of outboxes.values()) outbox.leave();
  };
  addEventListener('online', wake);
  addEventListener('pageshow', (event) => event.persisted && wake());
  addEventListener('pagehide', leave);
  document.addEventListener('visibilitychange', () =>
    document.visibilityState === 'hidden' ? leave() : wake(),
  );
}

/** A version 4 UUID, also where randomUUID is missing (plain http). */
export function makeId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return [...bytes]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('')
    .replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
