// Small parts that the Studio and the calculator are made of.
import { h, icon } from '../widget/dom.ts';

/** Drawings of 24 by 24, one stroke each. */
export const kIcons = {
  nps: 'M4 17a8 8 0 1 1 16 0M12 17l4-6',
  rating:
    'm12 4 2.4 5.1 5.6.7-4.1 3.9 1 5.5-4.9-2.7-4.9 2.7 1-5.5L4 9.8l5.6-.7z',
  choice: 'M4 6h4v4H4zM4 14h4v4H4zM12 8h8M12 16h8',
  text: 'M5 6h14M5 11h14M5 16h8',
  contact: 'M4 6h16v12H4zM4 7l8 6 8-6',
  consent: 'M5 5h14v14H5zM8.5 12l2.5 2.5 4.5-5',
  statement: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18M12 11v5M12 7.6v.2',
  end: 'M6 21V4M6 5h12l-3 4 3 4H6',
  add: 'M12 5v14M5 12h14',
  up: 'M12 19V5M6 11l6-6 6 6',
  down: 'M12 5v14M6 13l6 6 6-6',
  copy: 'M9 9h11v11H9zM5 15H4V4h11v1',
  remove: 'M5 7h14M10 7V4h4v3M7 7l1 13h8l1-13',
  close: 'M6 6l12 12M18 6 6 18',
  undo: 'M9 14 4 9l5-5M4 9h10a6 6 0 0 1 0 12h-3',
  redo: 'm15 14 5-5-5-5M20 9H10a6 6 0 0 0 0 12h3',
  grip: 'M9 6v.01M15 6v.01M9 12v.01M15 12v.01M9 18v.01M15 18v.01',
  menu: 'M6 9l6 6 6-6',
  error: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18M12 7v6M12 16.4v.2',
  warning: 'M12 4 2.8 20h18.4zM12 10v4M12 17v.2',
  good: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18M8 12l3 3 5-6',
  play: 'M7 4v16l13-8z',
  stop: 'M6 6h12v12H6z',
  restart: 'M4 4v6h6M4.5 10a8 8 0 1 1-.5 5',
  phone: 'M7 2h10v20H7zM11 18.5h2',
  desktop: 'M3 4h18v12H3zM8 20h8M12 16v4',
  share: 'M12 15V3M7 8l5-5 5 5M5 13v8h14v-8',
  download: 'M12 3v12M7 10l5 5 5-5M5 20h14',
  upload: 'M12 16V4M7 9l5-5 5 5M5 20h14',
  code: 'm8 7-5 5 5 5M16 7l5 5-5 5',
  template: 'M4 4h16v6H4zM4 14h7v6H4zM15 14h5v6h-5z',
  light:
    'M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8M12 2v2M12 20v2M2 12h2M20 12h2M4.9 4.9l1.4 1.4M17.7 17.7l1.4 1.4M4.9 19.1l1.4-1.4M17.7 6.3l1.4-1.4',
  dark: 'M20 14.5A8.5 8.5 0 0 1 9.5 4a8.5 8.5 0 1 0 10.5 10.5',
  keys: 'M2 6h20v12H2zM6 10h.01M10 10h.01M14 10h.01M18 10h.01M7 14h10',
  save: 'M5 3h11l4 4v14H4V3zM8 3v6h7V3M8 21v-7h8v7',
  globe:
    'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18M3 12h18M12 3c3 3 3 15 0 18M12 3c-3 3-3 15 0 18',
  dots: 'M5 12h.01M12 12h.01M19 12h.01',
  drafts: 'M8 3h12v14H8zM4 7v14h12',
} as const;

export type IconName = keyof typeof kIcons;

export const isIcon = (name: string): name is IconName =>
  Object.hasOwn(kIcons, name);

export const draw = (name: IconName): Element => icon(kIcons[name]);

type Attributes = Parameters<typeof h>[1];

/** A button with words, a drawing, or both. */
export function tool(
  words: string,
  act: (event: MouseEvent) => void,
  {
    icon: name,
    bare = false,
    ...more
  }: { icon?: IconName; bare?: boolean; class?: string } & Attributes = {},
): HTMLButtonElement {
  const { class: kind = 'tool', ...attributes } = more as {
    class?: string;
  } & Attributes;
  return h(
    'button',
    {
      type: 'button',
      class: `${kind}${bare ? ' bare' : ''}`,
      ...(bare && { 'aria-label': words, title: words }),
      click: act,
      ...attributes,
    },
    ...(name ? [draw(name)] : []),
    ...(bare ? [] : [h('span', {}, words)]),
  );
}

/** Sets a property only when it is another: writing moves the caret. */
export function setValue(
  control: HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement,
  value: string,
): void {
  if (control.value !== value) control.value = value;
}

export function setText(node: Element, text: string): void {
  if (node.textContent !== text) node.textContent = text;
}

/** Replaces the choices of a menu when they are others. */
export function setOptions(
  select: HTMLSelectElement,
  options: readonly (readonly [value: string, words: string])[],
  value: string,
): void {
  const key = JSON.stringify(options);
  if (select.dataset['key'] !== key) {
    select.dataset['key'] = key;
    select.replaceChildren(
      ...options.map(([of, words]) => h('option', { value: of }, words)),
    );
  }
  setValue(select, value);
}

let ids = 0;
export const freshName = (base: string): string => `${base}-${++ids}`;

/** Saves a file on the person's device. */
export function download(name: string, content: Blob): void {
  const address = URL.createObjectURL(content);
  const link = h('a', { href: address, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  // The browser reads it a moment later.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

export const isApple = /Mac|iP(hone|ad)/.test(navigator.platform);

/** A list of toggles; `update` sets what they are and which are on. */
export function toggles(
  legend: string,
  changed: (chosen: string[]) => void,
  look = '',
) {
  const node = h(
    'fieldset',
    { class: `toggles ${look}` },
    h('legend', { class: 'hidden' }, legend),
  );
  const inputs = new Map<string, HTMLInputElement>();
  let key = '';
  return {
    node,
    update(
      options: readonly (readonly [value: string, words: string])[],
      chosen: readonly string[],
    ): void {
      const next = JSON.stringify(options);
      if (next !== key) {
        key = next;
        for (const label of node.querySelectorAll('label')) label.remove();
        inputs.clear();
        for (const [value, words] of options) {
          const input = h('input', {
            type: 'checkbox',
            change: () =>
              changed(
                [...inputs]
                  .filter(([, { checked }]) => checked)
                  .map(([v]) => v),
              ),
          });
          inputs.set(value, input);
          // A look of drawings keeps the words for those who listen.
          const drawn = look === 'one' && isIcon(value);
          node.append(
            h(
              'label',
              { 'data-value': value, title: drawn ? words : undefined },
              input,
              ...(drawn ? [draw(value)] : []),
              h('span', { class: drawn ? 'hidden' : undefined }, words),
            ),
          );
        }
      }
      for (const [value, input] of inputs) {
        input.checked = chosen.includes(value);
      }
    },
  };
}
