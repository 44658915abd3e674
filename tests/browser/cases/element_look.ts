// What can be measured of the looks: sizes, overflow, and axe on every state.

import assert from 'node:assert/strict';
import { faults, withAxe } from '../axe.ts';
import type { Page } from '../page.ts';
import type { Case } from '../suite.ts';
import { onSite, type Site } from './element_page.ts';

// MiniBrowser's own bars keep it from being narrower.
const narrow = (page: Page) => (page.engine === 'webkit' ? 480 : 320);

interface State {
  step: string;
  /** Does what leads to the next state, or to more to look at here. */
  act: (site: Site) => Promise<void>;
}

const go = (site: Site) => site.page.click('button', 'Continue');
const states: State[] = [
  { step: 'a score', act: ({ page }) => page.click('radio', /^3$/) },
  { step: 'a score, chosen', act: go },
  { step: 'options', act: go },
  {
    step: 'options, none chosen',
    act: async ({ page }) => {
      await page.click('checkbox', 'Price');
      await page.click('checkbox', 'Other');
    },
  },
  {
    step: 'options, with one of one’s own',
    act: async (site) => {
      await site.page.type('textbox', 'Other', 'Too many emails');
      await go(site);
    },
  },
  { step: 'one option', act: ({ page }) => page.click('button', 'Skip') },
  {
    step: 'a comment',
    act: ({ page }) => page.type('textbox', /one thing/, 'x'.repeat(260)),
  },
  { step: 'a comment, nearly full', act: go },
  { step: 'faces', act: ({ page }) => page.click('radio', /^4 of 5/) },
  { step: 'faces, chosen', act: go },
  { step: 'stars', act: ({ page }) => page.click('radio', /^4 of 5/) },
  { step: 'stars, chosen', act: go },
  {
    step: 'seven points',
    act: async (site) => {
      await site.page.click('radio', /^6$/);
      await go(site);
    },
  },
  {
    step: 'a statement',
    act: ({ page }) => page.click('button', 'All right'),
  },
  {
    step: 'contact',
    act: async (site) => {
      await site.page.type('textbox', 'Email', 'ada@');
      await go(site);
    },
  },
  {
    step: 'contact, with a wrong address',
    act: ({ page }) => page.click('button', 'Skip'),
  },
  { step: 'consent', act: ({ page }) => page.click('button', 'Send') },
  { step: 'thanks', act: async () => {} },
];

function axeCase(
  name: string,
  wanted: { [name: string]: string },
  width: (page: Page) => number,
): Case {
  return {
    name,
    run: (page) =>
      onSite(page, async (site) => {
        await page.resize(width(page), 700);
        await site.openAsking({ src: 'every-step.json', ...wanted });
        await withAxe(page);
        const found: string[] = [];
        for (const { step, act } of states) {
          for (const fault of await faults(page)) {
            found.push(`${step}: ${fault}`);
          }
          await act(site);
        }
        assert.deepEqual(found, []);
      }),
  };
}

export const elementLook: Case[] = [
  axeCase('axe finds nothing in any state, light and wide', {}, () => 1200),
  axeCase(
    'axe finds nothing in any state, dark, narrow and with a preview',
    { style: 'dark', preview: 'score', theme: 'dark' },
    narrow,
  ),
  {
    name: 'at 320 px nothing sticks out, and each target is 44 px high',
    run: (page) =>
      onSite(page, async (site) => {
        await page.resize(narrow(page), 700);
        await site.openAsking({ src: 'every-step.json' });
        const wrong: string[] = [];
        for (const { step, act } of states) {
          const wide = await page.evaluate(
            () => document.documentElement.scrollWidth - innerWidth,
          );
          if (wide > 0) wrong.push(`${step}: ${wide} px too wide`);
          const targets = [
            ...(await page.all('radio')),
            ...(await page.all('button')),
            ...(await page.all('textbox')),
          ].filter(({ name }) => !/^(Before|After)$/.test(name));
          for (const { name, role, box } of targets) {
            const boxed = role === 'radio' && /^(Free|Team|Enter)/.test(name);
            if (!boxed && (box.height < 43.99 || box.width < 34)) {
              wrong.push(`${step}: ${name} is ${box.width} x ${box.height}`);
            }
          }
          await act(site);
        }
        assert.deepEqual(wrong, []);
      }),
  },
  {
    name: 'the scale is one row of 44 px targets, and two below 480 px',
    run: (page) =>
      onSite(page, async (site) => {
        await site.openAsking();
        const rows = async () => {
          const radios = await page.all('radio');
          for (const { box, name } of radios) {
            assert.ok(box.width >= 43.99 && box.height >= 43.99, name);
          }
          const tops = radios.map(({ box }) => Math.round(box.y));
          return [...new Set(tops)].map(
            (top) => tops.filter((one) => one === top).length,
          );
        };
        await page.resize(900, 700);
        assert.deepEqual(await rows(), [11]);
        await page.resize(narrow(page), 700);
        assert.deepEqual(await rows(), [6, 5]);
      }),
  },
];
