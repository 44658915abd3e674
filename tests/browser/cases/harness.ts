// The harness itself: what the other cases rest on is true in this engine.

import assert from 'node:assert/strict';
import { join } from 'node:path';
import type { Page } from '../page.ts';
import { serveStatic } from '../static_server.ts';
import type { Case } from '../suite.ts';

const pages = join(
  process.env['LOOPLET_ROOT'] ?? process.cwd(),
  'tests/browser/pages',
);

async function onPage(page: Page, body: () => Promise<void>): Promise<void> {
  const server = await serveStatic([pages]);
  try {
    await page.open(`${server.origin}/harness.html`);
    await body();
  } finally {
    await server.close();
  }
}

export const harness: Case[] = [
  {
    name: 'a radio in a shadow root is found by name and chosen by pointer',
    run: (page) =>
      onPage(page, async () => {
        await page.click('radio', 'Two');
        assert.equal((await page.all('radio')).length, 3);
        assert.equal((await page.get('radio', 'Two')).checked, true);
        assert.equal((await page.get('status')).text, 'Chosen: two');
        assert.equal((await page.get('group')).name, 'How many?');
      }),
  },
  {
    name: 'keys move between radios, and Tab leaves them',
    run: (page) =>
      onPage(page, async () => {
        await page.focus('radio', 'One');
        await page.press('ArrowRight');
        await page.press('ArrowRight');
        assert.equal((await page.get('radio', 'Three')).checked, true);
        await page.press('Tab');
        assert.equal((await page.get('textbox', 'Why?')).focused, true);
        await page.press('Shift+Tab');
        assert.equal((await page.get('radio', 'Three')).focused, true);
      }),
  },
  {
    name: 'text is typed as it is, and Space presses a button',
    run: (page) =>
      onPage(page, async () => {
        await page.type('textbox', 'Why?', 'Größe, 7 <b>');
        assert.equal((await page.get('textbox', 'Why?')).value, 'Größe, 7 <b>');
        await page.focus('button', /^send/i);
        await page.press('Space');
        assert.equal((await page.get('status')).text, 'Sent: Größe, 7 <b>');
      }),
  },
  {
    name: 'a control under something else cannot be clicked',
    run: (page) =>
      onPage(page, async () => {
        await page.click('button', 'Cover');
        await assert.rejects(
          page.click('radio', 'One'),
          /radio "One" cannot be clicked/,
        );
      }),
  },
  {
    name: 'hidden controls are not there',
    run: (page) =>
      onPage(page, async () => {
        assert.deepEqual(await page.all('button', 'Never'), []);
      }),
  },
  {
    name: 'the page is as wide as asked, and its picture shows it',
    run: (page) =>
      onPage(page, async () => {
        // MiniBrowser's own bars keep it from being narrower.
        const narrow = page.engine === 'webkit' ? 480 : 320;
        for (const width of [narrow, 768, 1200]) {
          await page.resize(width, 700);
          assert.equal(await page.evaluate(() => innerWidth), width);
          const png = await page.screenshot();
          assert.equal(png.readUInt32BE(16), width); // IHDR
        }
      }),
  },
  {
    name: 'each case starts from an empty profile',
    run: (page) =>
      onPage(page, async () => {
        const left = await page.evaluate(() => {
          const had = localStorage.getItem('harness');
          localStorage.setItem('harness', 'here');
          return had;
        });
        assert.equal(left, null);
      }),
  },
  {
    name: 'a complaint of the policy is heard',
    engines: ['chromium', 'firefox'],
    run: (page) =>
      onPage(page, async () => {
        await page.evaluate(() => {
          const style = document.createElement('style');
          style.textContent = 'body { color: red }';
          document.head.append(style);
        });
        await page.until(
          () =>
            page
              .complaints()
              .some((line) => /Content.Security.Policy/i.test(line)),
          'nothing was heard',
        );
      }),
  },
];
