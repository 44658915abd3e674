// Between one element and the outbox of its endpoint: hands records over, and
// knows when the respondent has to be told that one is still on its way.
import type { SurveyResponse } from '../engine/types.ts';
import type { Delivery } from './events.ts';
import { M } from './messages.ts';
import type { Outbox, StorageKind } from './outbox/outbox.ts';
import { outboxFor } from './outbox/page.ts';

/** How long a record may be on its way before the respondent is told. */
const kPatience = 5000;

export function makeCourier(
  onDelivery: (delivery: Delivery) => void,
  /** Tells the respondent; `waiting` while something is still on its way. */
  tell: (message: number, waiting: boolean) => void,
) {
  let outbox: Outbox | undefined;
  let stop: (() => void) | undefined;
  let current: string | undefined;
  let told = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const listen = (delivery: Delivery): void => {
    onDelivery(delivery);
    const { id, status } = delivery;
    if (id !== current || status === 'saved' || status === 'retrying') return;
    clearTimeout(timer);
    current = undefined;
    if (status !== 'delivered') tell(M.failed, false);
    else if (told) tell(M.sent, false);
  };

  return {
    /** Where records go, as a checked address, or null for nowhere. */
    endpoint: () => outbox?.endpoint ?? null,
    /** Without an endpoint it lets go of the outbox, which goes on sending. */
    connect: (endpoint: string | undefined, storage: StorageKind) => {
      const wanted = endpoint ? outboxFor(endpoint, storage) : undefined;
      if (wanted === outbox) return;
      stop?.();
      outbox = wanted;
      stop = outbox?.listen(listen);
    },
    send: (record: SurveyResponse) => {
      const { id } = record;
      current = id;
      told = false;
      clearTimeout(timer);
      timer = setTimeout(() => {
        told = true;
        tell(outbox?.tier(id) === 'journal' ? M.saved : M.open, true);
      }, kPatience);
      outbox?.add(record, listen);
    },
    flush: async () => outbox?.flush(true),
    forget: () => {
      clearTimeout(timer);
      outbox?.forget();
    },
  };
}
