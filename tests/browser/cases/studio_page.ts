// The Studio as built, served under the policy that the collector sets.

import assert from 'node:assert/strict';
import { join } from 'node:path';
import type { Page } from '../page.ts';
import { type Static, serveStatic } from '../static_server.ts';

const root = process.env['LOOPLET_ROOT'] ?? process.cwd();
export const siteFolder = join(root, 'build/site');

/** As examples/collector/static_files.cpp sets it. */
export const pagePolicy = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "require-trusted-types-for 'script'",
  'trusted-types looplet',
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** Another server is another origin: a profile with nothing in it. */
export const serveSite = (
  folders: string[] = [],
  without?: RegExp,
): Promise<Static> =>
  serveStatic([siteFolder, ...folders], pagePolicy, without);

/** A page of the site under its policy, about which nothing may complain. */
export async function onSite(
  page: Page,
  height: number,
  open: (page: Page, server: Static) => Promise<void>,
  body: (server: Static) => Promise<void>,
): Promise<void> {
  const server = await serveSite();
  try {
    await page.resize(1200, height);
    await open(page, server);
    await body(server);
    const policy = (line: string) =>
      /Content.Security.Policy|TrustedHTML|TrustedScript/i.test(line);
    assert.deepEqual(page.complaints().filter(policy), []);
  } finally {
    await server.close();
  }
}

export const onStudio = (
  page: Page,
  body: (server: Static) => Promise<void>,
): Promise<void> => onSite(page, 800, openStudio, body);

export async function openStudio(
  page: Page,
  server: Static,
  fragment = '',
): Promise<void> {
  await page.open(`${server.origin}/studio/${fragment}`);
  await page.get('list', 'Steps');
  await asks(page, /./);
}

/** Waits until the preview shows a question or an end like this. */
export const asks = async (page: Page, words: RegExp): Promise<void> =>
  page.until(
    async () => words.test(await question(page)),
    `the preview does not show ${words}`,
  );

export const question = (page: Page): Promise<string> =>
  page.evaluate(
    () =>
      document
        .querySelector('looplet-survey')
        ?.shadowRoot?.querySelector('h2')
        ?.textContent?.trim() ?? '',
  );

/** The sentences of the faults' strip. */
export const faultsOf = async (page: Page): Promise<string[]> =>
  (await page.all('button', /^(error|warning): /)).map(({ name }) => name);

export const fault = (page: Page, words: RegExp): Promise<void> =>
  page.until(
    async () => (await faultsOf(page)).some((name) => words.test(name)),
    `no fault says ${words}`,
  );

/** Warnings may be there: a survey of two steps asks nobody why. */
export const noErrors = (page: Page): Promise<void> =>
  page.until(
    async () => !(await faultsOf(page)).some((name) => /^error/.test(name)),
    'there are errors',
  );

/** Something that is said for a moment, or stays. */
export const says = (page: Page, words: RegExp): Promise<void> =>
  page.until(
    async () => (await page.all('status')).some(({ text }) => words.test(text)),
    `nothing says ${words}`,
  );

export async function choose(
  page: Page,
  name: string | RegExp,
  value: string,
): Promise<void> {
  await page.focus('combobox', name);
  await page.evaluate((wanted) => {
    const menu = document.activeElement as HTMLSelectElement;
    menu.value = wanted;
    if (menu.value !== wanted) throw new Error(`there is no ${wanted}`);
    menu.dispatchEvent(new Event('change', { bubbles: true }));
  }, value);
}

/** Puts text into a field at once, as pasting does. */
export async function paste(
  page: Page,
  name: string,
  text: string,
): Promise<void> {
  await page.focus('textbox', name);
  await page.evaluate((value) => {
    const field = document.activeElement as HTMLTextAreaElement;
    field.value = value;
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  }, text);
}

export async function fileMenu(page: Page, item: string): Promise<void> {
  await page.click('button', 'File');
  await page.click('button', item);
}

/** Opens a view behind a tab and waits until its file is there. */
export async function openTab(page: Page, name: string): Promise<void> {
  await page.click('tab', name);
  await page.until(async () => {
    const [panel] = await page.all('tabpanel', name);
    return panel !== undefined && !/^Loading/.test(panel.text);
  }, `${name} is not shown`);
}

/** A survey from the Import dialog, as a draft of its own. */
export async function importSurvey(page: Page, text: string): Promise<void> {
  await fileMenu(page, 'Import');
  await paste(page, 'The survey as JSON', text);
  await page.click('button', 'Import this');
  await page.gone('dialog');
}

export async function openTemplate(page: Page, name: RegExp): Promise<void> {
  await fileMenu(page, 'Start from a template');
  await page.click('button', name);
  await page.gone('dialog');
}

/** What the draft that is open is called. */
export const draftName = async (page: Page): Promise<string> =>
  (await page.get('button', /^Drafts: /)).name.replace('Drafts: ', '');
