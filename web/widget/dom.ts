// Making nodes: text is text, never markup.

type Value = string | number | boolean | undefined | ((event: never) => void);
type Tags = HTMLElementTagNameMap;
type Name<T extends string> = T extends `${infer K}.${string}` ? K : T;
type Made<T extends string> =
  Name<T> extends keyof Tags ? Tags[Name<T>] : HTMLElement;

/**
 * An element with attributes and children. The name may carry classes, which
 * are parts by the same name: h('p.help.small'). `undefined` and `false` leave
 * an attribute out; a function is a listener; `--n` is a custom property. No
 * `style`: a strict Content-Security-Policy refuses it as an attribute.
 */
export function h<T extends string>(
  name: T,
  attributes: { readonly [name: string]: Value } = {},
  ...children: (Node | string)[]
): Made<T> {
  const [tag = '', ...words] = name.split('.');
  const node = document.createElement(tag);
  const part = words.join(' ') || undefined;
  assign(node, { class: part, part, ...attributes });
  node.append(...children);
  return node as Made<T>;
}

/** A 24 by 24 drawing of one stroke, seen by nobody who listens. */
export function icon(path: string): Element {
  const [svg, stroke] = ['svg', 'path'].map((name) =>
    document.createElementNS('http://www.w3.org/2000/svg', name),
  ) as [SVGElement, SVGElement];
  assign(svg, { viewBox: '0 0 24 24', 'aria-hidden': true });
  assign(stroke, { d: path });
  svg.append(stroke);
  return svg;
}

function assign(
  node: HTMLElement | SVGElement,
  attributes: { [name: string]: Value },
): void {
  for (const [key, value] of Object.entries(attributes)) {
    if (typeof value === 'function') {
      node.addEventListener(key, value as EventListener);
    } else if (/^--/.test(key)) {
      node.style.setProperty(key, String(value));
    } else if (value !== undefined && value !== false) {
      node.setAttribute(key, String(value));
    }
  }
}

/** Text that is read out and not seen. */
export const hidden = (text: string): HTMLSpanElement =>
  h('span.hidden', {}, text);
