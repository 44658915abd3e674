// States of the calculator for pictures.

import { askedFile, compareMix } from './cases/calculator_answered.ts';
import { openSample } from './cases/calculator_look.ts';
import { counts, drop, fill, says } from './cases/calculator_page.ts';
import type { Page } from './page.ts';

const path = '/calculator/';

const typed = async (page: Page): Promise<void> => {
  await counts(page, 'Answers by group', [50, 20, 14]);
  await says(page, /^NPS 43, /);
};

export const calculatorStates = {
  'calculator-empty': { path },
  'calculator-counts': { path, reach: typed },
  'calculator-compare': {
    path,
    async reach(page: Page) {
      await typed(page);
      await counts(page, 'Earlier answers', [40, 30, 30]);
      await says(page, /^The score went up/);
    },
  },
  'calculator-paste': {
    path,
    reach: (page: Page) =>
      fill(page, 'Paste scores', '9 10 8 7 10\n3\n11\nnever\n9\n6\n2\n8'),
  },
  'calculator-file': { path, reach: openSample },
  'calculator-mix': {
    path,
    reach: async (page: Page) => {
      await openSample(page);
      await compareMix(page, 'plan', [
        ['Free', '60'],
        ['Team', '25'],
        ['Business', '15'],
      ]);
    },
  },
  'calculator-asked': {
    path,
    reach: async (page: Page) => {
      await drop(page, 'asked.csv', askedFile());
      await says(page, /^NPS /);
    },
  },
  'calculator-question': {
    path,
    reach: async (page: Page) => {
      await drop(page, 'two.csv', 'first,second\n10,0\n9,1\n10,2\n8,3\n9,10\n');
      await page.get('heading', /^Which column/);
    },
  },
  'calculator-unreadable': {
    path,
    reach: async (page: Page) => {
      await drop(page, 'none.csv', 'name,city\nA,B\nC,D\n');
      await page.get('heading', /cannot be read|^Which column/);
    },
  },
  'calculator-share': {
    path,
    async reach(page: Page) {
      await typed(page);
      await page.click('button', 'Share');
      await page.get('dialog', 'Share by link');
    },
  },
};
