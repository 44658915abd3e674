// Three panes side by side, each as wide as one likes; below 900 px one at a
// time, behind tabs.
import { h } from '../widget/dom.ts';
import { freshName, setText } from '../shared/ui.ts';

export type PaneName = 'edit' | 'flow' | 'preview';

const kPanes: readonly (readonly [PaneName, string])[] = [
  ['edit', 'Edit'],
  ['flow', 'Flow'],
  ['preview', 'Preview'],
];
const kStep = 24;
/** Shares of the width that a pane may have. */
const kLeast = 0.2;
const kMost = 0.55;

export function makeLayout(host: HTMLElement, changed: () => void) {
  const shares = { edit: 0.31, preview: 0.29 };
  let current: PaneName = 'edit';
  const panes = {} as { [name in PaneName]: HTMLElement };
  const tabs = new Map<PaneName, HTMLButtonElement>();

  for (const [name, label] of kPanes) {
    panes[name] = h('section', {
      class: 'pane',
      id: freshName(`pane-${name}`),
      'data-pane': name,
      'aria-label': label,
    });
  }
  const badge = h('span', {
    class: 'tab-badge',
    hidden: true,
    'aria-hidden': true,
  });
  const bar = h(
    'div',
    { class: 'pane-tabs', role: 'group', 'aria-label': 'Panes' },
    ...kPanes.map(([name, label]) => {
      const tab = h(
        'button',
        {
          type: 'button',
          'aria-pressed': 'false',
          click: () => show(name),
        },
        label,
      );
      if (name === 'flow') tab.append(badge);
      tabs.set(name, tab);
      return tab;
    }),
  );
  const body = h(
    'div',
    { class: 'panes' },
    panes.edit,
    splitter('edit', 'Width of the editing pane', 1),
    panes.flow,
    splitter('preview', 'Width of the preview', -1),
    panes.preview,
  );
  host.append(bar, body);
  apply();
  show('edit');

  function splitter(
    name: 'edit' | 'preview',
    label: string,
    direction: 1 | -1,
  ): HTMLElement {
    const set = (share: number): void => {
      shares[name] = Math.min(kMost, Math.max(kLeast, share));
      apply();
    };
    const node = h('div', {
      class: 'splitter',
      role: 'separator',
      tabindex: 0,
      'aria-label': label,
      'aria-orientation': 'vertical',
      'aria-controls': panes[name].id,
      'aria-valuemin': kLeast * 100,
      'aria-valuemax': kMost * 100,
      'data-of': name,
      keydown: (event: KeyboardEvent) => {
        const by =
          event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
        if (by) {
          set(shares[name] + (by * direction * kStep) / body.clientWidth);
        } else if (event.key === 'Home') set(kLeast);
        else if (event.key === 'End') set(kMost);
        else return;
        event.preventDefault();
      },
      pointerdown: (event: PointerEvent) => {
        event.preventDefault();
        node.focus();
        node.setPointerCapture(event.pointerId);
        const drag = ({ clientX }: PointerEvent): void => {
          const { left, right, width } = body.getBoundingClientRect();
          set((direction > 0 ? clientX - left : right - clientX) / width);
        };
        const end = (): void => {
          node.removeEventListener('pointermove', drag);
          node.removeEventListener('lostpointercapture', end);
        };
        node.addEventListener('pointermove', drag);
        node.addEventListener('lostpointercapture', end);
      },
    });
    return node;
  }

  function apply(): void {
    // The flow keeps a fifth, whatever the others take.
    const over = shares.edit + shares.preview - 0.8;
    if (over > 0) shares.preview -= over;
    body.style.setProperty('--edit', `${shares.edit * 100}%`);
    body.style.setProperty('--preview', `${shares.preview * 100}%`);
    for (const node of body.querySelectorAll<HTMLElement>('.splitter')) {
      const name = node.dataset['of'] === 'edit' ? 'edit' : 'preview';
      node.setAttribute(
        'aria-valuenow',
        String(Math.round(shares[name] * 100)),
      );
    }
  }

  function show(name: PaneName): void {
    current = name;
    body.dataset['shown'] = name;
    for (const [of, tab] of tabs) {
      tab.setAttribute('aria-pressed', String(of === name));
    }
    changed();
  }

  return {
    panes,
    show,
    shown: () => current,
    /** Whether one pane is seen at a time. */
    isNarrow: () => bar.checkVisibility(),
    /** How many faults there are, on the tab of the flow. */
    setBadge: (count: number): void => {
      setText(badge, String(count));
      badge.hidden = count === 0;
      // The label of a span would not be read; that of the tab is.
      tabs
        .get('flow')
        ?.setAttribute(
          'aria-label',
          count === 0
            ? 'Flow'
            : `Flow, ${count} fault${count === 1 ? '' : 's'}`,
        );
    },
  };
}

export interface TabsHooks {
  shown(name: string): void;
}

/** Tabs in a pane, moved between by arrow keys. */
export function makeTabs(
  label: string,
  names: readonly (readonly [name: string, label: string])[],
  changed: (name: string) => void,
) {
  const list = h('div', {
    class: 'tabs',
    role: 'tablist',
    'aria-label': label,
  });
  const parts = new Map<string, { tab: HTMLElement; panel: HTMLElement }>();
  let current = names[0]?.[0] ?? '';
  for (const [name, words] of names) {
    const id = freshName('tab');
    const tab = h(
      'button',
      {
        type: 'button',
        role: 'tab',
        id,
        'aria-controls': `${id}-panel`,
        click: () => show(name),
        keydown: (event: KeyboardEvent) => {
          const order = [...parts.keys()];
          const by =
            event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
          if (!by) return;
          event.preventDefault();
          const next = order.at((order.indexOf(name) + by) % order.length);
          if (next === undefined) return;
          show(next);
          parts.get(next)?.tab.focus();
        },
      },
      words,
    );
    const panel = h('div', {
      class: 'tab-panel',
      role: 'tabpanel',
      id: `${id}-panel`,
      'aria-labelledby': id,
    });
    parts.set(name, { tab, panel });
    list.append(tab);
  }
  function mark(): void {
    for (const [of, { tab, panel }] of parts) {
      const on = of === current;
      tab.setAttribute('aria-selected', String(on));
      tab.tabIndex = on ? 0 : -1;
      panel.hidden = !on;
    }
  }
  function show(name: string): void {
    current = name;
    mark();
    changed(name);
  }
  mark();
  const panel = (name: string): HTMLElement => {
    const found = parts.get(name)?.panel;
    if (!found) throw new Error(`There is no tab '${name}'.`);
    return found;
  };
  return {
    list,
    panels: [...parts.values()].map((part) => part.panel),
    panel,
    show,
    shown: () => current,
  };
}
