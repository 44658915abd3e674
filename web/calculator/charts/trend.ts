// A score over time: a dot for each wave with the line of its interval, and
// the way between them.
import { s, short } from '../../shared/svg.ts';
import { whole } from '../words.ts';
import type { Wave } from '../../engine/types.ts';
import {
  axisOf,
  type Chart,
  line,
  makeCanvas,
  scale,
  words,
} from './canvas.ts';

const kHeight = 240;
const kBottom = 40;
const kLeft = 36;

export function trend(
  width: number,
  name: string,
  waves: readonly Wave[],
): Chart {
  const canvas = makeCanvas(width, kHeight, name);
  const scored = waves.filter(({ estimate }) => estimate.nps !== null);
  const axis = axisOf(
    scored.flatMap(({ estimate: { nps, low, high } }) => [
      nps ?? 0,
      low ?? 0,
      high ?? 0,
    ]),
  );
  const y = scale(axis.low, axis.high, kHeight - kBottom, 12);
  const times = waves.map(({ t }) => t);
  const x = scale(
    Math.min(...times),
    Math.max(...times),
    kLeft + 20,
    width - 30,
  );
  for (const tick of axis.ticks) {
    canvas.add(
      line(
        kLeft,
        y(tick),
        width,
        y(tick),
        tick === 0 ? 'chart-zero' : 'chart-grid',
      ),
      words(whole(tick), {
        x: kLeft - 8,
        y: y(tick) + 4.5,
        class: 'chart-end chart-quiet',
      }),
    );
  }
  canvas.add(
    s('path', {
      class: 'chart-way',
      d: scored
        .map(
          ({ t, estimate }, at) =>
            `${at === 0 ? 'M' : 'L'}${short(x(t))} ${short(y(estimate.nps ?? 0))}`,
        )
        .join(''),
    }),
  );
  // As many labels as there is room for, the last one always.
  const each = Math.max(1, Math.ceil(scored.length / Math.floor(width / 72)));
  for (const [at, wave] of scored.entries()) {
    const { nps, low, high } = wave.estimate;
    if (nps === null) continue;
    const kind = wave.change?.significant ? 'certain' : 'noise';
    const dot = s('circle', {
      class: `chart-dot ${kind}`,
      cx: short(x(wave.t)),
      cy: short(y(nps)),
      r: 4.5,
    });
    dot.append(s('title', {}, `${wave.name}: ${whole(nps)}`));
    canvas.add(
      line(
        x(wave.t),
        y(low ?? nps),
        x(wave.t),
        y(high ?? nps),
        `chart-interval ${kind}`,
      ),
      dot,
    );
    if ((scored.length - 1 - at) % each !== 0) continue;
    canvas.add(
      words(wave.name, {
        x: x(wave.t),
        y: kHeight - 20,
        class: 'chart-middle chart-quiet',
      }),
    );
    canvas.add(
      words(`n ${whole(wave.estimate.n)}`, {
        x: x(wave.t),
        y: kHeight - 4,
        class: 'chart-middle chart-quiet',
      }),
    );
  }
  return canvas;
}
