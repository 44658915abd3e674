// What is behind the tabs of the flow, and faults that are seen to happen.

import assert from 'node:assert/strict';
import type { Page } from '../page.ts';
import type { Case } from '../suite.ts';
import {
  asks,
  choose,
  fileMenu,
  importSurvey,
  onStudio,
  openStudio,
  openTab,
  says,
  serveSite,
} from './studio_page.ts';

/** Only somebody who reads German on the free plan meets the hole. */
export const picky = JSON.stringify({
  format: 1,
  id: 'picky',
  revision: 1,
  locale: 'en',
  subject: 'Acme',
  traits: [{ name: 'plan', values: ['free', 'pro'] }],
  steps: [
    {
      id: 'score',
      type: 'nps',
      text: { en: 'Score?', de: 'Note?' },
      low: { en: 'No', de: 'Nein' },
      high: { en: 'Yes', de: 'Ja' },
      next: [
        {
          when: { all: [{ trait: 'plan', is: 'free' }, { locale: 'de' }] },
          to: 'thanks',
        },
        { to: 'why' },
      ],
    },
    { id: 'why', type: 'text', text: { en: 'Why?', de: 'Warum?' } },
    {
      id: 'thanks',
      type: 'end',
      text: { en: 'Bye: {why}', de: 'Danke: {why}' },
    },
  ],
});

/** One text is only there in English. */
export const bilingual = JSON.stringify({
  format: 1,
  id: 'bilingual',
  revision: 1,
  locale: 'en',
  subject: 'Acme',
  steps: [
    {
      id: 'score',
      type: 'nps',
      text: { en: 'Score?', de: 'Note?' },
      low: { en: 'No', de: 'Nein' },
      high: { en: 'Yes', de: 'Ja' },
    },
    { id: 'why', type: 'text', text: { en: 'And why?' } },
    { id: 'end', type: 'end', text: { en: 'Bye', de: 'Danke' } },
  ],
});

const panelText = async (page: Page, name: string): Promise<string> =>
  (await page.get('tabpanel', name)).text;

const panelSays = (page: Page, name: string, words: RegExp): Promise<void> =>
  page.until(
    async () => words.test(await panelText(page, name)),
    `${name} does not say ${words}`,
  );

/** Keeps what the progress bar shows while a simulation runs. */
const watchProgress = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const seen: number[] = [];
    Object.assign(globalThis, { seenProgress: seen });
    const bar = document.querySelector('progress');
    if (!bar) throw new Error('there is no progress bar');
    new MutationObserver(() => {
      if (!bar.hidden && bar.checkVisibility()) seen.push(bar.value);
    }).observe(bar, { attributes: true });
  });

const seenProgress = (page: Page): Promise<number[]> =>
  page.evaluate(
    () => (globalThis as unknown as { seenProgress: number[] }).seenProgress,
  );

export const studioPanels: Case[] = [
  {
    name: 'a witness is replayed in the language and with the traits it names',
    run: (page) =>
      onStudio(page, async () => {
        await importSurvey(page, picky);
        await asks(page, /^Score\?$/);
        await page.click('button', /^Replay: 'why' may not have been answered/);
        await asks(page, /^Danke:$/);
        await says(page, /language German, plan “free”/);
        const set = await page.evaluate(() => [
          document.querySelector('.preview-set')?.textContent,
          document.querySelector<HTMLSelectElement>(
            '[aria-label="Language of the preview"]',
          )?.value,
          document.querySelector<HTMLSelectElement>('.traits select')?.value,
        ]);
        assert.deepEqual(set, [
          'Set for this replay: language German, plan “free”.',
          'de',
          'free',
        ]);
        // Another walk has nothing set for it, and says nothing of it.
        await choose(page, 'Language of the preview', 'en');
        await page.click('button', 'Start again');
        await asks(page, /^Score\?$/);
        assert.equal(
          await page.evaluate(
            () => document.querySelector<HTMLElement>('.preview-set')?.hidden,
          ),
          true,
        );
      }),
  },
  {
    name: 'a million respondents are simulated in sight, with bars and tables',
    run: (page) =>
      onStudio(page, async () => {
        await importSurvey(page, bilingual);
        await openTab(page, 'Simulation');
        await choose(page, 'Respondents', '1000000');
        await watchProgress(page);
        await page.click('button', 'Simulate');
        await panelSays(page, 'Simulation', /of 1,000,000/);
        await says(page, /^Done in [\d.]+ s\.$/);
        const seen = await seenProgress(page);
        assert.ok(
          seen.some((value) => value > 0 && value < 1),
          `no progress between none and all: ${seen}`,
        );
        const drawn = await page.evaluate(() =>
          [...document.querySelectorAll('.simulation-card')].map((card) => ({
            title: card.querySelector('strong')?.textContent,
            bars: card.querySelectorAll('svg rect').length,
            rows: card.querySelectorAll('tbody tr').length,
          })),
        );
        assert.deepEqual(
          drawn.map(({ title }) => title),
          [
            'Who sees each step',
            'Where they leave',
            'Most frequent paths',
            'Questions asked',
          ],
        );
        for (const { title, bars, rows } of drawn) {
          assert.ok(bars > 0, `${title} has no bars`);
          assert.ok(rows > 0, `${title} has no table`);
        }
        // Everybody is asked for the score: the table says what the bar shows.
        const first = await page.evaluate(() =>
          [
            ...(document.querySelector('.simulation-card tbody tr')?.children ??
              []),
          ]
            .slice(0, 3)
            .map((cell) => cell.textContent),
        );
        assert.deepEqual(first, ['score', '1,000,000', '100 %']);
      }),
  },
  {
    name: 'a simulation is cancelled, and another one runs',
    run: (page) =>
      onStudio(page, async () => {
        await importSurvey(page, bilingual);
        await openTab(page, 'Simulation');
        await choose(page, 'Respondents', '10000000');
        await page.click('button', 'Simulate');
        await page.click('button', 'Cancel');
        await says(page, /^Cancelled\.$/);
        await choose(page, 'Respondents', '1000');
        await page.click('button', 'Simulate');
        await panelSays(page, 'Simulation', /of 1,000\b/);
        await says(page, /^Done in/);
      }),
  },
  {
    name: 'changes since the saved revision are told in words and shown in the text',
    run: (page) =>
      onStudio(page, async () => {
        await importSurvey(page, bilingual);
        await openTab(page, 'Changes');
        await panelSays(page, 'Changes', /Nothing has been saved yet/);
        await page.click('button', 'Save revision');
        await panelSays(page, 'Changes', /No change/);
        await page.click('button', /^And why/);
        await page.type('textbox', 'Text', ' Please tell');
        await panelSays(page, 'Changes', /1 change in 1 step/);
        const words = await page.evaluate(() =>
          [...document.querySelectorAll('.diff ins')].map(
            (node) => node.textContent,
          ),
        );
        assert.match(words.join(' '), /Please tell/);
        await panelSays(page, 'Changes', /can be counted together/);
      }),
  },
  {
    name: 'a missing text is found, written in its language, and then there',
    run: (page) =>
      onStudio(page, async () => {
        await importSurvey(page, bilingual);
        await openTab(page, 'Languages');
        await page.get('button', /^de 1 missing/);
        await choose(page, 'Which texts', 'missing');
        // By keys: from the source's cell to the one beside it.
        await page.evaluate(() =>
          document
            .querySelector<HTMLElement>('[role=grid] [tabindex="0"]')
            ?.focus(),
        );
        await page.press('ArrowRight');
        assert.equal(
          await page.evaluate(() => document.activeElement?.textContent),
          'missing',
        );
        await page.press('Enter');
        await page.type('textbox', /German/, 'Und warum?');
        await page.press('Enter');
        await page.get('button', /^de complete/);
        await choose(page, 'Language of the texts', 'de');
        await page.get('button', /^Und warum\?/);
        await page.click('button', /^Undo/);
        await page.get('button', /^de 1 missing/);
      }),
  },
  {
    name: 'a template that cannot be had is said so, and nothing is lost',
    async run(page) {
      const server = await serveSite([], /^\/surveys\//);
      try {
        await page.resize(1200, 800);
        await openStudio(page, server);
        await fileMenu(page, 'Start from a template');
        await page.click('button', /^Software, relationship/);
        await says(page, /is not on this device yet/);
        await asks(page, /^How likely/);
      } finally {
        await server.close();
      }
    },
  },
];
