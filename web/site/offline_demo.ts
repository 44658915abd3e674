// An answer that outlives a lost connection. The switch cuts this page's
// connection (connection.js); all the rest is real: the outbox, the attempts,
// the collector.
import { h } from '../widget/dom.ts';
import type {
  LoopletDeliveryEvent,
  LoopletSubmitEvent,
} from '../widget/events.ts';
import { againButton } from './again.ts';

const kWords: { readonly [status: string]: string } = {
  saved: 'Saved on this device',
  retrying: 'Tried, and no way through: it stays here',
  delivered: 'Delivered, and gone from this device',
  rejected: 'Refused by the collector',
  expired: 'Given up after too long',
  dropped: 'Dropped: there was no room to keep it',
};

export function drawOfflineDemo(place: HTMLElement): void {
  const survey = document.createElement('looplet-survey');
  survey.setAttribute('src', 'surveys/shop-after-delivery.json');
  survey.setAttribute('endpoint', '/v1/responses');
  const cut = h('input', { type: 'checkbox', role: 'switch', id: 'cut' });
  cut.addEventListener('change', () => {
    document.documentElement.dataset['connection'] = cut.checked ? 'cut' : '';
    if (!cut.checked) void survey.flush();
  });
  place.replaceChildren(
    h(
      'label',
      { class: 'switch', for: 'cut' },
      cut,
      h('span', {}, 'Cut the connection of this page'),
    ),
    againButton(survey),
    survey,
    log(survey),
  );
}

/** What became of the answers of one survey, line by line. */
function log(survey: HTMLElement): HTMLElement {
  const list = h('ol', { class: 'log', 'aria-label': 'What became of it' });
  // The surveys of a page share what sends; only this one's answers, and
  // those that waited since an earlier visit, belong here.
  const others = new Set<string>();
  document.addEventListener('looplet-submit', (event) => {
    if (event.target === survey) return;
    others.add((event as LoopletSubmitEvent).record.id);
  });
  survey.addEventListener('looplet-delivery', (event) => {
    const { id, status, attempt } = event as LoopletDeliveryEvent;
    if (others.has(id)) return;
    const again = attempt > 1 ? ` (attempt ${attempt})` : '';
    list.append(h('li', { class: status }, (kWords[status] ?? status) + again));
  });
  return list;
}
