// The whole path of a team through the Studio, and the same without a network.

import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '../page.ts';
import { serveStatic, strictPolicy } from '../static_server.ts';
import type { Case } from '../suite.ts';
import {
  asks,
  choose,
  fault,
  importSurvey,
  noErrors,
  onStudio,
  openStudio,
  openTab,
  openTemplate,
  paste,
  says,
  serveSite,
  siteFolder,
} from './studio_page.ts';

/** What is in the box of a dialog, once it has been copied. */
async function copied(page: Page): Promise<string> {
  await page.click('button', 'Copy');
  // Without a clipboard it is selected, to be copied by key.
  await page.get('button', /^(Copied|Press Ctrl\+C)$/);
  const text = await page.evaluate(
    () => document.querySelector('dialog code')?.textContent ?? '',
  );
  await page.press('Escape');
  await page.gone('dialog');
  return text;
}

/** Simulates and waits for the report. */
async function simulate(page: Page, words: RegExp): Promise<void> {
  await openTab(page, 'Simulation');
  await page.click('button', 'Simulate');
  await page.until(
    async () => words.test((await page.get('tabpanel', 'Simulation')).text),
    `the simulation does not say ${words}`,
  );
  await says(page, /^Done in/);
}

export const studioPath: Case[] = [
  {
    name: 'a template is broken, mended, simulated, shared and run in a page',
    run: (page) =>
      onStudio(page, async () => {
        await openTemplate(page, /^Software customers/);
        await asks(page, /recommend Acme Cloud/);
        await noErrors(page);

        // Broken: who comes to this step was never asked the other.
        await page.click('button', /^What would that let you do/);
        const words = 'What would that let you do that you cannot do today?';
        await paste(page, 'Text', `${words} Your words: {best-job}`);
        await fault(page, /^error: 'best-job' may not have been answered/);
        const witness = await page.evaluate(
          () =>
            document.querySelector('.fault-row.error .witness')?.textContent ??
            '',
        );
        assert.match(
          witness,
          /score [78]\b.*make-it-ten-more.*\{best-job\} is empty/,
        );
        await page.click('button', /^Replay: 'best-job' may not/);
        await asks(page, /cannot do today\? Your words:$/);

        // Mended by a fallback.
        await paste(page, 'Text', `${words} Your words: {best-job|none yet}`);
        await noErrors(page);
        await asks(page, /Your words: none yet$/);

        await simulate(page, /of 100,000/);

        // Shared: a profile that knows nothing has the same.
        await page.click('button', 'Share');
        await page.get('group', 'Link to this survey');
        const { hash } = new URL(await copied(page));
        const other = await serveSite();
        try {
          await openStudio(page, other, hash);
          await asks(page, /recommend Acme Cloud/);
          await noErrors(page);
          await page.click('button', 'passive');
          await page.click('button', 'One step on');
          await page.click('button', 'One step on');
          await asks(page, /Your words: none yet$/);

          // Embedded: the code alone makes a page that asks, as mended.
          await page.click('button', 'Embed');
          await choose(page, 'The survey', 'inside');
          const code = await copied(page);
          await runEmbedded(page, code);
        } finally {
          await other.close();
        }
      }),
  },
  {
    name: 'with the network cut after loading, everything goes on',
    run: (page) =>
      onStudio(page, async (server) => {
        await importSurvey(page, small);
        await asks(page, /^Alone\?$/);
        // The last thing that is fetched while nothing else is to do.
        await page.until(
          () => fetchedAll(server.requests),
          'what is needed later was not fetched',
        );
        const asked = new Set(server.requests);
        await server.close();

        await page.click('tab', 'Code');
        await page.get('textbox', 'The survey as JSON');
        // The editor itself, not the field that stands in for it.
        assert.equal(
          await page.evaluate(() => document.querySelector('.plain-code')),
          null,
        );
        await openTab(page, 'Languages');
        await page.get('button', /^en source/);
        await openTab(page, 'Changes');
        await simulate(page, /of 100,000/);
        await page.click('radio', '9');
        await page.click('button', /Continue|Send/);
        await asks(page, /^Thank you/);
        await openTemplate(page, /^Software customers/);
        await asks(page, /recommend Acme Cloud/);
        await page.click('button', 'Share');
        await page.get('group', 'Link to this survey');
        assert.match(await copied(page), /#survey=[\w-]{1000}/);
        await says(page, /^Kept on this device$/);
        for (const path of asked) {
          assert.match(path, /^\/(studio\/|surveys\/|fonts\/|looplet-|icon)/);
        }
      }),
  },
];

const small = JSON.stringify({
  format: 1,
  id: 'small',
  revision: 1,
  locale: 'en',
  subject: 'Acme',
  steps: [
    { id: 'score', type: 'nps', text: 'Alone?', low: 'No', high: 'Yes' },
    { id: 'end', type: 'end', text: 'Thank you.' },
  ],
});

/** Whether every survey of the catalogue has been asked for. */
const fetchedAll = (requests: readonly string[]): boolean =>
  new Set(requests.filter((path) => path.startsWith('/surveys/'))).size === 35;

/** The code in a page of its own, on a server of its own. */
async function runEmbedded(page: Page, code: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'looplet-embed-'));
  cpSync(
    join(siteFolder, 'looplet-survey.js'),
    join(folder, 'looplet-survey.js'),
  );
  writeFileSync(
    join(folder, 'index.html'),
    `<!doctype html><html lang="en"><title>A shop</title>${code}`,
  );
  const shop = await serveStatic([folder], strictPolicy());
  try {
    await page.open(`${shop.origin}/`);
    await page.click('radio', '8');
    await page.click('button', 'Continue');
    await asks(page, /What is missing to make this a 9 or 10/);
    await page.click('checkbox', 'A feature we need');
    await page.click('button', 'Continue');
    await asks(page, /cannot do today\? Your words: none yet$/);
  } finally {
    await shop.close();
    rmSync(folder, { recursive: true });
  }
}
