// The Studio's flow graph: by keys, with faults, and along the preview's way.

import assert from 'node:assert/strict';
import type { Page } from '../page.ts';
import type { Case } from '../suite.ts';
import { asks, importSurvey, onStudio } from './studio_page.ts';

/** The steps of the graph, as they are read out. */
const nodes = async (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('[data-step]')].map(
      (node) => node.getAttribute('aria-label') ?? '',
    ),
  );

const focused = (page: Page): Promise<string> =>
  page.evaluate(
    () => document.activeElement?.getAttribute('data-step') ?? 'another place',
  );

/** Where the drawing stands and how large it is. */
const view = (page: Page): Promise<string> =>
  page.evaluate(
    () =>
      document.querySelector('.graph-picture > g')?.getAttribute('transform') ??
      '',
  );

const faulty = JSON.stringify({
  format: 1,
  id: 'faulty',
  revision: 1,
  locale: 'en',
  subject: 'Acme',
  steps: [
    {
      id: 'score',
      type: 'nps',
      text: 'Score?',
      low: 'No',
      high: 'Yes',
      next: [{ when: { segment: 'detractor' }, to: 'nowhere' }, { to: 'a' }],
    },
    { id: 'a', type: 'text', text: 'A?', next: 'b' },
    { id: 'b', type: 'text', text: 'B?', next: 'a' },
    { id: 'end', type: 'end', text: 'Thank you.' },
  ],
});

export const studioGraph: Case[] = [
  {
    name: 'arrow keys go along the ways of the graph, Enter opens the step',
    run: (page) =>
      onStudio(page, async () => {
        await page.focus('button', /^score, score from 0 to 10/);
        await page.press('ArrowDown');
        const first = await focused(page);
        assert.match(first, /^(went-wrong|make-it-ten|loved)$/);
        await page.press('ArrowDown');
        assert.equal(await focused(page), 'thanks');
        await page.press('ArrowUp');
        assert.equal(await focused(page), first);
        await page.press('Home');
        assert.equal(await focused(page), 'score');
        await page.press('End');
        assert.equal(await focused(page), 'thanks');
        await page.press('Enter');
        await page.until(
          async () =>
            (await page.all('textbox', 'Text')).some(
              ({ value }) => value === 'Thank you.',
            ),
          'the step is not open',
        );
        // One stop for Tab, whatever the number of steps.
        const stops = await page.evaluate(
          () => document.querySelectorAll('[data-step][tabindex="0"]').length,
        );
        assert.equal(stops, 1);
      }),
  },
  {
    name: 'the graph zooms by keys, and shows all of itself again',
    // The driver of WebKitGTK has no key that gives a plus.
    engines: ['chromium', 'firefox'],
    run: (page) =>
      onStudio(page, async () => {
        await page.focus('button', /^score, score from 0 to 10/);
        await page.press('0');
        await page.until(
          async () => (await view(page)) !== '',
          'nothing is drawn',
        );
        const settled = async () => {
          let before = '';
          await page.until(async () => {
            const now = await view(page);
            const same = now === before;
            before = now;
            return same;
          }, 'it does not come to rest');
          return before;
        };
        const whole = await settled();
        await page.press('+');
        const nearer = await settled();
        assert.notEqual(nearer, whole);
        await page.press('0');
        assert.notEqual(await settled(), nearer);
      }),
  },
  {
    name: 'far away the steps of the graph go by their ids, near by their texts',
    // The driver of WebKitGTK has no key that gives a plus.
    engines: ['chromium', 'firefox'],
    run: (page) =>
      onStudio(page, async () => {
        await page.focus('button', /^score, score from 0 to 10/);
        /** Which of the two a step shows. */
        const shown = (): Promise<string[]> =>
          page.evaluate(() =>
            [...document.querySelectorAll('[data-step="score"] text')]
              .filter((text) => getComputedStyle(text).display !== 'none')
              .map((text) => text.getAttribute('class') ?? ''),
          );
        const until = (far: boolean) =>
          page.until(
            async () => {
              const classes = await shown();
              return (
                classes.includes('graph-sign-text') === far &&
                classes.includes('graph-title') !== far
              );
            },
            `the score does not look ${far ? 'far' : 'near'}`,
          );
        for (let i = 0; i < 6; i++) await page.press('-');
        await until(true);
        for (let i = 0; i < 6; i++) await page.press('+');
        await until(false);
      }),
  },
  {
    name: 'a circle and a step that is not there are drawn as they are written',
    run: (page) =>
      onStudio(page, async () => {
        await importSurvey(page, faulty);
        await page.until(
          async () => (await nodes(page)).length === 5,
          'not all is drawn',
        );
        const drawn = (await nodes(page)).join('\n');
        assert.match(drawn, /^nowhere, missing step/m);
        assert.match(drawn, /^score, .*Leads to nowhere \(detractor\); a/m);
        assert.match(drawn, /^b, text.*Leads to a$/m);
        await page.click('button', 'Show as a list');
        const list = await page.evaluate(
          () => document.querySelector('.graph-twin')?.textContent ?? '',
        );
        assert.match(list, /nowhere \(no such step\): detractor/);
      }),
  },
  {
    name: 'the way walked in the preview lights up in the graph',
    run: (page) =>
      onStudio(page, async () => {
        await page.click('radio', /^10/);
        await page.click('button', 'Continue');
        await asks(page, /love most/);
        await page.until(
          async () =>
            (await nodes(page)).some((name) =>
              /^loved, .*The preview is here/.test(name),
            ),
          'the graph does not say where the preview is',
        );
        const lit = await page.evaluate(
          () => document.querySelectorAll('.graph-walk').length,
        );
        assert.equal(lit, 1);
      }),
  },
];
