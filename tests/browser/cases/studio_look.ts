// Every view of the Studio under axe, and at the width of a small phone.

import assert from 'node:assert/strict';
import axe from 'axe-core';
import type { Page } from '../page.ts';
import type { Case } from '../suite.ts';
import { surveyJs } from './studio_import.ts';
import {
  asks,
  choose,
  fileMenu,
  importSurvey,
  onStudio,
  openTab,
  openTemplate,
  paste,
  says,
} from './studio_page.ts';
import { bilingual, picky } from './studio_panels.ts';

/** Everything axe finds, as lines; empty is good. */
async function faults(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    // A caret blinks for ever, and what is behind a dialog may stand still.
    const moving = document
      .getAnimations()
      .filter(({ playState }) => playState === 'running');
    for (const animation of moving) {
      const { endTime } = animation.effect?.getComputedTiming() ?? {};
      if (Number.isFinite(endTime)) animation.finish();
    }
    const { axe } = globalThis as unknown as {
      axe: typeof import('axe-core');
    };
    const { violations } = await axe.run(document, {
      runOnly: [
        ...['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
        'best-practice',
      ],
      // An experimental rule that reads the pieces a graph's node is drawn of
      // (wrapped, and cut to fit) as its label; its name has the whole text.
      rules: { 'label-content-name-mismatch': { enabled: false } },
    });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) =>
        [id, target.join(' '), failureSummary].join(': '),
      ),
    );
  });
}

async function withAxe(page: Page): Promise<void> {
  // biome-ignore lint/plugin: sent by the driver, where no policy binds
  const install = new Function(`${axe.source}; return true;`);
  await page.evaluate(install as () => boolean);
}

interface View {
  readonly name: string;
  readonly reach: (page: Page) => Promise<void>;
}

const closed = async (page: Page): Promise<void> => {
  await page.press('Escape');
  await page.gone('dialog');
};
const tab = (name: string) => (page: Page) => openTab(page, name);
const dialog = (item: string): View => ({
  name: item,
  reach: async (page) => {
    await fileMenu(page, item);
    await page.get('dialog');
  },
});

/** What is seen, one after the other. */
const views: readonly View[] = [
  { name: 'a new draft', reach: async () => {} },
  {
    name: 'a step with options',
    reach: async (page) => {
      await openTemplate(page, /^Software customers/);
      await asks(page, /recommend Acme Cloud/);
      await page.click('button', /^What got in your way/);
    },
  },
  {
    name: 'a step with a fault',
    reach: async (page) => {
      await choose(page, 'Next', 'one');
      await choose(page, 'Step that follows', 'score');
    },
  },
  {
    name: 'a step by rules',
    reach: async (page) => {
      await choose(page, 'Next', 'rules');
      await page.click('button', /^What got in your way/);
      await page.click('button', /^How likely/);
    },
  },
  {
    name: 'the settings',
    reach: (page) => page.click('button', /Survey, languages, traits/),
  },
  { name: 'the code', reach: tab('Code') },
  { name: 'the simulation', reach: tab('Simulation') },
  { name: 'the changes, none saved', reach: tab('Changes') },
  { name: 'the languages', reach: tab('Languages') },
  dialog('Start from a template'),
  dialog('Import'),
  dialog('Drafts on this device'),
  dialog('Keyboard shortcuts'),
  {
    name: 'Share',
    reach: async (page) => {
      await page.click('button', 'Share');
      await page.get('dialog');
    },
  },
  {
    name: 'Embed',
    reach: async (page) => {
      await page.click('button', 'Embed');
      await page.get('dialog');
    },
  },
  {
    name: 'a witness that is replayed',
    reach: async (page) => {
      await page.click('tab', 'Outline');
      await importSurvey(page, picky);
      await page.click('button', /^Replay: 'why' may not/);
      await asks(page, /^Danke:$/);
    },
  },
  {
    name: 'a simulation that is done, with a table',
    reach: async (page) => {
      await importSurvey(page, bilingual);
      await openTab(page, 'Simulation');
      await page.click('button', 'Simulate');
      await says(page, /^Done in/);
      await page.evaluate(() =>
        document
          .querySelector<HTMLElement>('.simulation-twin summary')
          ?.click(),
      );
    },
  },
  {
    name: 'changes since a saved revision',
    reach: async (page) => {
      await page.click('button', 'Save revision');
      await page.click('button', /^And why/);
      await page.type('textbox', 'Text', ' Please tell');
      await openTab(page, 'Changes');
      await page.get('heading', 'why');
    },
  },
  {
    name: 'languages with a text missing',
    reach: async (page) => {
      await openTab(page, 'Languages');
      await page.get('button', /^de 1 missing/);
    },
  },
  {
    name: 'what did not come along from another tool',
    reach: async (page) => {
      await fileMenu(page, 'Import');
      await paste(page, 'The survey as JSON', surveyJs);
      await page.click('button', 'Import this');
      await page.get('dialog', 'A survey from SurveyJS');
    },
  },
];

const axeCase = (scheme: 'Light' | 'Dark'): Case => ({
  name: `axe finds nothing in any view of the Studio, ${scheme.toLowerCase()}`,
  run: (page) =>
    onStudio(page, async () => {
      await page.evaluate((theme) => {
        document
          .querySelector<HTMLElement>(`.themes input[value=${theme}]`)
          ?.click();
      }, scheme.toLowerCase());
      await withAxe(page);
      const found: string[] = [];
      for (const { name, reach } of views) {
        await reach(page);
        for (const line of await faults(page)) found.push(`${name}: ${line}`);
        if ((await page.all('dialog')).length > 0) await closed(page);
      }
      assert.deepEqual(found, []);
    }),
});

export const studioLook: Case[] = [
  axeCase('Light'),
  axeCase('Dark'),
  {
    name: 'at 320 px the Studio shows one pane at a time, and nothing sticks out',
    run: (page) =>
      onStudio(page, async () => {
        // MiniBrowser's own bars keep it from being narrower.
        await page.resize(page.engine === 'webkit' ? 480 : 320, 640);
        const wide = () =>
          page.evaluate(
            () => document.documentElement.scrollWidth - innerWidth,
          );
        await openTemplate(page, /^Software customers/);
        await page.click('button', /^What got in your way/);
        assert.equal(await wide(), 0);
        await page.click('button', 'Preview');
        await page.click('radio', /^3$/);
        assert.equal(await wide(), 0);
        await page.click('button', /^Flow/);
        await page.get('tab', 'Simulation');
        assert.equal(await wide(), 0);
        // Nothing that is hidden from sight makes the page longer.
        await importSurvey(page, picky);
        await page.get('button', 'Flow, 4 faults');
        await page.click('button', /^Flow/);
        await page.get('button', /^Replay: 'why' may not/);
        assert.equal(
          await page.evaluate(
            () => document.documentElement.scrollHeight - innerHeight,
          ),
          0,
        );
        const small = (await page.all('button')).filter(
          ({ box }) => box.width > 0 && (box.height < 24 || box.width < 24),
        );
        assert.deepEqual(
          small.map(({ name, box }) => `${name} ${box.width} x ${box.height}`),
          [],
        );
      }),
  },
];
