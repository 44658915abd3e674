// Firefox ESR by puppeteer-core over WebDriver BiDi: no geckodriver, and
// Playwright's own Firefox protocol does not fit the released browser.

import puppeteer, { type Browser, type KeyInput } from 'puppeteer-core';
import type { Driver } from '../page.ts';

export async function launch(): Promise<{
  page(): Promise<Driver>;
  close(): Promise<void>;
}> {
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: '/usr/bin/firefox-esr',
    headless: true,
    extraPrefsFirefox: {
      // Nothing of its own on the network while tests run.
      'app.update.enabled': false,
      'browser.safebrowsing.update.enabled': false,
      'datareporting.policy.dataSubmissionEnabled': false,
      'network.captive-portal-service.enabled': false,
      'network.connectivity-service.enabled': false,
    },
  });
  return { page: () => page(browser), close: () => browser.close() };
}

async function page(browser: Browser): Promise<Driver> {
  const context = await browser.createBrowserContext();
  const tab = await context.newPage();
  await tab.setViewport({ width: 900, height: 700 });
  const complaints: string[] = [];
  tab.on('pageerror', (error) => complaints.push(String(error)));
  tab.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  return {
    open: async (url) => {
      await tab.goto(url, { waitUntil: 'load' });
    },
    resize: (width, height) => tab.setViewport({ width, height }),
    run: (source, args) =>
      tab.evaluate(`(${source})(...${JSON.stringify(args)})`),
    clickAt: (x, y) => tab.mouse.click(x, y),
    write: (text) => tab.keyboard.type(text),
    press: async (key) => {
      // A plus after the first character joins keys; "+" alone is a key.
      const [last = '', ...held] = key.split(/(?<=.)\+/).reverse();
      // WebDriver has no key named Space.
      const name = (last === 'Space' ? ' ' : last) as KeyInput;
      for (const one of held) await tab.keyboard.down(one as KeyInput);
      await tab.keyboard.press(name);
      for (const one of held) await tab.keyboard.up(one as KeyInput);
    },
    screenshot: async () => Buffer.from(await tab.screenshot()),
    complaints: () => complaints,
    close: () => context.close(),
  };
}
