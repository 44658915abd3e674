// What stands under the graph: who is who, zoom, the list, and the files.
import { h, icon } from '../../widget/dom.ts';
import { kSegmentNames } from './flow.ts';
import { segmentSign } from './marks.ts';
import { kSegments } from './model.ts';

export interface BarActions {
  zoom(factor: number): void;
  fit(): void;
  list(shown: boolean): void;
  save(kind: 'svg' | 'png'): void;
}

const kMinus = 'M5 12h14';
const kPlus = 'M5 12h14M12 5v14';
const kFit = 'M4 9V4h5M20 9V4h-5M4 15v5h5M20 15v5h-5';
const kList = 'M9 6h11M9 12h11M9 18h11M4 6h.01M4 12h.01M4 18h.01';

export function makeBar(actions: BarActions): {
  readonly element: HTMLElement;
  scale(scale: number): void;
} {
  const tool = (name: string, path: string, click: () => void) => {
    const made = h('button', {
      type: 'button',
      class: 'tool',
      'aria-label': name,
      title: name,
      click,
    });
    made.append(icon(path));
    return made;
  };
  const percent = h('output', { class: 'graph-percent', 'aria-label': 'Zoom' });
  const zoom = h(
    'div',
    { class: 'graph-tools', role: 'group', 'aria-label': 'Zoom' },
    tool('Zoom out', kMinus, () => actions.zoom(0.8)),
    percent,
    tool('Zoom in', kPlus, () => actions.zoom(1.25)),
    tool('Fit all in sight', kFit, () => actions.fit()),
  );
  const list = h(
    'button',
    {
      type: 'button',
      class: 'tool',
      'aria-label': 'Show as a list',
      title: 'Show as a list',
      'aria-pressed': 'false',
      click: () => {
        const shown = list.getAttribute('aria-pressed') !== 'true';
        list.setAttribute('aria-pressed', String(shown));
        zoom.hidden = shown;
        actions.list(shown);
      },
    },
    icon(kList),
    h('span', { class: 'graph-word' }, 'List'),
  );
  const save = (kind: 'svg' | 'png') =>
    h(
      'button',
      {
        type: 'button',
        class: 'tool',
        'aria-label': `Save the graph as ${kind.toUpperCase()}`,
        title: `Save the graph as ${kind.toUpperCase()}`,
        click: () => actions.save(kind),
      },
      kind.toUpperCase(),
    );
  const legend = h(
    'ul',
    { class: 'graph-legend', 'aria-label': 'Who goes which way' },
    ...kSegments.map((segment) => {
      const { many, scores } = kSegmentNames[segment];
      return h(
        'li',
        {},
        segmentSign(segment),
        many,
        h('span', { class: 'quiet' }, scores),
      );
    }),
  );
  const tools = h(
    'div',
    { class: 'graph-tools' },
    list,
    save('svg'),
    save('png'),
  );
  const element = h('div', { class: 'graph-bar' }, legend, zoom, tools);
  return {
    element,
    scale(scale) {
      percent.textContent = `${Math.round(scale * 100)} %`;
    },
  };
}
