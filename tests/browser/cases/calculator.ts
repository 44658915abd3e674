// The calculator without a file: counts, pasted scores, two sets compared, a
// link, what is kept and forgotten.

import assert from 'node:assert/strict';
import type { Page } from '../page.ts';
import type { Case } from '../suite.ts';
import {
  catchFiles,
  counts,
  fill,
  onCalculator,
  openCalculator,
  says,
} from './calculator_page.ts';
import { serveSite } from './studio_page.ts';

const ours = [15, 13, 8] as const;
/** Tango's interval by PropCIs: -0.0676974640 to 0.4286696850. */
const headline = /^NPS 19, 95 % between \u22127 and 43, 36 answers$/;

const linkOf = async (page: Page): Promise<string> => {
  await page.click('button', 'Share');
  await page.get('dialog', 'Share by link');
  await page.get('group', 'Link to this calculation');
  return page.evaluate(
    () => document.querySelector('.copy-box code')?.textContent ?? '',
  );
};

const databases = (page: Page): Promise<string[]> =>
  page.evaluate(async () =>
    (await indexedDB.databases()).map(({ name }) => name ?? ''),
  );

export const calculatorCases: Case[] = [
  {
    name: 'typed counts are a score with its interval at once',
    run: (page) =>
      onCalculator(page, async () => {
        await page.get('heading', 'How sure is your score?');
        await counts(page, 'Answers by group', ours);
        await says(page, headline);
        await page.gone('heading', 'How sure is your score?');
        await page.get('img', /^Distribution\. .*Promoters 15/);
        // The same as a table.
        await page.click('button', 'Distribution: table');
        const cells = (await page.all('cell')).map(({ text }) => text);
        for (const count of ours) assert.ok(cells.includes(String(count)));
      }),
  },
  {
    name: 'the eleven counts say the same as the three groups',
    run: (page) =>
      onCalculator(page, async () => {
        await page.click('checkbox', 'Each score from 0 to 10');
        await fill(page, 'Answers by score: 10', '15');
        await fill(page, 'Answers by score: 7', '13');
        await fill(page, 'Answers by score: 0', '8');
        await says(page, headline);
        await fill(page, 'Answers by score: 0', '8.5');
        await says(page, /^Whole numbers only/);
      }),
  },
  {
    name: 'pasted scores are read, and what is none is listed with its line',
    run: (page) =>
      onCalculator(page, async () => {
        await fill(
          page,
          'Paste scores',
          '10\n9 - very\n8\n\n11\nnever\n0\n10 - Extremely likely',
        );
        await says(page, /^[45] answers read/);
        await page.click('button', 'What was left out');
        const items = (await page.all('listitem')).map(({ text }) => text);
        assert.ok(items.includes('Line 5: “11” is not from 0 to 10'));
        assert.ok(items.includes('Line 6: “never” is not a score'));
      }),
  },
  {
    name: 'a goal and the sliders say what it takes',
    run: (page) =>
      onCalculator(page, async () => {
        await counts(page, 'Answers by group', [50, 20, 14]);
        // 100 (50 + k - 14) / (84 + k) >= 50: k = 12.
        await page.until(
          () =>
            page.evaluate(() =>
              document.body.innerText.includes('12 more answers of 9 or 10'),
            ),
          'nobody says 12',
        );
        await page.focus('slider', 'New promoters answered');
        await page.press('End');
        // 84 more: 100 (134 - 14) / 168 = 71.4.
        await says(page, /^NPS 43 would be 71, /);
      }),
  },
  {
    name: 'two sets are a change or noise, with the answers that would show it',
    run: (page) =>
      onCalculator(page, async () => {
        await counts(page, 'Answers by group', [90, 5, 5]);
        await counts(page, 'Earlier answers', [10, 10, 80]);
        await says(page, /^The score went up .*\+155 points/);
        await counts(page, 'Earlier answers', [5, 1, 1]);
        await says(page, /^This can be noise/);
        const items = (await page.all('listitem')).map(({ text }) => text);
        assert.ok(items.some((text) => /^To show a change/.test(text)));
        await page.get('img', /^Earlier and now/);
        await page.click('button', 'Clear');
        await page.gone('img', /^Earlier and now/);
      }),
  },
  {
    name: 'a link carries the calculation to another profile, and no server',
    run: (page) =>
      onCalculator(page, async (server) => {
        await counts(page, 'Answers by group', ours);
        await counts(page, 'Earlier answers', [5, 1, 1]);
        const link = await linkOf(page);
        assert.match(link, /#nps=[\w-]+$/);
        const other = await serveSite();
        try {
          await openCalculator(page, other, link.slice(link.indexOf('#')));
          await says(page, headline);
          await says(page, /^This can be noise/);
          assert.ok(
            !other.requests.some((path) => /nps|promoters/.test(path)),
            other.requests.join(' '),
          );
        } finally {
          await other.close();
        }
        assert.ok(server.requests.every((path) => !/[#?]/.test(path)));
      }),
  },
  {
    name: 'a broken link says so, and the page goes on',
    run: (page) =>
      onCalculator(page, async (server) => {
        for (const fragment of ['#nps=%%', '#nps=AAAA', '#nps=q1YqAA']) {
          await page.open(`${server.origin}/`);
          await openCalculator(page, server, fragment);
          await says(page, /^This link .*Ask for it again/);
        }
        await counts(page, 'Answers by group', ours);
        await says(page, headline);
      }),
  },
  {
    name: 'nothing is stored until it is asked for, and forgotten whole',
    run: (page) =>
      onCalculator(page, async (server) => {
        await counts(page, 'Answers by group', ours);
        await says(page, headline);
        assert.deepEqual(await databases(page), []);
        await page.click('checkbox', 'Keep on this device');
        await says(page, /^Kept on this device/);
        await page.until(
          async () => (await databases(page)).length === 1,
          'nothing is kept',
        );
        await openCalculator(page, server);
        await says(page, headline);
        await page.click('button', 'Forget');
        await says(page, /^Forgotten/);
        await page.until(
          async () => (await databases(page)).length === 0,
          'something is left',
        );
        await page.get('heading', 'How sure is your score?');
        await openCalculator(page, server);
        await page.get('heading', 'How sure is your score?');
      }),
  },
  {
    name: 'after load nothing is asked of the network, and it can be gone',
    run: (page) =>
      onCalculator(page, async (server) => {
        await server.close();
        const asked = server.requests.length;
        await counts(page, 'Answers by group', ours);
        await says(page, headline);
        await counts(page, 'Earlier answers', [5, 1, 1]);
        await says(page, /^This can be noise/);
        await linkOf(page);
        assert.equal(server.requests.length, asked);
        const reached = await page.evaluate(async () => {
          try {
            await fetch('/');
            return true;
          } catch {
            return false;
          }
        });
        assert.equal(reached, false);
        // The attempt above is what the policy is for.
        page.complaints().splice(0);
      }),
  },
  {
    name: 'a chart is saved as CSV, SVG and PNG',
    run: (page) =>
      onCalculator(page, async () => {
        await counts(page, 'Answers by group', ours);
        const last = await catchFiles(page);
        await page.click('button', 'Distribution: save as CSV');
        assert.equal(
          (await last()).text.replace('\ufeff', ''),
          'Segment,Scores,Answers\r\nDetractors,0–6,8\r\nPassives,7–8,13\r\nPromoters,9–10,15\r\n',
        );
        await page.click('button', 'Distribution: save as SVG');
        const svg = await last();
        assert.match(svg.text, /^<svg [^>]*viewBox/);
        assert.match(svg.text, />15<\/text>/);
        assert.doesNotMatch(svg.text, /class=|style=/);
        await page.click('button', 'Distribution: save as PNG');
        const png = await last();
        assert.equal(png.type, 'image/png');
        assert.ok(png.text.length > 1000);
      }),
  },
];
