// Who answered: of those who were asked, and against a mix that a person knows.

import assert from 'node:assert/strict';
import type { Page } from '../page.ts';
import type { Case } from '../suite.ts';
import {
  catchFiles,
  drop,
  fill,
  onCalculator,
  says,
} from './calculator_page.ts';
import { choose } from './studio_page.ts';

/** An export with its invitations: 120 asked, 90 opened it, 60 answered. */
export function askedFile(): string {
  const head =
    'response_id,person_id,contact_id,name,email,answer,answerlabel,data,comment,note,status,dontcontact,sent,opened,responded,lastemailed,created,segment,question_type,published,publishedname';
  const rows = Array.from({ length: 120 }, (_, at) => {
    const answered = at % 2 === 0;
    const opened = answered || at % 4 === 1;
    const score = answered ? [10, 9, 8, 6, 10][(at / 2) % 5] : '';
    const time = 1614192100 + at;
    const seen = `${opened ? time : ''},${answered ? time : ''}`;
    return `${at},p${at},p${at},,,${score},${score},,,,,,${time},${seen},${time},${time},,nps,,`;
  });
  return `${head}\n${rows.join('\n')}\n`;
}

/** Half of the answers are of each plan; NPS 25 of free, 100 of pro. */
const plans = `score,plan\n${[
  ...Array.from({ length: 10 }, () => '10,free'),
  ...Array.from({ length: 5 }, () => '8,free'),
  ...Array.from({ length: 5 }, () => '2,free'),
  ...Array.from({ length: 20 }, () => '9,pro'),
].join('\n')}\n`;

const shows = (page: Page, words: RegExp): Promise<void> =>
  page.until(
    async () => words.test(await page.evaluate(() => document.body.innerText)),
    `the page does not show ${words}`,
  );

/** Types a mix of the groups of a column, as they stand, and asks for it. */
export async function compareMix(
  page: Page,
  column: string,
  shares: readonly (readonly [group: string, share: string])[],
): Promise<void> {
  await choose(page, 'Compare with what you know of all customers', column);
  for (const [group, share] of shares) {
    await page.get('textbox', group);
    await fill(page, group, share);
  }
  await page.click('button', 'Compare');
  await page.get('img', new RegExp(`^Answers and customers by ${column}`));
}

export const calculatorAnswered: Case[] = [
  {
    name: 'how many of those who were asked answered is shown, with a table',
    run: (page) =>
      onCalculator(page, async () => {
        await drop(page, 'asked.csv', askedFile());
        // 36 promoters, 12 passives, 12 detractors.
        await says(page, /^NPS 40, .* 60 answers$/);
        await page.get('heading', 'Who answered');
        // Wilson's interval of 60 in 120: 0.4118 to 0.5882.
        await shows(
          page,
          /50 % of those who were asked answered \(95 % between 41.2 % and 58.8 %\)/,
        );
        // 100 (36 - 12 - 60) / 120 and 100 (36 - 12 + 60) / 120.
        await shows(page, /60 kept silent: .* from \u221230 to 70\./);
        const last = await catchFiles(page);
        await page.click('button', 'Who answered: save as CSV');
        const { text } = await last();
        assert.match(text, /\r\nAsked,120,100\r\n/);
        assert.match(text, /\r\nOpened,90,75\r\n/);
        assert.match(text, /\r\nIn the score,60,50\r\n/);
      }),
  },
  {
    name: 'a mix that is typed in moves the score, and says what it costs',
    run: (page) =>
      onCalculator(page, async () => {
        await drop(page, 'plans.csv', plans);
        await says(page, /^NPS 63, .* 40 answers$/);
        await shows(page, /The file does not say how many were asked/);
        await compareMix(page, 'plan', [
          ['free', '75'],
          ['pro', '25 %'],
        ]);
        // 0.75 x 25 + 0.25 x 100 = 43.75; weights 1.5 and 0.5, so that 40
        // answers are worth 1600 / 50 = 32; chi-square 13.3 on 1 degree.
        await shows(page, /NPS 62.5 would be 43.8 .*: \u221218.8 points/);
        await shows(page, /40 answers are worth 32 \(design effect 1.25\)/);
        await shows(
          page,
          /made up differently from all customers \(p < 0.001\)/,
        );
        const last = await catchFiles(page);
        await page.click(
          'button',
          'Answers and customers by plan: save as CSV',
        );
        assert.match((await last()).text, /\r\nfree,20,50,75,25\r\n/);
        await page.click('button', 'Answers and customers by plan: table');
        await page.get('columnheader', 'Of customers %');
        // What is no number says so, and nothing is lost.
        await fill(page, 'free', 'many');
        await page.click('button', 'Compare');
        await says(page, /^Numbers only/);
        // The mix goes with its column.
        await page.click('checkbox', 'plan');
        await page.gone('heading', 'Against all customers');
      }),
  },
];
