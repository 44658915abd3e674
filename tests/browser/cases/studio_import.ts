// Surveys of other tools: what did not map is told before anything is opened.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '../page.ts';
import type { Case } from '../suite.ts';
import {
  asks,
  draftName,
  fileMenu,
  noErrors,
  onStudio,
  paste,
  says,
} from './studio_page.ts';

const root = process.env['LOOPLET_ROOT'] ?? process.cwd();

/** A document that the tests of `migrate` have. */
function fixture(file: string, name: string): string {
  const source = readFileSync(join(root, 'tests/unit', file), 'utf8');
  const found = new RegExp(`${name} = R"\\(([^]*?)\\)";`).exec(source)?.[1];
  assert.ok(found, `${file} has no ${name}`);
  return found;
}
export const surveyJs = fixture('migrate_surveyjs_test.cpp', 'kSurveyJs');
const formbricks = fixture('migrate_test.cpp', 'kFormbricks');
const postHog = fixture('migrate_test.cpp', 'kPostHog');

async function give(page: Page, text: string): Promise<void> {
  await fileMenu(page, 'Import');
  await paste(page, 'The survey as JSON', text);
  await page.click('button', 'Import this');
}

/** What the dialog lists under a title. */
async function listed(page: Page, title: string): Promise<string> {
  await page.get('list', title);
  return page.evaluate(
    (name) =>
      document.querySelector(`ul[aria-label="${name}"]`)?.textContent ?? '',
    title,
  );
}

/** A file let go over the page, or text pasted where there is no field. */
async function bring(
  page: Page,
  kind: 'drop' | 'paste',
  text: string,
): Promise<void> {
  await page.evaluate(
    (how, content) => {
      const data = new DataTransfer();
      if (how === 'drop') {
        data.items.add(
          new File([content], 'theirs.json', { type: 'application/json' }),
        );
      } else data.setData('text/plain', content);
      const init = { bubbles: true, cancelable: true };
      document.body.dispatchEvent(
        how === 'drop'
          ? new DragEvent('drop', { ...init, dataTransfer: data })
          : // Firefox empties what it is given for an event that is made up.
            Object.defineProperty(
              new ClipboardEvent('paste', init),
              'clipboardData',
              { value: data },
            ),
      );
    },
    kind,
    text,
  );
}

export const studioImport: Case[] = [
  {
    name: 'a SurveyJS survey is opened once its losses were seen, and taken back',
    run: (page) =>
      onStudio(page, async () => {
        const before = await draftName(page);
        await give(page, surveyJs);
        await page.get('dialog', 'A survey from SurveyJS');
        assert.match(await listed(page, 'Left out'), /matrix/);
        assert.match(await listed(page, 'Left out'), /\/pages\/1\/elements\/2/);
        // Nothing has happened yet, and nothing does.
        assert.equal(await draftName(page), before);
        await page.click('button', 'Cancel');
        await page.gone('dialog');
        assert.equal(await draftName(page), before);
        await asks(page, /^How likely/);

        await give(page, surveyJs);
        await page.click('button', 'Open the draft');
        await page.gone('dialog');
        await asks(page, /^Would you recommend us\?$/);
        await noErrors(page);
        await says(page, /Opened the survey from SurveyJS/);
        await page.evaluate(() =>
          [...document.querySelectorAll<HTMLElement>('.toast button')]
            .find((one) => one.textContent === 'Undo')
            ?.click(),
        );
        await asks(page, /^How likely/);
        assert.equal(await draftName(page), before);
      }),
  },
  {
    name: 'a Formbricks survey comes by dropping its file',
    run: (page) =>
      onStudio(page, async () => {
        await bring(page, 'drop', formbricks);
        await page.get('dialog', 'A survey from Formbricks');
        assert.match(
          await listed(page, 'Left out'),
          /A company is not asked for/,
        );
        assert.match(await listed(page, 'In another form'), /shuffled/);
        await page.click('button', 'Open the draft');
        await page.gone('dialog');
        await says(page, /Opened the survey from Formbricks/);
        await noErrors(page);
      }),
  },
  {
    name: 'a PostHog survey comes by pasting it on the page',
    run: (page) =>
      onStudio(page, async () => {
        await bring(page, 'paste', postHog);
        await page.get('dialog', 'A survey from PostHog');
        assert.match(await listed(page, 'Left out'), /\/questions\/4\/link/);
        await page.click('button', 'Open the draft');
        await page.gone('dialog');
        await says(page, /Opened the survey from PostHog/);
        await noErrors(page);
      }),
  },
  {
    name: 'what another tool has nothing to ask with is refused in words',
    run: (page) =>
      onStudio(page, async () => {
        const before = await draftName(page);
        await give(page, '{"pages": [{"name": "empty", "elements": []}]}');
        await says(page, /Nothing was changed/);
        assert.equal(await draftName(page), before);
        await asks(page, /^How likely/);
      }),
  },
];
