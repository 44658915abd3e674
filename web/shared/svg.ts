// Making drawings: elements of SVG, never markup.

type Value = string | number | boolean | undefined;

/** An element of SVG with attributes and children; `undefined` and `false`
 * leave an attribute out. */
export function s<T extends keyof SVGElementTagNameMap>(
  name: T,
  attributes: { readonly [name: string]: Value } = {},
  ...children: (Node | string)[]
): SVGElementTagNameMap[T] {
  const node = document.createElementNS('http://www.w3.org/2000/svg', name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== false) {
      node.setAttribute(key, String(value));
    }
  }
  node.append(...children);
  return node;
}

/** A length in a drawing, with no more digits than can be seen. */
export const short = (value: number): string =>
  String(Math.round(value * 10) / 10);
