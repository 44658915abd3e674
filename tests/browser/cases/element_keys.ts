// The element without a pointer, and as a screen reader finds it.

import assert from 'node:assert/strict';
import type { Case } from '../suite.ts';
import { onSite } from './element_page.ts';

export const elementKeys: Case[] = [
  {
    name: 'arrows move and choose on the scale, and never advance',
    run: (page) =>
      onSite(page, async (site) => {
        await site.openAsking();
        await page.focus('button', 'Before');
        await page.press('Tab');
        const chosen = async () =>
          (await page.all('radio')).findIndex((one) => one.checked);
        const focused = async () =>
          (await page.all('radio')).findIndex((one) => one.focused);
        assert.equal(await focused(), 0);
        assert.equal(await chosen(), -1);
        const seen: [number, number][] = [];
        for (const key of ['Space', 'ArrowRight', 'ArrowRight', 'ArrowLeft']) {
          await page.press(key);
          seen.push([await focused(), await chosen()]);
        }
        assert.deepEqual(seen, [
          [0, 0],
          [1, 1],
          [2, 2],
          [1, 1],
        ]);
        assert.equal((await site.heard('looplet-answer')).length, 0);
        assert.equal((await site.heard('looplet-step')).length, 1);
      }),
  },
  {
    name: 'the scale is one tab stop, left in both directions',
    run: (page) =>
      onSite(page, async (site) => {
        await site.openAsking();
        await page.focus('button', 'Before');
        await page.press('Tab');
        await page.press('Tab');
        assert.equal((await page.get('button', 'Continue')).focused, true);
        await page.press('Shift+Tab');
        await page.press('Shift+Tab');
        assert.equal((await page.get('button', 'Before')).focused, true);
      }),
  },
  {
    name: 'digits choose a score, and 1 then 0 is 10',
    run: (page) =>
      onSite(page, async (site) => {
        await site.openAsking();
        await page.focus('radio', /^0/);
        const chosen = async () =>
          (await page.all('radio')).findIndex((one) => one.checked);
        await page.press('7');
        assert.equal(await chosen(), 7);
        await page.press('1');
        await page.press('0');
        assert.equal(await chosen(), 10);
        assert.equal((await page.get('radio', /^10/)).focused, true);
        assert.equal((await site.heard('looplet-answer')).length, 0);
      }),
  },
  {
    name: 'digits typed elsewhere choose nothing',
    run: (page) =>
      onSite(page, async (site) => {
        await site.openAsking();
        await page.focus('button', 'Continue');
        await page.press('7');
        assert.ok((await page.all('radio')).every((one) => !one.checked));
      }),
  },
  {
    name: 'the scale is a group named by its question, the ends by their words',
    run: (page) =>
      onSite(page, async (site) => {
        await site.openAsking();
        const group = await page.get('radiogroup');
        assert.equal(
          group.name,
          'How likely are you to recommend Acme Cloud to a friend or colleague?',
        );
        assert.deepEqual(
          (await page.all('radio')).map(({ name }) => name),
          [
            '0, Not at all likely',
            ...['1', '2', '3', '4', '5', '6', '7', '8', '9'],
            '10, Extremely likely',
          ],
        );
        assert.equal((await page.get('region')).name, 'Acme Cloud');
      }),
  },
  {
    name: 'a whole survey takes twelve keys or fewer, and ends at the thanks',
    run: (page) =>
      onSite(page, async (site) => {
        await site.openAsking();
        await page.focus('button', 'Before');
        let keys = 0;
        const press = async (key: string) => {
          keys++;
          await page.press(key);
        };
        await press('Tab');
        await press('9');
        await press('Enter');
        await site.question(/You chose 9/);
        // Its field has the focus, so the question has been read out.
        assert.equal((await page.get('textbox', /You chose 9/)).focused, true);
        await press('Tab');
        await press('Tab');
        await press('Tab');
        assert.equal((await page.get('button', 'Send')).focused, true);
        await press('Enter');
        await site.question(/^Thank you/);
        assert.ok(keys <= 12);
        assert.equal((await page.get('heading', /^Thank you/)).focused, true);
        await page.until(
          () => site.endpoint.posts.length === 1,
          'nothing came in',
        );
      }),
  },
  {
    name: 'Enter in a comment is a new line; with Ctrl it goes on',
    engines: ['chromium', 'firefox'],
    run: (page) =>
      onSite(page, async (site) => {
        await site.openAsking();
        await page.focus('radio', /^0/);
        await page.press('8');
        await page.press('Enter');
        await page.type('textbox', /You chose 8/, 'one');
        await page.press('Enter');
        assert.equal((await page.get('textbox')).value, 'one\n');
        await page.press('Control+Enter');
        await site.question(/^Thank you/);
      }),
  },
  {
    name: 'going on without an answer says so, once, where it is missing',
    run: (page) =>
      onSite(page, async (site) => {
        await site.openAsking();
        assert.equal((await page.all('alert')).length, 0);
        await page.click('button', 'Continue');
        const alert = await page.get('alert');
        assert.equal(alert.text, 'Please answer this question.');
        assert.equal((await page.get('radio', /^0/)).focused, true);
        const tied = await page.evaluate(() => {
          const shadow = document.querySelector('looplet-survey')?.shadowRoot;
          const group = shadow?.querySelector('[role=radiogroup]');
          const ids = group?.getAttribute('aria-describedby')?.split(' ') ?? [];
          return {
            invalid: group?.getAttribute('aria-invalid'),
            words: ids.map((id) => shadow?.getElementById(id)?.textContent),
          };
        });
        assert.equal(tied.invalid, 'true');
        assert.ok(tied.words.includes('Please answer this question.'));
        await page.click('radio', /^5$/);
        assert.equal((await page.all('alert')).length, 0);
      }),
  },
  {
    name: 'back brings the former answer, and skip leaves a step unanswered',
    run: (page) =>
      onSite(page, async (site) => {
        await site.openAsking();
        assert.equal((await page.all('button', 'Back')).length, 0);
        await page.click('radio', /^6$/);
        await page.click('button', 'Continue');
        await page.type('textbox', /You chose 6/, 'half a th');
        await page.click('button', 'Back');
        assert.equal((await page.get('radio', /^6$/)).checked, true);
        assert.equal((await page.get('radio', /^6$/)).focused, true);
        await page.click('radio', /^3$/);
        await page.click('button', 'Continue');
        // What was written and not handed in is still there.
        assert.equal(
          (await page.get('textbox', /You chose 3/)).value,
          'half a th',
        );
        await page.click('button', 'Skip');
        await site.question(/^Thank you/);
        const [submit] = await site.heard('looplet-submit');
        const { answers } = submit?.['record'] as {
          answers: { step: string; value: unknown }[];
        };
        const comment = answers.find(({ step }) => step === 'more');
        assert.equal(comment?.value ?? null, null);
      }),
  },
  {
    name: 'Arabic runs from right to left, with 0 at the right',
    run: (page) =>
      onSite(page, async (site) => {
        await site.openAsking({ lang: 'ar' });
        const dir = await page.evaluate(() => {
          const frame = document
            .querySelector('looplet-survey')
            ?.shadowRoot?.querySelector('section');
          return [frame?.lang, frame?.dir];
        });
        assert.deepEqual(dir, ['ar', 'rtl']);
        const radios = await page.all('radio');
        const [first, last] = [radios[0], radios[10]];
        assert.ok(first && last && first.box.x > last.box.x);
        await page.get('button', 'متابعة');
      }),
  },
];
