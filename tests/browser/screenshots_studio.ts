// Every view of the Studio, for its pictures.

import { surveyJs } from './cases/studio_import.ts';
import {
  asks,
  choose,
  fileMenu,
  importSurvey,
  openTab,
  openTemplate,
  paste,
  says,
} from './cases/studio_page.ts';
import { bilingual, picky } from './cases/studio_panels.ts';
import type { Page } from './page.ts';

/** Below 900 px one pane is seen at a time. */
async function pane(page: Page, name: 'Edit' | 'Flow' | 'Preview') {
  // Its name may come to tell how many faults there are.
  const called = new RegExp(`^${name}\\b`);
  const [tab] = await page.all('button', called);
  if (tab && tab.box.width > 0) await page.click('button', called);
}

const template = async (page: Page): Promise<void> => {
  await openTemplate(page, /^Software customers/);
  await asks(page, /recommend Acme Cloud/);
};

const broken = async (page: Page): Promise<void> => {
  await importSurvey(page, picky);
  await asks(page, /^Score/);
};

const dialog =
  (item: string) =>
  async (page: Page): Promise<void> => {
    await fileMenu(page, item);
    await page.get('dialog');
  };

const button =
  (name: string) =>
  async (page: Page): Promise<void> => {
    await template(page);
    await page.click('button', name);
    await page.get('dialog');
  };

const views: {
  readonly [name: string]: (page: Page) => Promise<void>;
} = {
  empty: async () => {},
  outline: async (page) => {
    await template(page);
    await page.click('button', /^What got in your way/);
  },
  rules: async (page) => {
    await template(page);
    await page.click('button', /^How likely/);
  },
  settings: async (page) => {
    await template(page);
    await page.click('button', /Survey, languages, traits/);
  },
  code: async (page) => {
    await template(page);
    await pane(page, 'Edit');
    await openTab(page, 'Code');
  },
  'code-fault': async (page) => {
    await broken(page);
    await pane(page, 'Edit');
    await openTab(page, 'Code');
    await page.focus('textbox', 'The survey as JSON');
    await page.press('x');
  },
  graph: async (page) => {
    await template(page);
    await pane(page, 'Flow');
  },
  faults: async (page) => {
    await broken(page);
    await pane(page, 'Flow');
  },
  replay: async (page) => {
    await broken(page);
    await pane(page, 'Flow');
    await page.click('button', /^Replay: 'why' may not/);
    await asks(page, /^Danke:$/);
  },
  preview: async (page) => {
    await template(page);
    await pane(page, 'Preview');
    await page.click('button', 'detractor');
    await asks(page, /What got in your way/);
  },
  simulation: async (page) => {
    await template(page);
    await pane(page, 'Flow');
    await openTab(page, 'Simulation');
    await page.click('button', 'Simulate');
    await says(page, /^Done in/);
  },
  changes: async (page) => {
    await importSurvey(page, bilingual);
    await page.click('button', 'Save revision');
    await pane(page, 'Edit');
    await page.click('button', /^And why/);
    await paste(page, 'Text', 'And why is that? Please tell');
    await choose(page, 'Next', 'one');
    await pane(page, 'Flow');
    await openTab(page, 'Changes');
  },
  'changes-none': async (page) => {
    await pane(page, 'Flow');
    await openTab(page, 'Changes');
  },
  languages: async (page) => {
    await importSurvey(page, bilingual);
    await pane(page, 'Flow');
    await openTab(page, 'Languages');
  },
  templates: dialog('Start from a template'),
  import: dialog('Import'),
  'import-notes': async (page) => {
    await fileMenu(page, 'Import');
    await paste(page, 'The survey as JSON', surveyJs);
    await page.click('button', 'Import this');
    await page.get('dialog', 'A survey from SurveyJS');
  },
  drafts: dialog('Drafts on this device'),
  keys: dialog('Keyboard shortcuts'),
  share: button('Share'),
  embed: button('Embed'),
  restored: async (page) => {
    await template(page);
    // Without a word, as after a crash.
    await page.open(await page.evaluate(() => location.href));
    await asks(page, /recommend Acme Cloud/);
  },
};

export const studioStates = Object.fromEntries(
  Object.entries(views).map(([name, reach]) => [
    `studio-${name}`,
    { path: '/studio/', reach },
  ]),
);
