// What to do first, until something has been done.
import { h } from '../widget/dom.ts';
import type { Drafts } from './drafts/drafts.ts';
import type { State } from './store.ts';
import { tool } from '../shared/ui.ts';

export interface WelcomeHooks {
  templates(): void;
  import(): void;
}

export function makeWelcome(
  host: HTMLElement,
  hooks: WelcomeHooks,
  drafts: Drafts,
) {
  let gone = drafts.resumed;
  const first = drafts.open().text;
  const close = (): void => {
    gone = true;
    node.hidden = true;
  };
  const node = h(
    'section',
    { class: 'welcome', 'aria-label': 'How to begin', hidden: gone },
    h('h2', {}, 'Begin with a survey that works'),
    h(
      'p',
      {},
      'Below is the smallest good one: a score, a question for each segment, thanks. Click a step to change it; the flow and the survey beside it follow at once.',
    ),
    h(
      'div',
      { class: 'welcome-acts' },
      tool('Choose a template', hooks.templates, {
        icon: 'template',
        class: 'primary',
      }),
      tool('Import a survey', hooks.import, { icon: 'upload' }),
      tool('Use this one', close),
    ),
  );
  host.prepend(node);
  return {
    update({ reading }: State): void {
      if (!gone && reading.text !== first) close();
    },
  };
}
