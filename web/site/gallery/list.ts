// The surveys found, by industry, each a link to itself.
import type { Template } from '../../../script/build/catalogue.mjs';
import { h } from '../../widget/dom.ts';
import { industriesOf } from './filter.ts';
import { kMetrics } from './levels.ts';

/** One list for each industry. */
export function drawList(
  found: readonly Template[],
  chosen: string | undefined,
): HTMLElement[] {
  return industriesOf(found).map((industry) => {
    const label = h('p', { class: 'group', id: idOf(industry) }, industry);
    const list = h('ul', { 'aria-labelledby': label.id });
    for (const one of found) {
      if (one.industry === industry) {
        list.append(h('li', {}, link(one, one.id === chosen)));
      }
    }
    return h('div', {}, label, list);
  });
}

/** Marks the one that is shown, without drawing the list anew. */
export function markChosen(list: Element, chosen: string): void {
  for (const one of list.querySelectorAll('a')) {
    if (one.hash === `#${chosen}`) {
      one.setAttribute('aria-current', 'true');
      one.scrollIntoView({ block: 'nearest' });
    } else {
      one.removeAttribute('aria-current');
    }
  }
}

function link({ id, title, metric }: Template, current: boolean): HTMLElement {
  const [name] = kMetrics[metric];
  return h(
    'a',
    { href: `#${id}`, 'aria-current': current && 'true' },
    h('span', {}, title['en'] ?? id),
    ' ',
    h('span', { class: 'metric' }, name),
  );
}

const idOf = (industry: string): string =>
  `in-${industry.toLowerCase().replace(/[^a-z0-9]+/g, '-')}`;
