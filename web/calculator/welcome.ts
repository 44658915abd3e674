// Nothing there yet: what goes here, and something to try.
import { tool } from '../shared/ui.ts';
import { h } from '../widget/dom.ts';
import type { Part } from './cards/card.ts';
import type { Model } from './model.ts';

export interface WelcomeHooks {
  chooseFile(): void;
  sample(): void;
}

export function makeWelcome(hooks: WelcomeHooks): Part<Model> {
  const node = h(
    'section',
    { class: 'welcome', 'aria-labelledby': 'welcome-title' },
    h('h2', { id: 'welcome-title' }, 'How sure is your score?'),
    h(
      'p',
      {},
      'Type how many promoters, passives and detractors you have, and see the score with its interval at once. A file shows more: what changed, who differs, what costs points.',
    ),
    h(
      'div',
      { class: 'row' },
      tool('Choose a file', hooks.chooseFile, {
        icon: 'upload',
        class: 'primary',
      }),
      tool('Try a sample', hooks.sample, { class: 'tool bordered' }),
    ),
    h(
      'ul',
      { class: 'formats' },
      ...['CSV', 'TSV', 'Excel', 'JSON', 'JSON Lines', 'gzip'].map((name) =>
        h('li', {}, name),
      ),
    ),
  );
  return {
    node,
    update({ answers }) {
      node.hidden = answers !== null;
    },
  };
}
