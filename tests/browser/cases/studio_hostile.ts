// Whatever is put into the Studio: a fault at its place, and nothing is lost.

import assert from 'node:assert/strict';
import type { Page } from '../page.ts';
import type { Case } from '../suite.ts';
import {
  asks,
  faultsOf,
  importSurvey,
  noErrors,
  onStudio,
  question,
} from './studio_page.ts';

const steps = (list: unknown[]) => ({
  format: 1,
  id: 'hostile',
  revision: 1,
  locale: 'en',
  subject: 'Acme',
  steps: list,
});
const score = { id: 's', type: 'nps', text: 'Q', low: 'a', high: 'b' };

/** 64 KiB, with as much of everything as fits. */
const large = (): string => {
  const list: unknown[] = [score];
  for (let i = 0; i < 62; i++) {
    list.push({
      id: `step-${i}`,
      type: 'choice',
      text: '<img src=x onerror="globalThis.hit=1">'.repeat(6),
      options: Array.from({ length: 6 }, (_, j) => ({
        id: `o${j}`,
        text: `{step-${i}|</script><script>globalThis.hit=1</script>}`,
      })),
      next: [
        {
          when: {
            any: [
              { score: { from: 9, to: 0 } },
              { not: { step: 's', is: 11 } },
              { step: `step-${(i * 7) % 62}`, includes: 'o1' },
            ],
          },
          to: `step-${(i * 13 + 5) % 62}`,
        },
      ],
    });
  }
  list.push({ id: 'e', type: 'end', text: 'End' });
  return JSON.stringify(steps(list));
};

/** Texts that are no survey, each with what has to be said of it. */
const texts: { readonly [what: string]: readonly [string, RegExp] } = {
  'a word': ['hello', /A value is expected/],
  'a list': ['[1, 2]', /must be an object/],
  null: ['null', /must be an object/],
  'half of it': ['{"format": 1, "steps": [', /A value is expected/],
  'a comma too many': ['{"format": 1,}', /comma too many/],
  'a name twice': ['{"id": "a", "id": "b", "steps": []}', /stands here twice/],
  prototypes: [
    '{"__proto__": {"polluted": 1}, "constructor": {"prototype": {"polluted": 1}}, "steps": []}',
    /__proto__|constructor/,
  ],
  'very deep': ['['.repeat(100_000), /nested deeper/],
  'steps of other types': [
    '{"steps": [1, null, "x", [], {}, {"id": 7, "type": {}}]}',
    /./,
  ],
  'fields of other types': [
    JSON.stringify(
      steps([
        { ...score, text: 5, low: [], next: 9, optional: 'yes' },
        { id: 'c', type: 'choice', text: {}, options: { a: 1 } },
        { id: 'r', type: 'rating', text: null, points: '5', style: 3 },
        { id: 'k', type: 'contact', text: 'T', fields: 'email' },
        { id: 'e', type: 'end', text: 'T', actions: [1, { kind: 'no' }] },
      ]),
    ),
    /must be/,
  ],
  'a script for a link': [
    JSON.stringify(
      steps([
        score,
        {
          id: 'e',
          type: 'end',
          text: 'End',
          actions: [
            { kind: 'link', text: 'x', url: 'javascript:globalThis.hit=1' },
          ],
        },
      ]),
    ),
    /javascript:/,
  ],
  '64 KiB of everything': [large(), /./],
};

/** Opens every step in turn, as one who looks for what is wrong would. */
async function lookAround(page: Page): Promise<void> {
  await page.evaluate(() => {
    const heads = document.querySelectorAll<HTMLElement>('.step-head');
    for (const head of [...heads].slice(0, 8)) head.click();
    document.querySelector<HTMLElement>('.settings summary')?.click();
  });
}

/** Pastes over all that is in the code editor. */
async function pasteOver(page: Page, text: string): Promise<void> {
  await page.focus('textbox', 'The survey as JSON');
  await page.press('Control+a');
  await page.evaluate((content) => {
    let target = document.activeElement;
    while (target?.shadowRoot?.activeElement) {
      target = target.shadowRoot.activeElement;
    }
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', content);
    const init = { bubbles: true, cancelable: true };
    // Firefox empties what it is given for an event that is made up.
    target?.dispatchEvent(
      Object.defineProperty(
        new ClipboardEvent('paste', init),
        'clipboardData',
        { value: clipboardData },
      ),
    );
  }, text);
}

const pasted: Case = {
  name: 'whatever is pasted into the editor is named, and the last survey goes on',
  run: (page) =>
    onStudio(page, async () => {
      await importSurvey(
        page,
        JSON.stringify(steps([score, { id: 'e', type: 'end', text: 'End' }])),
      );
      await asks(page, /^Q$/);
      await page.click('radio', '7');
      await page.click('tab', 'Code');
      for (const what of [
        'a word',
        'a list',
        'half of it',
        'very deep',
        'fields of other types',
        '64 KiB of everything',
      ]) {
        const [text, said] = texts[what] ?? assert.fail(what);
        await pasteOver(page, text);
        await page.until(
          async () => (await faultsOf(page)).some((name) => said.test(name)),
          `${what}: nothing says ${said}`,
        );
        if (!/of/.test(what)) assert.equal(await question(page), 'Q');
        await page.click('button', /^Undo/);
        await noErrors(page);
        await asks(page, /^Q$/);
      }
      const hit = await page.evaluate(
        () => (globalThis as { hit?: unknown }).hit ?? null,
      );
      assert.equal(hit, null);
    }),
};

const imported: Case[] = Object.entries(texts).map(([what, [text, said]]) => ({
  name: `the Studio names what is wrong with ${what}`,
  run: (page) =>
    onStudio(page, async () => {
      await asks(page, /How likely/);
      await importSurvey(page, text);
      await page.until(
        async () => (await faultsOf(page)).some((name) => said.test(name)),
        `nothing says ${said}`,
      );
      await lookAround(page);
      const hit = await page.evaluate(() => [
        (globalThis as { hit?: unknown }).hit ?? null,
        ({} as { polluted?: unknown }).polluted ?? null,
      ]);
      assert.deepEqual(hit, [null, null]);
      // The page lives: another survey is opened and asks.
      await importSurvey(
        page,
        JSON.stringify(steps([score, { id: 'e', type: 'end', text: 'End' }])),
      );
      await asks(page, /^Q$/);
      await noErrors(page);
      assert.equal(await question(page), 'Q');
      const errors = page
        .complaints()
        .filter((line) => /TypeError|ReferenceError|RangeError/.test(line));
      assert.deepEqual(errors, []);
    }),
}));

export const studioHostile: Case[] = [...imported, pasted];
