// The graph as a picture. Drawn on a canvas shape by shape: an <img> of the
// drawing would need a hole in the page's policy, and would not have its
// letters.
import { rgb, shown } from './svg_file.ts';

/** Browsers refuse canvases beyond this. */
const kMostPixels = 8192;

/** A PNG of the drawing at its own size, two pixels for each point. */
export function pngFile(
  svg: SVGSVGElement,
  world: SVGGElement,
  { width, height }: { width: number; height: number },
): Promise<Blob | null> {
  const scale = Math.min(2, kMostPixels / Math.max(width, height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(width * scale);
  canvas.height = Math.round(height * scale);
  const pen = canvas.getContext('2d');
  if (!pen) return Promise.resolve(null);
  pen.scale(scale, scale);
  pen.fillStyle = rgb(getComputedStyle(svg).backgroundColor);
  pen.fillRect(0, 0, width, height);
  for (const child of world.children) drawNode(pen, child, svg);
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/png'));
}

type Pen = CanvasRenderingContext2D;

function drawNode(pen: Pen, node: Element, svg: SVGSVGElement): void {
  if (!(node instanceof SVGGraphicsElement) || !shown(node)) return;
  pen.save();
  const matrix = node.transform.baseVal.consolidate()?.matrix;
  if (matrix) {
    pen.transform(matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f);
  }
  const style = getComputedStyle(node);
  pen.globalAlpha *= Number(style.opacity);
  if (node instanceof SVGTextElement) drawText(pen, node, style);
  else if (node instanceof SVGGElement) {
    for (const child of node.children) drawNode(pen, child, svg);
  } else drawShape(pen, node, style, svg);
  pen.restore();
}

const number = (node: Element, name: string): number =>
  Number(node.getAttribute(name) ?? 0);

function drawShape(
  pen: Pen,
  node: SVGGraphicsElement,
  style: CSSStyleDeclaration,
  svg: SVGSVGElement,
): void {
  const path = new Path2D(node.getAttribute('d') ?? '');
  if (node instanceof SVGRectElement) {
    const [x, y] = [number(node, 'x'), number(node, 'y')];
    const [width, height] = [number(node, 'width'), number(node, 'height')];
    path.roundRect(x, y, width, height, number(node, 'rx'));
  } else if (node instanceof SVGCircleElement) {
    const [x, y] = [number(node, 'cx'), number(node, 'cy')];
    path.arc(x, y, number(node, 'r'), 0, 2 * Math.PI);
  }
  if (style.fill !== 'none') {
    pen.fillStyle = filling(pen, style.fill, svg);
    pen.fill(path);
  }
  const width = Number.parseFloat(style.strokeWidth);
  if (style.stroke === 'none' || !(width > 0)) return;
  pen.strokeStyle = rgb(style.stroke);
  pen.lineWidth = width;
  pen.lineCap = style.strokeLinecap as CanvasLineCap;
  pen.lineJoin = style.strokeLinejoin as CanvasLineJoin;
  const dashes = style.strokeDasharray.match(/[\d.]+/g) ?? [];
  pen.setLineDash(dashes.map(Number));
  pen.stroke(path);
}

/** A colour, or a pattern made of the small drawing it refers to. */
function filling(
  pen: Pen,
  fill: string,
  svg: SVGSVGElement,
): string | CanvasPattern {
  const link = rgb(fill);
  const id = /^url\(#([^)]+)\)$/.exec(link)?.[1];
  const source = id === undefined ? null : svg.querySelector(`[id="${id}"]`);
  if (!(source instanceof SVGPatternElement)) return link;
  const tile = document.createElement('canvas');
  // Four pixels a point, so that nothing of a small tile is lost.
  const fine = 4;
  tile.width = fine * source.width.baseVal.value;
  tile.height = fine * source.height.baseVal.value;
  const small = tile.getContext('2d');
  if (!small) return link;
  small.scale(fine, fine);
  for (const child of source.children) drawNode(small, child, svg);
  const pattern = pen.createPattern(tile, 'repeat');
  const turned = source.patternTransform.baseVal.consolidate()?.matrix;
  const { a = 1, b = 0, c = 0, d = 1, e = 0, f = 0 } = turned ?? {};
  const matrix = new DOMMatrix([a, b, c, d, e, f]).scale(1 / fine);
  pattern?.setTransform(matrix);
  return pattern ?? link;
}

function drawText(
  pen: Pen,
  node: SVGTextElement,
  style: CSSStyleDeclaration,
): void {
  pen.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
  pen.fillStyle = rgb(style.fill);
  pen.direction = style.direction === 'rtl' ? 'rtl' : 'ltr';
  const anchor = style.textAnchor;
  pen.textAlign =
    anchor === 'middle' ? 'center' : anchor === 'end' ? 'end' : 'start';
  pen.fillText(node.textContent ?? '', number(node, 'x'), number(node, 'y'));
}
