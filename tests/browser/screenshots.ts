// Named states of the pages and the element, and their pictures. Not a test:
// run by script/screenshots.mjs, looked at by people.

import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startCollector } from './collector.ts';
import { calculatorStates } from './calculator_states.ts';
import { launch } from './drivers/chromium.ts';
import { Page } from './page.ts';
import { studioStates } from './screenshots_studio.ts';

/** How to come to a state from the freshly opened page at `path`. */
interface State {
  path: string;
  reach?(page: Page): Promise<void>;
}

const score = (value: string) => async (page: Page) => {
  await page.click('radio', new RegExp(`^${value}\\b`));
};

const states: Record<string, State> = {
  start: { path: '/' },
  surveys: { path: '/embed.html' },
  'survey-bank': { path: '/embed.html#bank' },
  'survey-detractor': {
    path: '/embed.html#telecom',
    reach: (page) => page.click('button', /^Detractor/),
  },
  'survey-ces': {
    path: '/embed.html#ces-claim',
    async reach(page) {
      await page.click('radio', 'Deutsch');
      await page.click('button', /^Hard/);
    },
  },
  'survey-arabic': {
    path: '/embed.html#shop-after-delivery',
    async reach(page) {
      await page.click('radio', 'العربية');
      await page.click('button', /^Promoter/);
    },
  },
  'surveys-none': {
    path: '/embed.html',
    reach: (page) => page.type('searchbox', 'Search', 'zzz'),
  },
  'inline-question': { path: '/embed/inline.html' },
  'inline-detractor': { path: '/embed/inline.html', reach: score('3') },
  'inline-passive': { path: '/embed/inline.html', reach: score('8') },
  'inline-promoter': { path: '/embed/inline.html', reach: score('10') },
  themed: { path: '/embed/themed.html' },
  ...studioStates,
  ...calculatorStates,
};

const root = process.env['LOOPLET_ROOT'] ?? process.cwd();
const folder = join(root, 'build/screenshots');
const all = process.argv.slice(2);
const asked = all.filter((word) => !/^\d+$/.test(word));
const numbers = all.filter((word) => !asked.includes(word)).map(Number);
const widths = numbers.length > 0 ? numbers : [320, 768, 1200];
const unknown = asked.filter((name) => !(name in states));
if (unknown.length > 0) {
  console.error(
    `screenshots: no state '${unknown[0]}'; there are ${Object.keys(states).join(', ')}.`,
  );
  process.exit(2);
}
if (asked.length === 0) rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });

const collector = await startCollector();
const engine = await launch();
try {
  for (const [name, state] of Object.entries(states)) {
    if (asked.length > 0 && !asked.includes(name)) continue;
    for (const width of widths) {
      for (const colorScheme of ['light', 'dark'] as const) {
        const page = new Page(
          'chromium',
          await engine.page({
            width,
            height: 900,
            colorScheme,
            reducedMotion: 'reduce',
            fullPage: true,
          }),
        );
        const file = `${name}-${width}-${colorScheme}.png`;
        try {
          await page.open(collector.origin + state.path);
          await page.evaluate(() => document.fonts.ready.then(() => null));
          await page.until(
            async () => (await page.all('radio')).length > 0,
            'no survey is drawn',
          );
          await state.reach?.(page);
          await page.until(
            () =>
              page.evaluate(() =>
                document
                  .getAnimations()
                  .every((one) => one.playState !== 'running'),
              ),
            'it still moves',
          );
          writeFileSync(join(folder, file), await page.screenshot());
          console.log(`build/screenshots/${file}`);
        } catch (error) {
          console.error(
            `${file}: ${error instanceof Error ? error.message : error}`,
          );
          process.exitCode = 1;
        }
        await page.close();
      }
    }
  }
} finally {
  await engine.close();
  await collector.close();
}
