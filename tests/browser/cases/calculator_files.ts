// Files in the calculator: dropped, read, compared, cancelled, and hostile.

import assert from 'node:assert/strict';
import { gzipSync } from 'node:zlib';
import type { Page } from '../page.ts';
import { sheet } from '../sheet.ts';
import type { Case } from '../suite.ts';
import { openSample } from './calculator_look.ts';
import {
  catchFiles,
  drop,
  dropBytes,
  onCalculator,
  openCalculator,
  says,
} from './calculator_page.ts';
import { choose, serveSite } from './studio_page.ts';

/** 15 promoters, 13 passives, 8 detractors, and two rows that are none. */
const rows = [
  ...Array.from({ length: 15 }, (_, at) => [
    10 - (at % 2),
    'a',
    'Great support',
  ]),
  ...Array.from({ length: 13 }, (_, at) => [8 - (at % 2), 'b', '']),
  ...Array.from({ length: 8 }, (_, at) => [at % 7, 'a', 'Support is slow']),
  ['eleven', 'b', ''],
  ['', 'b', ''],
] as const;
const csv = `score,plan,comment\n${rows.map((row) => row.join(',')).join('\n')}\n`;
const headline = /^NPS 19, 95 % between \u22127 and 43, 36 answers$/;

const shows = (page: Page, words: RegExp): Promise<void> =>
  page.until(
    async () => words.test(await page.evaluate(() => document.body.innerText)),
    `the page does not show ${words}`,
  );

/** Rows without an end, as far as anybody waits. */
const dropLong = (page: Page, megabytes: number): Promise<void> =>
  page.evaluate((many) => {
    const line = '9,2026-05-04,It works well and support is friendly\n';
    const piece = line.repeat(Math.floor(2 ** 20 / line.length));
    const parts = Array.from({ length: many }, () => piece);
    const data = new DataTransfer();
    data.items.add(new File(['score,date,comment\n', ...parts], 'long.csv'));
    dispatchEvent(
      new DragEvent('drop', { dataTransfer: data, cancelable: true }),
    );
  }, megabytes);

export const calculatorFiles: Case[] = [
  {
    name: 'a dropped file is a score, and what was understood is shown',
    run: (page) =>
      onCalculator(page, async () => {
        await drop(page, 'answers.csv', csv);
        await says(page, headline);
        await shows(page, /38 rows: 36 in the score, 1 blank, 1 left out/);
        await page.click('button', /^Left out or mended: 1/);
        const cells = (await page.all('cell')).map(({ text }) => text);
        assert.ok(cells.includes('eleven'), cells.join(' | '));
        await page.get('heading', 'Comments');
        await choose(page, 'Segment', 'detractor');
        await says(page, /^8 comments\.$/);
        const marked = await page.evaluate(() =>
          [...document.querySelectorAll('mark')].map((one) => one.textContent),
        );
        assert.ok(marked.length > 0);
      }),
  },
  {
    name: 'JSON, JSON Lines, tabs, gzip and Excel say the same as CSV',
    run: (page) =>
      onCalculator(page, async (server) => {
        const records = rows.map(([score, plan, comment]) => ({
          score,
          plan,
          comment,
        }));
        const lines = records.map((one) => JSON.stringify(one)).join('\n');
        const same: readonly (readonly [string, Uint8Array])[] = [
          ['answers.json', Buffer.from(JSON.stringify(records))],
          ['answers.jsonl', Buffer.from(lines)],
          ['answers.tsv', Buffer.from(csv.replaceAll(',', '\t'))],
          ['answers.csv.gz', gzipSync(csv)],
          ['answers.xlsx', sheet([['score', 'plan', 'comment'], ...rows])],
        ];
        for (const [name, bytes] of same) {
          await openCalculator(page, server);
          await dropBytes(page, name, bytes);
          await says(page, headline);
        }
      }),
  },
  {
    name: 'another column is chosen, and a breakdown asked for',
    run: (page) =>
      onCalculator(page, async () => {
        await drop(page, 'answers.csv', csv);
        await says(page, headline);
        await page.click('checkbox', 'plan');
        await page.get('img', /^Score by plan\./);
        await page.click('button', 'Score by plan: table');
        await page.get('columnheader', 'a');
      }),
  },
  {
    name: 'two columns that could be the score are asked about',
    run: (page) =>
      onCalculator(page, async () => {
        await drop(
          page,
          'two.csv',
          'first,second\n10,0\n9,1\n10,2\n8,3\n9,10\n10,4\n',
        );
        await page.get('heading', /^Which column is the score/);
        await page.click('radio', /^second/);
        await page.click('button', 'Use this column');
        // One promoter and five detractors.
        await says(page, /^NPS \u221267, .* 6 answers$/);
      }),
  },
  {
    name: 'a sample shows every card, each chart with its table',
    run: (page) =>
      onCalculator(page, async () => {
        await openSample(page);
        // As an independent count of the same file says: 358 scored, 16.48.
        await says(page, /^NPS 16, .* 358 answers$/);
        for (const name of [
          /^Distribution\./,
          /^Score over time\./,
          /^Score by plan\./,
          /^Movement from/,
          /^Themes by points\./,
        ]) {
          await page.get('img', name);
        }
        const last = await catchFiles(page);
        await page.click('button', 'Score over time: save as CSV');
        assert.match((await last()).text, /\r\n2026-03,\d+,/);
        await page.click('button', 'Themes by points: save as SVG');
        assert.match((await last()).text, /^<svg /);
      }),
  },
  {
    name: 'figures are there while a long file is read, and cancel ends it',
    run: (page) =>
      onCalculator(page, async () => {
        await dropLong(page, 192);
        await shows(page, /what has been read so far/);
        await page.get('progressbar', 'Reading the file');
        await page.click('button', 'Cancel');
        await says(page, /^Cancelled/);
        await page.gone('progressbar', 'Reading the file');
        await page.get('heading', 'How sure is your score?');
        // The reader is free for the next one.
        await drop(page, 'answers.csv', csv);
        await says(page, headline);
      }),
  },
  {
    name: 'a file is read without a connection, and nothing is asked for',
    run: (page) =>
      onCalculator(page, async (server) => {
        await page.until(
          () => server.requests.some((path) => /worker\.js$/.test(path)),
          'the reader is not fetched ahead',
        );
        // Its engine comes behind it, and last what reads spreadsheets.
        await page.until(
          () => server.requests.some((path) => /sheet-\w+\.js$/.test(path)),
          'the reader of spreadsheets is not fetched ahead',
        );
        await new Promise((resolve) => setTimeout(resolve, 500));
        await server.close();
        const asked = server.requests.length;
        await drop(page, 'answers.csv', csv);
        await says(page, headline);
        await page.click('button', 'Forget');
        await page.get('heading', 'How sure is your score?');
        await dropBytes(
          page,
          'answers.xlsx',
          sheet([['score', 'plan', 'comment'], ...rows]),
        );
        await says(page, headline);
        assert.equal(server.requests.length, asked);
      }),
  },
  {
    name: 'a shared file has its figures, and comments only when ticked',
    run: (page) =>
      onCalculator(page, async () => {
        await drop(page, 'answers.csv', csv);
        await says(page, headline);
        const link = async (): Promise<string> => {
          await page.get('group', 'Link to this calculation');
          return page.evaluate(
            () => document.querySelector('.copy-box code')?.textContent ?? '',
          );
        };
        await page.click('button', 'Share');
        const without = await link();
        await page.click('checkbox', /^Include what people wrote/);
        await page.until(
          async () => (await link()) !== without,
          'the link is the same',
        );
        const withComments = await link();
        const open = async (address: string): Promise<number> => {
          const other = await serveSite();
          try {
            const fragment = address.slice(address.indexOf('#'));
            await openCalculator(page, other, fragment);
            await says(page, headline);
            await page.get('heading', 'What was read');
            return (await page.all('heading', 'Comments')).length;
          } finally {
            await other.close();
          }
        };
        assert.equal(await open(without), 0);
        assert.equal(await open(withComments), 1);
      }),
  },
  {
    name: 'hostile files end with a sentence, and the page goes on',
    run: (page) =>
      onCalculator(page, async () => {
        const png = Buffer.from(
          'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
          'base64',
        );
        const hostile: readonly (readonly [string, Uint8Array])[] = [
          ['empty.csv', new Uint8Array()],
          ['picture.csv', png],
          ['zeros.csv', new Uint8Array(100_000)],
          ['cut.gz', gzipSync(csv).subarray(0, 60)],
          ['cut.xlsx', Buffer.from('PK\x03\x04 this is no spreadsheet')],
          ['old.xls', Buffer.from('d0cf11e0a1b11ae1', 'hex')],
          ['deep.json', Buffer.from('['.repeat(200_000))],
          ['words.csv', Buffer.from('name,city\nA,B\nC,D\n')],
        ];
        for (const [name, bytes] of hostile) {
          await dropBytes(page, name, bytes);
          await page.get('heading', `${name} cannot be read`);
          await page.get('button', 'Choose another file');
        }
        await drop(page, 'answers.csv', csv);
        await says(page, headline);
        await page.gone('button', 'Choose another file');
      }),
  },
  {
    name: 'markup in a file is text, whatever it says',
    run: (page) =>
      onCalculator(page, async () => {
        const evil = '<img src=x onerror=alert(1)>';
        await drop(
          page,
          `${evil}.csv`,
          `score,${evil},comment\n9,${evil},${evil}\n3,${evil},slow ${evil}\n${evil},a,b\n`,
        );
        await page.get('heading', 'Comments');
        await page.click('checkbox', evil);
        await page.get('img', /^Score by <img/);
        assert.equal(
          await page.evaluate(
            () => document.querySelectorAll('main img').length,
          ),
          0,
        );
      }),
  },
];
