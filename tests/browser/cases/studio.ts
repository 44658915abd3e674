// The whole path of a team: a template, a fault, its way out, a link, a page.

import assert from 'node:assert/strict';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pack, unpack } from '../../../web/shared/fragment.ts';
import { serveStatic, strictPolicy } from '../static_server.ts';
import type { Case } from '../suite.ts';
import {
  asks,
  choose,
  draftName,
  fault,
  faultsOf,
  fileMenu,
  importSurvey,
  noErrors,
  onStudio,
  openStudio,
  openTemplate,
  question,
  says,
  serveSite,
  siteFolder,
} from './studio_page.ts';

const small = (text: string) =>
  JSON.stringify({
    format: 1,
    id: 'small',
    revision: 1,
    locale: 'en',
    subject: 'Acme',
    steps: [
      { id: 'score', type: 'nps', text, low: 'No', high: 'Yes' },
      { id: 'end', type: 'end', text: 'Thank you.' },
    ],
  });

export const studioCases: Case[] = [
  {
    name: 'a template is broken and mended, and every view says so',
    run: (page) =>
      onStudio(page, async () => {
        await openTemplate(page, /^Software customers/);
        await asks(page, /recommend Acme Cloud/);
        await noErrors(page);
        await page.click('button', /^What got in your way/);
        await choose(page, 'Next', 'one');
        await choose(page, 'Step that follows', 'score');
        await fault(page, /^error: .*'score'/);
        // The fault leads to its field.
        const [first = ''] = await faultsOf(page);
        await page.click('button', first);
        await page.click('button', /^Undo/);
        await page.click('button', /^Undo/);
        await noErrors(page);
        await asks(page, /recommend Acme Cloud/);
      }),
  },
  {
    name: 'the preview is the survey itself, and walks as one likes',
    run: (page) =>
      onStudio(page, async () => {
        await page.click('radio', /^10/);
        await page.click('button', 'Continue');
        await asks(page, /love most/);
        await page.click('button', 'detractor');
        await asks(page, /You chose 3/);
        await asks(page, /Thank you/);
        await page.click('button', 'One step back');
        await asks(page, /You chose 3/);
      }),
  },
  {
    name: 'what is written in the form is in the preview at once',
    run: (page) =>
      onStudio(page, async () => {
        await page.click('button', /^How likely/);
        await page.focus('textbox', 'Text');
        await page.press('End');
        await page.type('textbox', 'Text', ' Truly?');
        await asks(page, /Truly\?/);
        await page.click('button', /^Undo/);
        await asks(page, /colleague\?$/);
      }),
  },
  {
    name: 'text that is no JSON is named with its place, and nothing is lost',
    run: (page) =>
      onStudio(page, async () => {
        await page.click('tab', 'Code');
        await page.focus('textbox', 'The survey as JSON');
        await page.press('x');
        await fault(page, /^error: .* line \d+$/);
        assert.match(await question(page), /How likely/);
        await page.click('tab', 'Outline');
        await says(page, /cannot be read at the moment/);
        assert.equal((await page.get('button', /^How likely/)).disabled, true);
        await page.click('button', /^Undo/);
        await noErrors(page);
        assert.equal((await page.get('button', /^How likely/)).disabled, false);
      }),
  },
  {
    name: 'a draft outlives the page, with its name',
    run: (page) =>
      onStudio(page, async (server) => {
        await importSurvey(page, small('Would you tell a friend?'));
        await asks(page, /tell a friend/);
        await page.click('button', /^Would you/);
        await page.type('textbox', 'Text', '!!');
        await asks(page, /!!/);
        const text = await question(page);
        await says(page, /^Kept on this device$/);
        await openStudio(page, server);
        await asks(page, /!!/);
        assert.equal(await question(page), text);
        assert.equal(await draftName(page), 'small');
      }),
  },
  {
    name: 'a draft outlives a crash of the tab',
    // The other drivers cannot end a tab without telling it.
    engines: ['chromium'],
    run: (page) =>
      onStudio(page, async (server) => {
        await importSurvey(page, small('Would you tell a friend?'));
        await page.click('button', /^Would you/);
        await page.type('textbox', 'Text', ' Or a foe?');
        await says(page, /^Kept on this device$/);
        await page.crash();
        await page.resize(1200, 800);
        await openStudio(page, server);
        await asks(page, /^Would you tell a friend\? Or a foe\?$/);
        assert.equal(await draftName(page), 'small');
      }),
  },
  {
    name: 'drafts are renamed, duplicated, deleted and brought back',
    run: (page) =>
      onStudio(page, async () => {
        await importSurvey(page, small('First'));
        await importSurvey(page, small('Second'));
        await asks(page, /Second/);
        const drafts = async () =>
          (await page.all('textbox', 'Name of the draft')).map((d) => d.value);
        const count = (n: number) =>
          page.until(
            async () => (await drafts()).length === n,
            `there are not ${n} drafts`,
          );
        await page.click('button', /^Drafts: /);
        await count(2);
        await page.evaluate(() =>
          document
            .querySelectorAll<HTMLElement>('[aria-label^=Duplicate]')[0]
            ?.click(),
        );
        await count(3);
        assert.ok((await drafts()).includes('small (copy)'));
        await page.click('button', 'Delete small (copy)');
        await count(2);
        await page.evaluate(() =>
          [...document.querySelectorAll<HTMLElement>('.toast button')]
            .find((one) => one.textContent === 'Undo')
            ?.click(),
        );
        await count(3);
        await page.press('Escape');
        await page.gone('dialog');
        await asks(page, /Second/);
      }),
  },
  {
    name: 'a link carries the survey to a profile with nothing in it',
    run: (page) =>
      onStudio(page, async () => {
        const text = small('Grüße 👋 aus dem Link?');
        await importSurvey(page, text);
        await page.click('button', 'Share');
        await page.get('group', 'Link to this survey');
        const link = await page.evaluate(
          () => document.querySelector('dialog code')?.textContent ?? '',
        );
        const { hash } = new URL(link);
        assert.equal(await unpack(hash), text);
        const other = await serveSite();
        try {
          await openStudio(page, other, hash);
          await asks(page, /^Grüße 👋 aus dem Link\?$/);
          assert.equal(await page.evaluate(() => location.hash), '');
          // Loading it again is going on with the draft.
          await openStudio(page, other);
          await asks(page, /^Grüße/);
        } finally {
          await other.close();
        }
      }),
  },
  {
    name: 'a broken link says what is wrong and loses nothing',
    run: (page) =>
      onStudio(page, async (server) => {
        await importSurvey(page, small('Kept?'));
        await says(page, /^Kept on this device$/);
        const whole = await pack(small('Never seen'));
        for (const broken of [
          whole.slice(0, -9),
          `${whole}!`,
          '#survey=',
          '#survey=AAAA',
        ]) {
          // Another page in between: else only the fragment would change.
          await page.open(`${server.origin}/embed.html`);
          await openStudio(page, server, broken);
          await says(page, /survey in this link cannot be read/);
          await asks(page, /^Kept\?$/);
        }
      }),
  },
  {
    name: 'the code to embed makes a page that asks',
    run: (page) =>
      onStudio(page, async () => {
        await openTemplate(page, /^Software customers/);
        await asks(page, /recommend Acme Cloud/);
        await page.click('button', 'Embed');
        const code = await page.evaluate(
          () => document.querySelector('dialog code')?.textContent ?? '',
        );
        assert.match(code, /<looplet-survey src="\/surveys\/saas-relationship/);
        const folder = mkdtempSync(join(tmpdir(), 'looplet-embed-'));
        mkdirSync(join(folder, 'surveys'));
        for (const file of [
          'looplet-survey.js',
          'surveys/saas-relationship.json',
        ]) {
          cpSync(join(siteFolder, file), join(folder, file));
        }
        writeFileSync(
          join(folder, 'index.html'),
          `<!doctype html><html lang="en"><title>A shop</title>${code}`,
        );
        const shop = await serveStatic([folder], strictPolicy());
        try {
          await page.open(`${shop.origin}/`);
          await page.click('radio', '3');
          await page.click('button', 'Continue');
          await asks(page, /What got in your way/);
        } finally {
          await shop.close();
          rmSync(folder, { recursive: true });
        }
      }),
  },
  {
    name: 'steps are moved, duplicated and deleted by keys',
    engines: ['chromium'],
    run: (page) =>
      onStudio(page, async () => {
        const steps = async () =>
          page.evaluate(() =>
            [...document.querySelectorAll('.step-id')]
              .slice(1)
              .map((node) => node.textContent),
          );
        const before = await steps();
        assert.deepEqual(before, [
          'score',
          'went-wrong',
          'make-it-ten',
          'loved',
          'thanks',
        ]);
        await page.focus('button', /^What would make it/);
        await page.press('Alt+ArrowDown');
        assert.deepEqual((await steps()).slice(2, 4), ['loved', 'make-it-ten']);
        assert.equal(
          (await page.get('button', /^What would make it/)).focused,
          true,
        );
        await page.press('Delete');
        assert.equal((await steps()).length, 4);
        await noErrors(page);
        await page.press('Control+z');
        await page.press('Control+z');
        assert.deepEqual(await steps(), before);
      }),
  },
  {
    name: 'the sheet of shortcuts opens by ? and closes by Escape',
    run: (page) =>
      onStudio(page, async () => {
        await page.focus('button', /^How likely/);
        await page.press('?');
        await page.get('dialog', 'Keyboard shortcuts');
        await page.press('Escape');
        await page.gone('dialog');
        assert.equal((await page.get('button', /^How likely/)).focused, true);
      }),
  },
  {
    name: 'a saved revision is one that later changes are compared with',
    run: (page) =>
      onStudio(page, async () => {
        await importSurvey(page, small('Before'));
        await page.click('button', 'Save revision');
        await says(page, /Saved as revision 1/);
        await page.click('button', /^Before/);
        await page.type('textbox', 'Text', ' and after');
        await page.click('button', 'Save revision');
        await says(page, /Saved as revision 2/);
        await fileMenu(page, 'Export as JSON');
      }),
  },
];
