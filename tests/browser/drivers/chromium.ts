// Chromium by playwright-core; the browser is Debian's.

import { type Browser, chromium } from 'playwright-core';
import type { Driver } from '../page.ts';

export interface Look {
  width?: number;
  height?: number;
  colorScheme?: 'light' | 'dark';
  locale?: string;
  reducedMotion?: 'reduce' | 'no-preference';
  /** Pictures of the whole page, not of the window alone. */
  fullPage?: boolean;
}

export async function launch(): Promise<{
  page(look?: Look): Promise<Driver>;
  close(): Promise<void>;
}> {
  const browser = await chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: [
      '--no-sandbox', // Chromium as root has none
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
  return {
    page: (look) => page(browser, look),
    close: () => browser.close(),
  };
}

async function page(browser: Browser, look: Look = {}): Promise<Driver> {
  const { width = 900, height = 700, fullPage = false, ...media } = look;
  const context = await browser.newContext({
    viewport: { width, height },
    ...media,
  });
  const complaints: string[] = [];
  const newTab = async () => {
    const made = await context.newPage();
    made.on('pageerror', (error) => complaints.push(error.message));
    made.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
    return made;
  };
  let tab = await newTab();
  return {
    open: async (url) => {
      await tab.goto(url, { waitUntil: 'load' });
    },
    resize: (w, h) => tab.setViewportSize({ width: w, height: h }),
    run: (source, args) =>
      tab.evaluate(`(${source})(...${JSON.stringify(args)})`),
    clickAt: (x, y) => tab.mouse.click(x, y),
    write: (text) => tab.keyboard.type(text),
    press: (key) => tab.keyboard.press(key),
    screenshot: () => tab.screenshot({ animations: 'disabled', fullPage }),
    complaints: () => complaints,
    crash: async () => {
      const session = await context.newCDPSession(tab);
      const crashed = tab.waitForEvent('crash');
      session.send('Page.crash').catch(() => {});
      await crashed;
      tab = await newTab();
    },
    close: () => context.close(),
  };
}
