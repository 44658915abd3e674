// The graph as a drawing in a file, which needs no style sheet.
import { s, short } from './svg.ts';

/** What the style sheet decides about a shape or a text. */
const kProperties = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-linecap',
  'stroke-linejoin',
  'opacity',
  'font-family',
  'font-size',
  'font-weight',
  'letter-spacing',
  'text-anchor',
  'direction',
] as const;

/** What a property is anyway: not written down. */
const kUsual: Record<string, string> = {
  'fill-opacity': '1',
  'stroke-dasharray': 'none',
  'stroke-linecap': 'butt',
  'stroke-linejoin': 'miter',
  opacity: '1',
  'letter-spacing': 'normal',
  'text-anchor': 'start',
  direction: 'ltr',
};

/**
 * A copy of the drawing at its own size, colours and letters resolved as they
 * look now, on a ground of its own.
 */
export function svgFile(
  svg: SVGSVGElement,
  world: SVGGElement,
  { width, height }: { width: number; height: number },
): string {
  const copy = s('svg', {
    xmlns: 'http://www.w3.org/2000/svg',
    viewBox: `0 0 ${width} ${height}`,
    width,
    height,
  });
  const ground = getComputedStyle(svg).backgroundColor;
  copy.append(s('rect', { width, height, fill: rgb(ground) }));
  for (const part of [svg.querySelector('defs'), world]) {
    if (part) copy.append(resolved(part));
  }
  copy.lastElementChild?.removeAttribute('transform');
  return new XMLSerializer().serializeToString(copy);
}

function resolved(node: Element): Element {
  const copy = node.cloneNode(false) as Element;
  for (const name of ['class', 'role', 'tabindex', 'style']) {
    copy.removeAttribute(name);
  }
  for (const { name } of [...copy.attributes]) {
    if (/^(aria|data)-/.test(name)) copy.removeAttribute(name);
  }
  if (/^(rect|circle|path|text)$/.test(node.tagName)) write(copy, node);
  if (node instanceof SVGTextElement) {
    // As wide as here, whatever letters there are where it is opened.
    copy.setAttribute('textLength', short(node.getComputedTextLength()));
    copy.setAttribute('lengthAdjust', 'spacingAndGlyphs');
  }
  for (const child of node.childNodes) {
    if (child instanceof Text) copy.append(child.data);
    else if (child instanceof SVGElement && shown(child)) {
      copy.append(resolved(child));
    }
  }
  return copy;
}

export const shown = (node: SVGElement): boolean =>
  !node.classList.contains('graph-focus') &&
  getComputedStyle(node).display !== 'none';

function write(copy: Element, node: Element): void {
  const style = getComputedStyle(node);
  const isText = node.tagName === 'text';
  for (const name of kProperties) {
    if (!isText && /^(font|letter|text|direction)/.test(name)) continue;
    const value = style.getPropertyValue(name);
    if (value === '' || kUsual[name] === value) continue;
    if (/^stroke-/.test(name) && style.stroke === 'none') continue;
    if (/^(fill|stroke)$/.test(name)) copy.setAttribute(name, rgb(value));
    else copy.setAttribute(name, value);
  }
}

let pen: CanvasRenderingContext2D | null = null;

/** Any colour of CSS as sRGB, which every program that draws understands. */
export function rgb(colour: string): string {
  const link = /url\("?[^")]*(#[^")]+)"?\)/.exec(colour);
  if (link) return `url(${link[1]})`;
  if (colour === 'none') return colour;
  pen ??= document
    .createElement('canvas')
    .getContext('2d', { willReadFrequently: true });
  if (!pen) return colour;
  pen.clearRect(0, 0, 1, 1);
  pen.fillStyle = colour;
  pen.fillRect(0, 0, 1, 1);
  const [r = 0, g = 0, b = 0, a = 255] = pen.getImageData(0, 0, 1, 1).data;
  if (a === 255) return `rgb(${r},${g},${b})`;
  return `rgba(${r},${g},${b},${(a / 255).toFixed(3)})`;
}
