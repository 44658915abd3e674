// The start page as built, without a collector behind them.

import assert from 'node:assert/strict';
import { join } from 'node:path';
import type { Page } from '../page.ts';
import { serveStatic } from '../static_server.ts';
import type { Case } from '../suite.ts';

const site = join(process.env['LOOPLET_ROOT'] ?? process.cwd(), 'build/site');

export async function onSite(
  page: Page,
  path: string,
  body: () => Promise<void>,
): Promise<void> {
  const server = await serveStatic([site]);
  try {
    await page.open(server.origin + path);
    await body();
  } finally {
    await server.close();
  }
}

/** Waits until a part that announces itself says so. */
function says(page: Page, words: RegExp): Promise<void> {
  return page.until(
    async () => (await page.all('status')).some(({ text }) => words.test(text)),
    `nothing says ${words}`,
  );
}

/** How wide the interval is that the slider's sentence gives. */
async function width(page: Page): Promise<number> {
  for (const { text } of await page.all('status')) {
    const ends = /the true one between (\S+) and (\S+)\./.exec(text);
    if (ends) {
      const [low, high] = ends
        .slice(1)
        .map((end) => Number(end.replace('\u2212', '-')));
      return Number(high) - Number(low);
    }
  }
  return Number.NaN;
}

export const siteCases: Case[] = [
  {
    name: 'without a collector the start page counts an answer by itself',
    run: (page) =>
      onSite(page, '/', async () => {
        await says(page, /No answers yet/);
        // The page has the question twice; the second is for going offline.
        await page.evaluate(() => document.getElementById('offline')?.remove());
        await page.until(
          () =>
            page.evaluate(() =>
              document.body.innerText.includes('nothing is sent'),
            ),
          'nothing says that nothing is sent',
        );
        await page.click('radio', '9');
        await page.click('button', 'Continue');
        await page.click('button', 'Skip');
        await says(
          page,
          /^100 Between \u221259 and 100, .* From 1 answer, your 9 among them: still few\./,
        );
        assert.equal(await page.evaluate(() => localStorage.length), 0);
      }),
  },
  {
    name: 'a fault put into a survey is named with its place, and gone with it',
    run: (page) =>
      onSite(page, '/', async () => {
        await says(
          page,
          /^One fault Unknown target: 'thank'\. .*\/steps\/2\/next/,
        );
        await page.click('radio', 'A circle');
        await says(page, /^One fault Loop: 'score' > 'sorry' > 'score'\./);
        await page.click('radio', 'An unsafe link');
        await says(page, /^One fault Unsafe link: 'javascript:alert\(1\)'\./);
        await page.click('radio', 'None');
        await says(page, /^No fault/);
      }),
  },
  {
    name: 'more answers make the interval narrower',
    run: (page) =>
      onSite(page, '/', async () => {
        await page.focus('slider');
        await page.press('Home');
        await says(page, /^10 answers: the score is 30,/);
        const few = await width(page);
        await page.press('End');
        await says(page, /^2 000 answers: the score is 30,/);
        const many = await width(page);
        assert.ok(many > 0 && many < few / 5, `${few}, then ${many}`);
      }),
  },
  {
    name: 'a theme holds for the page and is stored nowhere',
    run: (page) =>
      onSite(page, '/', async () => {
        const scheme = () =>
          page.evaluate(
            () => getComputedStyle(document.documentElement).colorScheme,
          );
        assert.equal(await scheme(), 'light dark');
        await page.click('radio', 'Dark');
        assert.equal(await scheme(), 'dark');
        await page.click('radio', 'Light');
        assert.equal(await scheme(), 'light');
        const kept = () =>
          localStorage.length + sessionStorage.length + document.cookie.length;
        assert.equal(await page.evaluate(kept), 0);
      }),
  },
  {
    name: 'nothing on the pages offends the policy',
    engines: ['chromium', 'firefox'],
    run: (page) =>
      onSite(page, '/', async () => {
        await says(page, /^One fault/);
        const policy = (line: string) =>
          /Content.Security.Policy|TrustedHTML|TrustedScript/i.test(line);
        assert.deepEqual(page.complaints().filter(policy), []);
      }),
  },
];
