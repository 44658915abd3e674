// The outbox: a record is stored, sent, and deleted only after a 2xx.
//
//   add() -> stored -> POST -> 2xx        -> deleted
//               ^         \-> 4xx         -> kept as rejected
//               \-- wait, [lock] <-- no reply, 429, 5xx
//
// One outbox for each endpoint and storage of a page. A new record is posted
// in the very task that stores it; what waits is sent by one page at a time in
// the whole browser, by a Web Lock that is let go of between two flushes. What
// two senders may still send twice carries one id.
import type { SurveyResponse } from '../../engine/types.ts';
import type { Delivery } from '../events.ts';
import {
  backoff,
  judge,
  kAttemptsPerPage,
  kMaxAge,
  kMaxRecords,
  kMaxSize,
  kMaxWait,
  kTimeout,
  slowBackoff,
} from './schedule.ts';
import { type Item, makeStore, type Tier } from './store.ts';
import type { Outcome, post } from './transport.ts';

export type StorageKind = 'none' | 'session' | 'local';
export type Listener = (delivery: Delivery) => void;

/** What an outbox stands on; replaced in tests. */
export interface Ground {
  readonly open: () => Storage | null;
  readonly post: typeof post;
  readonly now: () => number;
  readonly chance: () => number;
  readonly locks: Pick<LockManager, 'request'> | undefined;
}

export interface Outbox {
  readonly endpoint: string;
  /** Tells `listener` what becomes of records, until the call it returns. */
  readonly listen: (listener: Listener) => () => void;
  /** Stores a record and starts to send it, in this very task. */
  readonly add: (record: SurveyResponse, owner: Listener) => void;
  /** Where a record lies. */
  readonly tier: (id: string) => Tier;
  /** Records that wait to be sent. */
  readonly pending: () => Item[];
  /** Sends what is due, one at a time; `early`: also what waits its turn. */
  readonly flush: (early?: boolean) => Promise<void>;
  /**
   * Tries in at most `within` milliseconds, however long the schedule would
   * still wait: a new page, or a connection that is back.
   */
  readonly wake: (within: number) => void;
  /** The page is going: one more request for each that waits. */
  readonly leave: () => void;
  /** Drops everything, stored or under way. */
  readonly forget: () => void;
}

export function makeOutbox(
  endpoint: string,
  { open, post, now, chance, locks }: Ground,
): Outbox {
  const { save, remove, all, tier } = makeStore(endpoint, open);
  /** Who listens, and what each handed in; earlier visits' have no owner. */
  const listeners = new Map<Listener, Set<string>>();
  const flying = new Map<string, AbortController>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let flushing: Promise<void> | undefined;
  /** In a row, on this page. */
  let failures = 0;

  const pending = () => all().filter((item) => !item.rejected);
  const tired = () => failures >= kAttemptsPerPage;

  /** A time more than a day ahead means that the clock was turned: now. */
  const due = (time: number) => time <= now() || time > now() + kMaxWait;

  function tell(status: Delivery['status'], item: Item, reply = 0): void {
    const { id } = item.record;
    const ears = [...listeners];
    // Several elements may share this outbox; each event is told once.
    const [listener] = ears.find(([, ids]) => ids.has(id)) ?? ears[0] ?? [];
    const attempt = item.attempts;
    listener?.({ status, id, attempt, reply, tier: tier(id) });
  }

  /** Sets the clock for the next flush, `wait` from now. */
  function plan(wait: number, early?: boolean): void {
    clearTimeout(timer);
    timer = setTimeout(() => void flush(early), Math.min(kMaxWait, wait));
  }

  /** One piece of work at a time; then the clock for what falls due first. */
  function run(work: () => Promise<unknown>): Promise<void> {
    clearTimeout(timer);
    flushing ??= (async () => {
      try {
        await work();
      } finally {
        flushing = undefined;
      }
      const times = pending().map(({ nextAt, notBefore }) =>
        Math.max(nextAt, notBefore),
      );
      if (times.length && !tired()) plan(Math.min(...times) - now());
    })();
    return flushing;
  }

  /** Lets go of what is too old or too much, the oldest first. */
  function trim(): void {
    let size = 0;
    for (const [i, item] of all().reverse().entries()) {
      size += JSON.stringify(item).length;
      const expired = now() - item.savedAt > kMaxAge;
      if (expired || i >= kMaxRecords || size > kMaxSize) {
        if (!item.rejected) tell(expired ? 'expired' : 'dropped', item);
        remove(item.record.id);
      }
    }
  }

  /** One attempt. True when the record is off our hands. */
  async function send(item: Item): Promise<boolean> {
    const { record } = item;
    const { id } = record;
    const stop = new AbortController();
    flying.set(id, stop);
    const timeout = setTimeout(() => stop.abort(), kTimeout);
    const sentTime = new Date(now()).toISOString();
    const body = JSON.stringify({ ...record, sentTime });
    const outcome = await post(endpoint, body, stop.signal);
    clearTimeout(timeout);
    // Forgotten meanwhile, it is nobody's.
    if (!flying.delete(id)) return false;
    return settle({ ...item, attempts: item.attempts + 1 }, outcome);
  }

  function settle(item: Item, { status, wait = 0 }: Outcome): boolean {
    const verdict = judge(status);
    const { id } = item.record;
    if (verdict === 'delivered' || verdict === 'rejected') {
      if (verdict === 'rejected') save({ ...item, rejected: status });
      else failures = 0;
      tell(verdict, item, status);
      if (verdict === 'delivered') remove(id);
      return true;
    }
    failures++;
    const least = Math.max(
      wait,
      verdict === 'slow' ? slowBackoff(chance()) : 0,
    );
    const next = Math.max(least, backoff(item.attempts, chance()));
    // What one record meets all would meet: the whole queue waits with it.
    for (const other of pending()) {
      save({
        ...(other.record.id === id ? item : other),
        nextAt: Math.max(other.nextAt, now() + next),
        notBefore: least ? now() + least : other.notBefore,
      });
    }
    tell('retrying', item, status);
    return false;
  }

  const flush = (early = false) =>
    run(async () => {
      const work = async () => {
        trim();
        // Read anew each time: another tab may have been at it meanwhile.
        for (;;) {
          const item = pending().find(
            ({ nextAt, notBefore, record }) =>
              !flying.has(record.id) &&
              due(early ? notBefore : Math.max(nextAt, notBefore)),
          );
          if (!item || !(await send(item))) return;
        }
      };
      let started = false;
      try {
        await locks?.request(`looplet-outbox:${endpoint}`, () => {
          started = true;
          return work();
        });
      } catch {
        // An opaque origin may not lock; ids take care of what is sent twice.
      }
      if (!started) await work();
    });

  return {
    endpoint,
    listen: (listener) => {
      listeners.set(listener, new Set());
      return () => listeners.delete(listener);
    },
    add: (record, owner) => {
      listeners.get(owner)?.add(record.id);
      const savedAt = now();
      const item: Item = {
        v: 1,
        endpoint,
        record,
        savedAt,
        attempts: 0,
        nextAt: savedAt,
        notBefore: 0,
      };
      save(item);
      tell('saved', item);
      trim();
      void run(() => send(item));
    },
    tier,
    pending,
    flush,
    wake: (within) => {
      if (!tired() && pending().length) plan(chance() * within, true);
    },
    leave: () => {
      for (const item of tired() ? [] : pending()) {
        if (!flying.has(item.record.id) && due(item.notBefore)) void send(item);
      }
    },
    forget: () => {
      for (const stop of flying.values()) stop.abort();
      flying.clear();
      clearTimeout(timer);
      for (const item of all()) remove(item.record.id);
    },
  };
}
