// How wide words are in the letters of the graph; what was measured once is
// kept.

import type { Pens } from './node_view.ts';
import type { Measure } from './step_text.ts';

const kTitle = '550 13px';
const kLabel = '450 12px';

/** Comes when the page's own letters are there to be measured. */
export async function lettersLoaded(): Promise<void> {
  const family = getComputedStyle(document.body).fontFamily;
  await Promise.allSettled(
    [kTitle, kLabel].map((font) => document.fonts.load(`${font} ${family}`)),
  );
}

export function makePens(): Pens {
  const family = getComputedStyle(document.body).fontFamily;
  const canvas = document.createElement('canvas').getContext('2d');
  const pen = (font: string): Measure => {
    const known = new Map<string, number>();
    return (text) => {
      let width = known.get(text);
      if (width === undefined) {
        if (canvas) canvas.font = font;
        width = canvas?.measureText(text).width ?? text.length * 7;
        // Typing makes many texts that never come back.
        if (known.size > 4000) known.clear();
        known.set(text, width);
      }
      return width;
    };
  };
  return {
    title: pen(`${kTitle} ${family}`),
    label: pen(`${kLabel} ${family}`),
  };
}
