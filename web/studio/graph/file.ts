// The flow as a file: a drawing or a picture.
import { pngFile } from '../../shared/png_file.ts';
import { svgFile } from '../../shared/svg_file.ts';
import type { Size } from './viewport.ts';

/** At its own size, with all its words, however small it is on the screen. */
export async function flowFile(
  kind: 'svg' | 'png',
  svg: SVGSVGElement,
  world: SVGGElement,
  size: Size,
): Promise<Blob | null> {
  const far = svg.classList.contains('far');
  svg.classList.remove('far');
  const made =
    kind === 'svg' ? svgFile(svg, world, size) : pngFile(svg, world, size);
  svg.classList.toggle('far', far);
  return typeof made === 'string'
    ? new Blob([made], { type: 'image/svg+xml' })
    : made;
}
