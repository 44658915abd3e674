// The outbox: a record is stored, sent, and deleted only after a 2xx.
//
//   add() -> stored -> [lock] -> POST -> 2xx        -> deleted
//                        ^                \-> 4xx   -> kept as rejected
//                        \-- wait <-- no reply, 429, 5xx
//
// One outbox for each endpoint and storage of a page; one sender at a time in
// the whole browser, by a Web Lock, which every page lets go of between two
// flushes. What two senders may still send twice carries one id.
import type { SurveyResponse } from '../../engine/types.ts';
import type { Delivery } from '../events.ts';
import {
  backoff,
  judge,
  kAttemptsPerPage,
  kMaxAge,
  kMaxAttempts,
  kMaxWait,
  kRejectedAge,
  slowBackoff,
} from './schedule.ts';
import { type Item, Store, type Tier } from './store.ts';
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

export class Outbox {
  readonly endpoint: string;
  readonly #ground: Ground;
  readonly #store: Store;
  readonly #listeners = new Set<Listener>();
  /** Who handed a record in; what earlier visits left has no owner. */
  readonly #owners = new Map<string, Listener>();
  readonly #flying = new Set<string>();
  #abort = new AbortController();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #flushing: Promise<void> | undefined;
  /** In a row, on this page. */
  #failures = 0;

  constructor(endpoint: string, ground: Ground) {
    this.endpoint = endpoint;
    this.#ground = ground;
    this.#store = new Store(endpoint, ground.open);
  }

  /** Tells `listener` what becomes of records, until the call it returns. */
  listen(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
      // An element that left the page is not kept alive by what it sent.
      for (const [id, owner] of this.#owners) {
        if (owner === listener) this.#owners.delete(id);
      }
    };
  }

  /** Stores a record in this very task, and sends it. */
  add(record: SurveyResponse, owner: Listener): void {
    this.#owners.set(record.id, owner);
    const now = this.#ground.now();
    const item: Item = {
      v: 1,
      endpoint: this.endpoint,
      record,
      savedAt: now,
      attempts: 0,
      nextAt: now,
      notBefore: 0,
    };
    this.#store.save(item);
    this.#tell('saved', item);
    this.#trim();
    void this.flush();
  }

  /** Where a record lies. */
  tier(id: string): Tier {
    return this.#store.tier(id);
  }

  /** Records that wait to be sent. */
  pending(): Item[] {
    return this.#store.all().filter((item) => !item.rejected);
  }

  /**
   * Tries in at most `within` milliseconds, however long the schedule would
   * still wait: a new page, or a connection that is back.
   */
  wake(within: number): void {
    if (this.#failures >= kAttemptsPerPage || !this.pending().length) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(
      () => void this.flush(true),
      this.#ground.chance() * within,
    );
  }

  /** Sends what is due, one at a time; `early`: also what waits its turn. */
  flush(early = false): Promise<void> {
    clearTimeout(this.#timer);
    this.#flushing ??= this.#locked(() => this.#sendDue(early)).finally(() => {
      this.#flushing = undefined;
      this.#plan();
    });
    return this.#flushing;
  }

  /** The page is going: one more request for each that waits. */
  leave(): void {
    if (this.#failures >= kAttemptsPerPage) return;
    for (const item of this.pending()) {
      if (this.#due(item.notBefore)) void this.#send(item);
    }
  }

  /** Drops everything, stored or under way. */
  forget(): void {
    this.#abort.abort();
    this.#abort = new AbortController();
    clearTimeout(this.#timer);
    for (const item of this.#store.all()) this.#store.remove(item.record.id);
  }

  async #sendDue(early: boolean): Promise<void> {
    this.#expire();
    const { signal } = this.#abort;
    // Read anew each time: another tab may have been at it meanwhile.
    for (;;) {
      const item = this.pending().find(
        ({ nextAt, notBefore, record }) =>
          !this.#flying.has(record.id) &&
          this.#due(early ? notBefore : Math.max(nextAt, notBefore)),
      );
      if (!item || signal.aborted || !(await this.#send(item))) return;
    }
  }

  /** A time more than a day ahead means that the clock was turned: now. */
  #due(time: number): boolean {
    const ahead = time - this.#ground.now();
    return !(ahead > 0 && ahead <= kMaxWait);
  }

  /** One attempt. True when the record is off our hands. */
  async #send(item: Item): Promise<boolean> {
    const { id } = item.record;
    const { signal } = this.#abort;
    if (this.#flying.has(id)) return false;
    this.#flying.add(id);
    const sentTime = new Date(this.#ground.now()).toISOString();
    const outcome = await this.#ground.post(
      this.endpoint,
      JSON.stringify({ ...item.record, sentTime }),
      signal,
    );
    this.#flying.delete(id);
    if (signal.aborted) return false;
    return this.#settle({ ...item, attempts: item.attempts + 1 }, outcome);
  }

  #settle(item: Item, { status, wait = 0 }: Outcome): boolean {
    const verdict = judge(status);
    if (verdict === 'delivered') {
      this.#failures = 0;
      this.#end(item, 'delivered', status);
      return true;
    }
    if (verdict === 'rejected') {
      this.#store.save({ ...item, rejected: status });
      this.#tell('rejected', item, status);
      this.#trim();
      return true;
    }
    this.#failures++;
    const { now, chance } = this.#ground;
    const least =
      verdict === 'slow' ? Math.max(wait, slowBackoff(chance())) : wait;
    const next = Math.max(least, backoff(item.attempts, chance()));
    // What one record meets all would meet: the whole queue waits with it.
    for (const other of this.pending()) {
      this.#store.save({
        ...(other.record.id === item.record.id ? item : other),
        nextAt: Math.max(other.nextAt, now() + next),
        notBefore: least ? now() + least : other.notBefore,
      });
    }
    this.#tell('retrying', item, status);
    return false;
  }

  #trim(): void {
    for (const old of this.#store.surplus()) this.#end(old, 'dropped');
  }

  #expire(): void {
    const now = this.#ground.now();
    for (const item of this.#store.all()) {
      const age = now - item.savedAt;
      if (item.rejected) {
        if (age > kRejectedAge) this.#store.remove(item.record.id);
      } else if (age > kMaxAge || item.attempts >= kMaxAttempts) {
        this.#end(item, 'expired');
      }
    }
  }

  /** Sets the clock for the first that falls due. */
  #plan(): void {
    const waiting = this.pending();
    if (!waiting.length || this.#failures >= kAttemptsPerPage) return;
    const now = this.#ground.now();
    const wait = Math.min(
      ...waiting.map((item) => Math.max(item.nextAt, item.notBefore) - now),
    );
    clearTimeout(this.#timer);
    this.#timer = setTimeout(
      () => void this.flush(),
      Math.min(kMaxWait, Math.max(0, wait)),
    );
  }

  async #locked(work: () => Promise<void>): Promise<void> {
    const { locks } = this.#ground;
    if (!locks) return work();
    let started = false;
    try {
      await locks.request(`looplet-outbox:${this.endpoint}`, () => {
        started = true;
        return work();
      });
    } catch {
      // An opaque origin may not lock; ids take care of what is sent twice.
      if (!started) await work();
    }
  }

  #end(item: Item, status: Delivery['status'], reply = 0): void {
    const tier = this.#store.tier(item.record.id);
    this.#store.remove(item.record.id);
    this.#tell(status, item, reply, tier);
    this.#owners.delete(item.record.id);
  }

  #tell(
    status: Delivery['status'],
    item: Item,
    reply = 0,
    tier = this.#store.tier(item.record.id),
  ): void {
    const { id } = item.record;
    const owner = this.#owners.get(id);
    // Several elements may share this outbox; each event is told once.
    const [first] = this.#listeners;
    const listener = owner && this.#listeners.has(owner) ? owner : first;
    listener?.({ status, id, attempt: item.attempts, reply, tier });
  }
}
