// Zooming and panning: by wheel, by two fingers, by dragging, by calls.
import type { Box } from './layout.ts';

export interface View {
  readonly x: number;
  readonly y: number;
  readonly scale: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

export const kLeast = 0.1;
export const kMost = 2.5;
const kPadding = 16;

const clamp = (value: number, least: number, most: number): number =>
  Math.max(least, Math.min(most, value));

/** All of a drawing in sight, in the middle, never larger than it is. */
export function fitted(content: Size, pane: Size): View {
  const scale = clamp(
    Math.min(
      (pane.width - 2 * kPadding) / content.width,
      (pane.height - 2 * kPadding) / content.height,
      1,
    ),
    kLeast,
    1,
  );
  return {
    scale,
    x: (pane.width - content.width * scale) / 2,
    y: (pane.height - content.height * scale) / 2,
  };
}

/** The same place under the pointer, nearer or farther. */
export function zoomed(view: View, factor: number, x: number, y: number): View {
  const scale = clamp(view.scale * factor, kLeast, kMost);
  const by = scale / view.scale;
  return { scale, x: x - (x - view.x) * by, y: y - (y - view.y) * by };
}

/** Moved as little as shows the box. */
export function revealing(view: View, box: Box, pane: Size): View {
  const shift = (at: number, size: number, room: number): number => {
    const margin = Math.min(kPadding + 8, Math.max(0, (room - size) / 2));
    if (at < margin) return margin - at;
    const over = at + size - (room - margin);
    return over > 0 ? -over : 0;
  };
  const { scale } = view;
  const left = view.x + (box.x - box.width / 2) * scale;
  const top = view.y + (box.y - box.height / 2) * scale;
  return {
    scale,
    x: view.x + shift(left, box.width * scale, pane.width),
    y: view.y + shift(top, box.height * scale, pane.height),
  };
}

export class Viewport {
  view: View = { x: 0, y: 0, scale: 1 };
  /** Somebody moved it by hand: it is not fitted again by itself. */
  touched = false;
  #svg: SVGSVGElement;
  #world: SVGGElement;
  #changed: (view: View) => void;
  #pointers = new Map<number, { x: number; y: number }>();
  #dragged = 0;
  #frame = 0;

  constructor(
    svg: SVGSVGElement,
    world: SVGGElement,
    changed: (view: View) => void,
  ) {
    this.#svg = svg;
    this.#world = world;
    this.#changed = changed;
    svg.addEventListener('wheel', (event) => this.#wheel(event), {
      passive: false,
    });
    svg.addEventListener('pointerdown', (event) => this.#down(event));
    svg.addEventListener('pointermove', (event) => this.#move(event));
    for (const name of ['pointerup', 'pointercancel'] as const) {
      svg.addEventListener(name, (event) => this.#up(event));
    }
    // The click that ends a drag selects nothing.
    svg.addEventListener(
      'click',
      (event) => {
        if (this.#dragged > 5) event.stopPropagation();
        this.#dragged = 0;
      },
      { capture: true },
    );
  }

  get size(): Size {
    const { clientWidth, clientHeight } = this.#svg;
    return { width: clientWidth, height: clientHeight };
  }

  set(view: View): void {
    cancelAnimationFrame(this.#frame);
    this.#put(view);
  }

  /** Goes there, in a moment where motion is welcome. */
  glide(view: View, moves: boolean): void {
    cancelAnimationFrame(this.#frame);
    if (!moves) {
      this.#put(view);
      return;
    }
    const from = this.view;
    const start = performance.now();
    const step = (now: number): void => {
      const t = clamp((now - start) / 180, 0, 1);
      const eased = 1 - (1 - t) ** 3;
      const mix = (a: number, b: number): number => a + (b - a) * eased;
      this.#put({
        x: mix(from.x, view.x),
        y: mix(from.y, view.y),
        scale: mix(from.scale, view.scale),
      });
      if (t < 1) this.#frame = requestAnimationFrame(step);
    };
    this.#frame = requestAnimationFrame(step);
  }

  zoom(factor: number): void {
    this.touched = true;
    const { width, height } = this.size;
    this.set(zoomed(this.view, factor, width / 2, height / 2));
  }

  #put(view: View): void {
    this.view = view;
    const { x, y, scale } = view;
    this.#world.setAttribute(
      'transform',
      `translate(${x.toFixed(2)} ${y.toFixed(2)}) scale(${scale.toFixed(4)})`,
    );
    this.#changed(view);
  }

  /** A pinch on a trackpad and a mouse's wheel zoom; two fingers pan. */
  #wheel(event: WheelEvent): void {
    event.preventDefault();
    this.touched = true;
    const lines = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 16 : 1;
    const { x, y } = this.#local(event);
    const dx = event.deltaX * lines;
    const dy = event.deltaY * lines;
    const mouse = event.deltaMode !== 0 || (dx === 0 && Math.abs(dy) >= 50);
    if (event.ctrlKey || event.metaKey || (mouse && !event.shiftKey)) {
      const speed = event.ctrlKey && !mouse ? 0.01 : 0.0016;
      this.set(zoomed(this.view, Math.exp(-dy * speed), x, y));
    } else {
      const { view } = this;
      this.set({ ...view, x: view.x - dx, y: view.y - dy });
    }
  }

  #local({ clientX, clientY }: MouseEvent): { x: number; y: number } {
    const { left, top } = this.#svg.getBoundingClientRect();
    return { x: clientX - left, y: clientY - top };
  }

  #down(event: PointerEvent): void {
    if (event.pointerType === 'mouse' && event.button > 1) return;
    this.#pointers.set(event.pointerId, this.#local(event));
    this.#dragged = 0;
  }

  #move(event: PointerEvent): void {
    const before = this.#pointers.get(event.pointerId);
    if (!before) return;
    const now = this.#local(event);
    const others = [...this.#pointers].filter(([id]) => id !== event.pointerId);
    this.#pointers.set(event.pointerId, now);
    const dx = now.x - before.x;
    const dy = now.y - before.y;
    this.#dragged += Math.hypot(dx, dy);
    // A hand that trembles on a click has not dragged yet.
    if (this.#dragged <= 5) return;
    if (!this.#svg.hasPointerCapture(event.pointerId)) {
      this.#svg.setPointerCapture(event.pointerId);
      this.#svg.classList.add('dragging');
    }
    this.touched = true;
    const other = others[0]?.[1];
    if (other) {
      const length = (point: { x: number; y: number }): number =>
        Math.max(1, Math.hypot(point.x - other.x, point.y - other.y));
      const middle = { x: (now.x + other.x) / 2, y: (now.y + other.y) / 2 };
      const factor = length(now) / length(before);
      const panned = { ...this.view, x: this.view.x + dx / 2 };
      this.set(
        zoomed(
          { ...panned, y: this.view.y + dy / 2 },
          factor,
          middle.x,
          middle.y,
        ),
      );
    } else {
      const { view } = this;
      this.set({ ...view, x: view.x + dx, y: view.y + dy });
    }
  }

  #up(event: PointerEvent): void {
    this.#pointers.delete(event.pointerId);
    if (this.#pointers.size === 0) this.#svg.classList.remove('dragging');
  }
}
