// Answers that are too much for one record.

import assert from 'node:assert/strict';
import type { Page } from '../page.ts';
import type { Case } from '../suite.ts';
import { onSite, type Site } from './element_page.ts';

/** As many characters as the field takes, of two bytes each. */
const kLong = 'ж'.repeat(2000);

/** Puts a text into the field, as pasting does. */
const paste = (page: Page, text: string) =>
  page.evaluate((pasted: string) => {
    const shadow = document.querySelector('looplet-survey')?.shadowRoot;
    const area = shadow?.querySelector('textarea');
    if (!area) throw new Error('there is no text area');
    area.value = pasted;
    area.dispatchEvent(new Event('input', { bubbles: true }));
  }, text);

/**
 * Two long answers, of which the second is refused: 8,000 bytes of words
 * alone leave no room in 8 KiB for what else a record says.
 */
async function writeTooMuch(
  site: Site,
  [good, bad, next]: [RegExp, RegExp, string],
  refusal: string,
): Promise<void> {
  const { page } = site;
  await site.question(good);
  await paste(page, kLong);
  await page.click('button', next);
  await site.question(bad);
  await paste(page, kLong);
  await page.click('button', next);
  assert.equal((await page.get('alert')).text, refusal);
}

export const elementLong: Case[] = [
  {
    name: 'what no record holds is refused where it is written, and sent shortened',
    run: (page) =>
      onSite(page, async (site) => {
        await site.openAsking({ src: 'long.json' });
        await writeTooMuch(
          site,
          [/was good/, /was bad/, 'Continue'],
          'Your answers are too long. Please shorten them.',
        );
        const area = await page.get('textbox', /was bad/);
        assert.equal(area.value, kLong);
        assert.equal(area.focused, true);

        const shorter = kLong.slice(0, 1500);
        await paste(page, shorter);
        await page.click('button', 'Continue');
        await page.type('textbox', /Anything else/, 'No');
        await page.click('button', 'Send');
        await site.question(/^Thank you/);
        await page.until(
          () => site.endpoint.posts.length === 1,
          'it was not delivered',
        );
        const [post] = site.endpoint.posts;
        assert.deepEqual(
          post?.answers.map(({ value }) => value),
          [kLong, shorter, 'No'],
        );
        assert.ok(Buffer.byteLength(JSON.stringify(post)) <= 8192);
      }),
  },
  {
    name: 'the refusal of too much is said in each language',
    run: (page) =>
      onSite(page, async (site) => {
        for (const [locale, questions, refusal] of [
          [
            'de',
            [/war gut/, /war schlecht/, 'Weiter'],
            'Ihre Antworten sind zu lang. Bitte kürzen Sie sie.',
          ],
          [
            'fr',
            [/était bien/, /n’allait pas/, 'Continuer'],
            'Vos réponses sont trop longues. Raccourcissez-les.',
          ],
          [
            'es',
            [/estuvo bien/, /estuvo mal/, 'Continuar'],
            'Sus respuestas son demasiado largas. Acórtelas.',
          ],
          [
            'pt',
            [/foi bom/, /foi ruim/, 'Continuar'],
            'Suas respostas são longas demais. Encurte-as.',
          ],
          [
            'ar',
            [/كان جيدًا/, /كان سيئًا/, 'متابعة'],
            'إجاباتك طويلة جدًا. يُرجى اختصارها.',
          ],
        ] as [string, [RegExp, RegExp, string], string][]) {
          await site.openAsking({ src: 'long.json', locale });
          await writeTooMuch(site, questions, refusal);
        }
      }),
  },
];
