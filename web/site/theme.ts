// Light, dark, or as the system says. Kept in memory only: nothing is stored
// on the device for a look.
import { h, hidden, icon } from '../widget/dom.ts';

const kThemes = [
  ['auto', 'As the system', 'M12 3a9 9 0 1 0 0 18zM12 3a9 9 0 0 1 0 18'],
  [
    'light',
    'Light',
    'M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8M12 2v2M12 20v2M2 12h2M20 12h2M4.9 4.9l1.4 1.4M17.7 17.7l1.4 1.4M4.9 19.1l1.4-1.4M17.7 6.3l1.4-1.4',
  ],
  ['dark', 'Dark', 'M20 14.5A8.5 8.5 0 0 1 9.5 4a8.5 8.5 0 1 0 10.5 10.5'],
] as const;

/** Fills every `[data-theme-switch]` of the page with the three choices. */
export function drawThemeSwitch(page: Document = document): void {
  for (const place of page.querySelectorAll('[data-theme-switch]')) {
    const legend = h('legend', {}, hidden('Theme'));
    const set = h('fieldset', { class: 'themes' }, legend);
    for (const [theme, label, path] of kThemes) {
      const input = h('input', {
        type: 'radio',
        name: 'theme',
        value: theme,
        checked: theme === 'auto',
        // Surveys on the page inherit the colour scheme that this sets.
        change: () => {
          page.documentElement.dataset['theme'] = theme;
        },
      });
      set.append(
        h('label', { title: label }, input, icon(path), hidden(label)),
      );
    }
    place.replaceChildren(set);
  }
}
