// An answer that outlives a lost connection. The switch makes the requests of
// this page's survey fail as a lost connection does; all the rest is real: the
// outbox, the attempts, the collector.
import type { LoopletDeliveryEvent } from '../widget/events.ts';
import { h } from '../widget/dom.ts';

const kEndpoint = '/v1/responses';

const kWords: { readonly [status: string]: string } = {
  saved: 'Saved on this device',
  retrying: 'Tried; no way through yet',
  delivered: 'Delivered',
  rejected: 'Refused by the collector',
  expired: 'Given up after too long',
  dropped: 'Dropped',
};

export function drawOfflineDemo(place: HTMLElement): void {
  const cut = h('input', { type: 'checkbox', role: 'switch', id: 'cut' });
  const log = h('ol', { class: 'log', 'aria-label': 'What became of it' });
  const survey = document.createElement('looplet-survey');
  survey.setAttribute('src', 'surveys/saas-relationship.json');
  survey.setAttribute('endpoint', kEndpoint);
  survey.addEventListener('looplet-delivery', (event) => {
    const { status, attempt } = event as LoopletDeliveryEvent;
    log.append(h('li', { class: status }, entry(status, attempt)));
  });
  cutWhile(() => cut.checked);
  cut.addEventListener('change', () => {
    if (!cut.checked) dispatchEvent(new Event('online'));
  });
  place.replaceChildren(
    h(
      'label',
      { class: 'switch', for: 'cut' },
      cut,
      h('span', {}, 'Cut the connection'),
    ),
    survey,
    log,
  );
}

const entry = (status: string, attempt: number): string =>
  (kWords[status] ?? status) + (attempt > 1 ? ` (attempt ${attempt})` : '');

/** Lets posts to the endpoint fail, without a reply, while `isCut()` holds. */
function cutWhile(isCut: () => boolean): void {
  const real = globalThis.fetch;
  globalThis.fetch = (input, init) =>
    isCut() && init?.method === 'POST'
      ? Promise.reject(new TypeError('The connection is cut.'))
      : real(input, init);
}
