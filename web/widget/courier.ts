// Between one element and the outbox of its endpoint: hands records over, and
// knows when the respondent has to be told that one is still on its way.
import type { SurveyResponse } from '../engine/types.ts';
import type { Delivery } from './events.ts';
import type { MessageName } from './messages.ts';
import type { Outbox, StorageKind } from './outbox/outbox.ts';
import { outboxFor } from './outbox/page.ts';

/** How long a record may be on its way before the respondent is told. */
const kPatience = 5000;

export interface CourierHooks {
  readonly delivery: (delivery: Delivery) => void;
  /** Tells the respondent; `waiting` while something is still on its way. */
  readonly tell: (message: MessageName, waiting: boolean) => void;
}

export class Courier {
  readonly #hooks: CourierHooks;
  #outbox: Outbox | undefined;
  #stop: (() => void) | undefined;
  #id: string | undefined;
  #told = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(hooks: CourierHooks) {
    this.#hooks = hooks;
  }

  /** Where records go, as a checked address, or null for nowhere. */
  get endpoint(): string | null {
    return this.#outbox?.endpoint ?? null;
  }

  connect(endpoint: string | undefined, storage: StorageKind): void {
    const outbox = endpoint ? outboxFor(endpoint, storage) : undefined;
    if (outbox === this.#outbox) return;
    this.disconnect();
    this.#outbox = outbox;
    this.#stop = outbox?.listen(this.#listen);
  }

  /** Lets go of the outbox, which goes on sending by itself. */
  disconnect(): void {
    this.#stop?.();
    this.#stop = this.#outbox = undefined;
  }

  send(record: SurveyResponse): void {
    this.#id = record.id;
    this.#told = false;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#tellWaiting(), kPatience);
    this.#outbox?.add(record, this.#listen);
  }

  async flush(): Promise<void> {
    await this.#outbox?.flush(true);
  }

  forget(): void {
    clearTimeout(this.#timer);
    this.#outbox?.forget();
  }

  readonly #listen = (delivery: Delivery): void => {
    this.#hooks.delivery(delivery);
    const { id, status } = delivery;
    if (id !== this.#id || status === 'saved' || status === 'retrying') return;
    clearTimeout(this.#timer);
    this.#id = undefined;
    if (status !== 'delivered') this.#hooks.tell('failed', false);
    else if (this.#told) this.#hooks.tell('sent', false);
  };

  #tellWaiting(): void {
    if (!this.#id || !this.#outbox) return;
    this.#told = true;
    const kept = this.#outbox.tier(this.#id) === 'journal';
    this.#hooks.tell(kept ? 'saved' : 'open', true);
  }
}
