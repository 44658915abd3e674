// The page around the survey: a phone or a window, light or dark. A window
// wider than the pane is shown smaller, as a whole.
import { h } from '../../widget/dom.ts';

export type Device = 'phone' | 'desktop';

const kWidths: { readonly [device in Device]: number } = {
  phone: 375,
  desktop: 880,
};

export function makeFrame(content: HTMLElement) {
  const page = h('div', { class: 'preview-page' }, content);
  const bar = h('div', { class: 'preview-bar', 'aria-hidden': true });
  bar.append(h('i', {}), h('i', {}), h('i', {}));
  const device = h('div', { class: 'device' }, bar, page);
  const stage = h('div', { class: 'preview-stage' }, device);
  let kind: Device = 'phone';

  const measure = (): void => {
    const room = stage.clientWidth - 32;
    const width = kWidths[kind];
    if (room <= 0) return;
    // A phone is never drawn smaller: it has less room then, as small ones do.
    const scale = kind === 'phone' ? 1 : Math.min(1, room / width);
    device.style.setProperty('--scale', String(scale));
    device.style.setProperty('--width', `${Math.min(width, room / scale)}px`);
    const height = Math.max(320, (stage.clientHeight - 32) / scale);
    device.style.setProperty(
      '--height',
      `${Math.min(height, kind === 'phone' ? 720 : 900)}px`,
    );
  };
  new ResizeObserver(measure).observe(stage);
  return {
    node: stage,
    set(next: Device, theme: 'light' | 'dark'): void {
      kind = next;
      device.dataset['device'] = next;
      device.dataset['theme'] = theme;
      measure();
    },
  };
}
