// Bytes that nobody would call a file of answers, too much of anything, and
// files that change under the reader.

import assert from 'node:assert/strict';
import type { Page } from '../page.ts';
import type { Case } from '../suite.ts';
import { drop, dropBytes, onCalculator, says } from './calculator_page.ts';

/** 20 promoters, 10 passives, 10 detractors. */
const lines = [10, 9, 8, 3].flatMap((score) =>
  Array.from({ length: 10 }, () => `${score},Zoë says it is slow`),
);
const csv = `score,comment\n${lines.join('\n')}\n`;
/** 100 (20 - 10) / 40; Tango's interval by mpmath: -1.861 to 48.180. */
const headline = /^NPS 25, 95 % between \u22122 and 48, 40 answers$/;

const shows = (page: Page, words: RegExp): Promise<void> =>
  page.until(
    async () => words.test(await page.evaluate(() => document.body.innerText)),
    `the page does not show ${words}`,
  );

/** Drops a file that is made in the page: `piece` so many times between. */
const dropRepeated = (
  page: Page,
  name: string,
  [before, piece, times, after]: readonly [string, string, number, string],
): Promise<void> =>
  page.evaluate(
    (called, first, middle, many, last) => {
      const data = new DataTransfer();
      const part = middle.repeat(100_000);
      const parts = Array.from({ length: many / 100_000 }, () => part);
      data.items.add(new File([first, ...parts, last], called));
      dispatchEvent(
        new DragEvent('drop', { dataTransfer: data, cancelable: true }),
      );
    },
    name,
    before,
    piece,
    times,
    after,
  );

const utf16 = (text: string): Uint8Array => Buffer.from(text, 'utf16le');

export const calculatorHostile: Case[] = [
  {
    name: 'whatever a file is encoded in, its answers count or it says why not',
    run: (page) =>
      onCalculator(page, async () => {
        const odd = Buffer.from(csv.replaceAll('Zoë', 'Zo'));
        const read: readonly (readonly [string, Uint8Array, RegExp])[] = [
          ['windows.csv', Buffer.from(csv, 'latin1'), /Windows-1252/],
          ['utf16.csv', utf16(`\ufeff${csv}`), /UTF-16LE/],
          [
            'neither.csv',
            Buffer.concat([odd, Buffer.from([0x37, 0x2c, 0xc3, 0x28, 10])]),
            /not in UTF-8 were read as Windows-1252/,
          ],
          [
            'nul.csv',
            Buffer.from(csv.replace('is slow', 'is\0slow')),
            /Left out or mended: 1/,
          ],
        ];
        for (const [name, bytes, words] of read) {
          await dropBytes(page, name, bytes);
          await says(page, name === 'neither.csv' ? /41 answers$/ : headline);
          await shows(page, words);
          await page.click('button', 'Forget');
          await page.get('heading', 'How sure is your score?');
        }
        const text32 = new Uint8Array(4 * csv.length);
        for (let at = 0; at < csv.length; at += 1) {
          text32[4 * at] = csv.charCodeAt(at);
        }
        for (const bytes of [utf16(csv), text32]) {
          await dropBytes(page, 'no-mark.csv', bytes);
          await page.get('heading', 'no-mark.csv cannot be read');
        }
      }),
  },
  {
    name: 'a million columns and a line of 100 MB end with a sentence',
    run: (page) =>
      onCalculator(page, async () => {
        // MiniBrowser takes long to make a file of so much text.
        const bytes = page.engine === 'webkit' ? 20_000_000 : 100_000_000;
        await dropRepeated(page, 'wide.csv', [
          'score,',
          'x,',
          1_000_000,
          `x\n${csv}`,
        ]);
        // The first row is left out; the headings come behind it.
        await says(page, headline);
        await shows(page, /Left out or mended: 43/);
        // 16,384 of them are taken for headings; a menu has fewer.
        const most = await page.evaluate(() =>
          Math.max(
            ...[...document.querySelectorAll('select')].map(
              ({ length }) => length,
            ),
          ),
        );
        assert.ok(most > 400 && most < 600, `${most} choices`);
        await dropRepeated(page, 'long.csv', [
          'score,comment\n9,',
          'very long ',
          bytes / 10,
          `\n${csv.replace(/^.*\n/, '')}10,one more\n`,
        ]);
        await says(page, /^NPS 27, .* 41 answers$/);
        await shows(page, /Left out or mended: 1/);
        await dropRepeated(page, 'line.csv', ['', 'x', bytes, '']);
        await page.get('heading', 'line.csv cannot be read');
        await drop(page, 'answers.csv', csv);
        await says(page, headline);
      }),
  },
  {
    name: 'cancelling a file takes effect at once, and its figures are gone',
    run: (page) =>
      onCalculator(page, async () => {
        await dropRepeated(page, 'long.csv', [
          'score,comment\n',
          '9,It works well and support is friendly\n',
          2_000_000,
          '',
        ]);
        await shows(page, /what has been read so far/);
        const taken = await page.evaluate(() => {
          const button = [...document.querySelectorAll('button')].find(
            (one) => one.textContent === 'Cancel',
          );
          const began = performance.now();
          button?.click();
          return new Promise<number>((resolve) => {
            requestAnimationFrame(() =>
              setTimeout(() => {
                const left = /so far/.test(document.body.innerText);
                resolve(left ? -1 : performance.now() - began);
              }),
            );
          });
        });
        // The frame after the click: the time is of a busy machine.
        assert.ok(taken >= 0 && taken < 1000, `${taken} ms`);
        await page.get('heading', 'How sure is your score?');
      }),
  },
  {
    name: 'a file that is written to after it was chosen is not read',
    // Files of the page's own file system; WebKitGTK has none.
    engines: ['chromium'],
    run: (page) =>
      onCalculator(page, async () => {
        await page.evaluate(
          async (text) => {
            const root = await navigator.storage.getDirectory();
            const handle = await root.getFileHandle('a.csv', { create: true });
            const write = async (content: string): Promise<void> => {
              const out = await handle.createWritable();
              await out.write(content);
              await out.close();
            };
            Object.assign(globalThis, { rewrite: write });
            await write(text);
            const data = new DataTransfer();
            data.items.add(await handle.getFile());
            dispatchEvent(
              new DragEvent('drop', { dataTransfer: data, cancelable: true }),
            );
          },
          csv.replace('comment', 'plan').replaceAll('Zoë says it is slow', 'a'),
        );
        await says(page, headline);
        await page.evaluate(async () => {
          const { rewrite } = globalThis as unknown as {
            rewrite: (content: string) => Promise<void>;
          };
          await rewrite('score,comment\n1,2\n');
        });
        // Another column needs the file once more.
        await page.click('checkbox', 'plan');
        await shows(page, /The file has changed or is gone/);
      }),
  },
];
