// The surveys found, by industry, each a link to itself.
import type { Template } from '../../../script/build/catalogue.mjs';
import { h } from '../../widget/dom.ts';
import { industriesOf } from './filter.ts';
import { kMetrics } from './levels.ts';

/** One list for each industry. */
export function drawList(found: readonly Template[]): HTMLElement[] {
  return industriesOf(found).map((industry) => {
    const label = h('p', { class: 'group', id: idOf(industry) }, industry);
    const list = h('ul', { 'aria-labelledby': label.id });
    for (const one of found) {
      if (one.industry === industry) {
        list.append(h('li', {}, link(one)));
      }
    }
    return h('div', {}, label, list);
  });
}

/** How much of the list's lower end fades out, in pixels. */
const kFade = 24;

/** Marks the one that is shown, and brings it into the list's view. */
export function markChosen(list: HTMLElement, chosen: string): void {
  for (const one of list.querySelectorAll('a')) {
    if (one.hash !== `#${chosen}`) {
      one.removeAttribute('aria-current');
      continue;
    }
    one.setAttribute('aria-current', 'true');
    // The list alone is moved, never the page; its ends fade out.
    const { offsetTop: top, offsetHeight: height } = one;
    const end = list.scrollTop + list.clientHeight;
    if (top < list.scrollTop || top + height + kFade > end) {
      list.scrollTop = top - list.clientHeight / 2;
    }
  }
}

function link({ id, title, metric }: Template): HTMLElement {
  const [name] = kMetrics[metric];
  return h(
    'a',
    { href: `#${id}` },
    h('span', {}, title['en'] ?? id),
    ' ',
    h('span', { class: 'metric' }, name),
  );
}

const idOf = (industry: string): string =>
  `in-${industry.toLowerCase().replace(/[^a-z0-9]+/g, '-')}`;
