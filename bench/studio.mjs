// How long the Studio takes: to be interactive, and from a key in the code to
// the preview, the graph and the faults drawn anew, in Chromium.
//
//   node script/build.mjs && node bench/studio.mjs [--keys 30] [--throttle 1]
//
// A key is one character typed into the code editor of a survey of 30 steps,
// and of 64. Measured with performance.now() in the page: from the input event
// until the element has drawn, which is after graph and faults, and until the
// next frame. A busy machine makes all of it longer.
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { serveSite } from './site.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const { values: options } = parseArgs({
  options: {
    keys: { type: 'string', default: '30' },
    throttle: { type: 'string', default: '1' },
  },
});
const site = await serveSite(root);
const address = `${site.origin}/studio/`;

const thirty = JSON.parse(
  readFileSync(join(root, 'bench/surveys/thirty_steps.json'), 'utf8'),
);
/** The same survey with statements after its first step, 64 in all. */
const most = {
  ...thirty,
  steps: [
    ...Array.from({ length: 64 - thirty.steps.length }, (_, i) => ({
      id: `more-${i}`,
      type: 'statement',
      text: `One of many words, number ${i}.`,
    })),
    ...thirty.steps,
  ],
};

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
});
const sorted = (list) => list.toSorted((a, b) => a - b);
const at = (list, share) =>
  sorted(list)[Math.min(list.length - 1, Math.floor(list.length * share))];
const ms = (list) =>
  `median ${at(list, 0.5).toFixed(1)} ms, p90 ${at(list, 0.9).toFixed(1)} ms`;

async function open() {
  const context = await browser.newContext({
    viewport: { width: 1200, height: 800 },
  });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', {
    rate: Number(options.throttle),
  });
  await page.addInitScript(() => {
    addEventListener('looplet-ready', () => {
      globalThis.readyAt ??= performance.now();
    });
  });
  await page.goto(address);
  await page.waitForFunction(() => globalThis.readyAt !== undefined);
  return { context, page };
}

try {
  const starts = [];
  for (let i = 0; i < 5; i++) {
    const { context, page } = await open();
    starts.push(await page.evaluate(() => globalThis.readyAt));
    await context.close();
  }
  console.log(`interactive, first question drawn: ${ms(starts)}`);

  for (const [name, survey] of [
    ['30 steps', thirty],
    ['64 steps', most],
  ]) {
    const { context, page } = await open();
    await page.locator('summary', { hasText: 'File' }).click();
    await page.locator('.menu-item', { hasText: 'Import' }).click();
    await page.locator('dialog textarea').fill(JSON.stringify(survey, null, 2));
    await page.getByRole('button', { name: 'Import this' }).click();
    await page.getByRole('tab', { name: 'Code' }).click();
    const editor = page.getByRole('textbox', { name: 'The survey as JSON' });
    await editor.focus();
    // Into the first text of the first step.
    await page.keyboard.press('Control+f');
    await page.keyboard.type('"text": "');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
    await page.keyboard.press('ArrowRight');
    const work = [];
    const frames = [];
    for (let i = 0; i < Number(options.keys); i++) {
      await page.evaluate(() => {
        globalThis.measured = undefined;
        let began = 0;
        const once = { capture: true, once: true };
        addEventListener(
          'beforeinput',
          () => {
            began = performance.now();
          },
          once,
        );
        addEventListener(
          'looplet-ready',
          () => {
            const worked = performance.now() - began;
            requestAnimationFrame(() =>
              setTimeout(() => {
                globalThis.measured = [worked, performance.now() - began];
              }),
            );
          },
          once,
        );
      });
      await page.keyboard.type('x');
      await page.waitForFunction(() => globalThis.measured);
      const [worked, shown] = await page.evaluate(() => globalThis.measured);
      work.push(worked);
      frames.push(shown);
    }
    console.log(`${name}, key to all views drawn: ${ms(work)}`);
    console.log(`${name}, key to the frame after: ${ms(frames)}`);
    await context.close();
  }
} finally {
  await browser.close();
  site.close();
}
