// The catalogue of surveys to start from, searched by any word.
import { h } from '../../widget/dom.ts';
import { listTemplates, type Template } from '../templates.ts';
import { setText } from '../../shared/ui.ts';
import { openDialog } from '../../shared/dialog.ts';

export function openTemplates(open: (template: Template) => void): void {
  const list = h('ul', { class: 'template-list' });
  const found = h('p', { class: 'quiet', role: 'status' }, 'Loading…');
  let rows: { template: Template; node: HTMLElement; words: string }[] = [];
  const search = h('input', {
    type: 'search',
    'aria-label': 'Search the surveys',
    placeholder: 'Search: hotel, support, German…',
    input: () => narrow(),
  });
  const dialog = openDialog(
    'Surveys to start from',
    [search, found, list],
    'wide',
  );

  function narrow(): void {
    const wanted = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    let count = 0;
    for (const { node, words } of rows) {
      node.hidden = !wanted.every((word) => words.includes(word));
      if (!node.hidden) count++;
    }
    setText(
      found,
      count === 0
        ? 'None has all of these words.'
        : `${count} survey${count === 1 ? '' : 's'}. Opening one makes a draft of its own.`,
    );
  }
  const names = new Intl.DisplayNames('en', { type: 'language' });
  const named = (tag: string): string => {
    try {
      return names.of(tag) ?? tag;
    } catch {
      return tag;
    }
  };

  function row(template: Template): HTMLElement {
    const { title, industry, about, when, metric, languages } = template;
    return h(
      'li',
      {},
      h(
        'button',
        {
          type: 'button',
          click: () => {
            dialog.close();
            open(template);
          },
        },
        h('strong', {}, title),
        h('span', { class: 'about' }, about),
        ...(when ? [h('span', { class: 'quiet' }, when)] : []),
        h(
          'span',
          { class: 'chips' },
          ...[industry, metric.toUpperCase(), languages.join(' ')]
            .filter(Boolean)
            .map((text) => h('span', { class: 'chip' }, text)),
        ),
      ),
    );
  }

  void listTemplates().then((templates) => {
    rows = templates.map((template) => {
      const { title, industry, about, when, metric, languages } = template;
      const spoken = languages.map(named);
      return {
        template,
        node: row(template),
        words: [title, industry, about, when, metric, ...languages, ...spoken]
          .join(' ')
          .toLowerCase(),
      };
    });
    list.replaceChildren(...rows.map(({ node }) => node));
    narrow();
  });
}
