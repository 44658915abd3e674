// Every state of the calculator under axe, and at the width of a small phone.

import assert from 'node:assert/strict';
import { faults, withAxe } from '../axe.ts';
import type { Page } from '../page.ts';
import type { Case } from '../suite.ts';
import { askedFile, compareMix } from './calculator_answered.ts';
import { counts, drop, fill, onCalculator, says } from './calculator_page.ts';

interface View {
  readonly name: string;
  readonly reach: (page: Page) => Promise<void>;
}

/** Waits until the sample file has been read to its end. */
export async function openSample(page: Page): Promise<void> {
  await page.evaluate(() => {
    [...document.querySelectorAll('button')]
      .find((one) => one.textContent === 'Try a sample')
      ?.click();
  });
  await page.get('heading', 'Comments');
}

/** What is seen, one after the other. */
const views: readonly View[] = [
  { name: 'nothing yet', reach: async () => {} },
  {
    name: 'counts',
    reach: async (page) => {
      await counts(page, 'Answers by group', [50, 20, 14]);
      await says(page, /^NPS 43, /);
    },
  },
  {
    name: 'a fault in a count',
    reach: async (page) => {
      await fill(page, 'Answers by group: Passives', 'x');
      await says(page, /^Whole numbers/);
      await fill(page, 'Answers by group: Passives', '20');
    },
  },
  {
    name: 'a table',
    reach: (page) => page.click('button', 'Distribution: table'),
  },
  {
    name: 'two sets',
    reach: async (page) => {
      await counts(page, 'Earlier answers', [10, 10, 80]);
      await says(page, /^The score went up/);
    },
  },
  {
    name: 'what was left out',
    reach: async (page) => {
      await fill(page, 'Paste scores', '9\n10\n11\nnever');
      await page.click('button', 'What was left out');
    },
  },
  { name: 'a file', reach: openSample },
  {
    name: 'a mix of all customers',
    reach: async (page) => {
      await compareMix(page, 'plan', [
        ['Free', '60'],
        ['Team', '25'],
        ['Business', '15'],
      ]);
    },
  },
  {
    name: 'those who were asked',
    reach: async (page) => {
      await drop(page, 'asked.csv', askedFile());
      await says(page, /^NPS 40, /);
    },
  },
  {
    name: 'a file that cannot be read',
    reach: async (page) => {
      await drop(page, 'none.csv', 'name,city\nA,B\nC,D\n');
      await page.get('heading', /^(none.csv cannot be read|Which column)/);
    },
  },
  {
    name: 'Share',
    reach: async (page) => {
      await page.click('button', 'Share');
      await page.get('dialog', 'Share by link');
    },
  },
];

const axeCase = (scheme: 'Light' | 'Dark'): Case => ({
  name: `axe finds nothing in any state of the calculator, ${scheme.toLowerCase()}`,
  run: (page) =>
    onCalculator(page, async () => {
      await page.click('radio', scheme);
      await withAxe(page);
      const found: string[] = [];
      for (const { name, reach } of views) {
        await reach(page);
        for (const line of await faults(page)) found.push(`${name}: ${line}`);
      }
      assert.deepEqual(found, []);
    }),
});

export const calculatorLook: Case[] = [
  axeCase('Light'),
  axeCase('Dark'),
  {
    name: 'at 320 px nothing of the calculator sticks out, and all can be hit',
    run: (page) =>
      onCalculator(page, async () => {
        // MiniBrowser's own bars keep it from being narrower.
        await page.resize(page.engine === 'webkit' ? 480 : 320, 640);
        const wide = () =>
          page.evaluate(() => {
            // Without the scroll bar, which has a width in Firefox.
            const { scrollWidth, clientWidth } = document.documentElement;
            return scrollWidth - clientWidth;
          });
        for (const { name, reach } of views.slice(0, 9)) {
          await reach(page);
          assert.equal(await wide(), 0, name);
        }
        const small = (await page.all('button')).filter(
          ({ box }) => box.width > 0 && (box.height < 24 || box.width < 24),
        );
        assert.deepEqual(
          small.map(({ name, box }) => `${name} ${box.width} x ${box.height}`),
          [],
        );
      }),
  },
];
