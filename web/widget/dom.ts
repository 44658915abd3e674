// Making nodes: text is text, never markup.

type Value = string | number | boolean | undefined | ((event: never) => void);

/**
 * An element with attributes and children. `undefined` and `false` leave an
 * attribute out, `true` sets it empty; a function is a listener. No `style`:
 * a strict Content-Security-Policy refuses it as an attribute.
 */
export function h<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: { readonly [name: string]: Value } = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const node = document.createElement(name);
  assign(node, attributes);
  node.append(...children);
  return node;
}

const kSvg = 'http://www.w3.org/2000/svg';

/** A 24 by 24 drawing of one stroke, seen by nobody who listens. */
export function icon(path: string): SVGSVGElement {
  const svg = document.createElementNS(kSvg, 'svg');
  const stroke = document.createElementNS(kSvg, 'path');
  assign(svg, { viewBox: '0 0 24 24', 'aria-hidden': 'true' });
  assign(stroke, { d: path });
  svg.append(stroke);
  return svg;
}

function assign(node: Element, attributes: { [name: string]: Value }): void {
  for (const [key, value] of Object.entries(attributes)) {
    if (typeof value === 'function') {
      node.addEventListener(key, value as EventListener);
    } else if (value !== undefined && value !== false) {
      node.setAttribute(key, value === true ? '' : String(value));
    }
  }
}

/** Text that is read out and not seen. */
export const hidden = (text: string): HTMLSpanElement =>
  h('span', { class: 'hidden' }, text);
