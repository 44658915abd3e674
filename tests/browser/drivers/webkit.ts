// WebKitGTK's MiniBrowser by WebDriver: Safari's engine, not Safari. It needs
// a display and gets one of its own.

import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { Builder, Capabilities, Key, type WebDriver } from 'selenium-webdriver';
import type { Driver } from '../page.ts';
import { answering, ended, freePort } from '../processes.ts';

const miniBrowser = [
  '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser',
  '/usr/lib/aarch64-linux-gnu/webkit2gtk-4.1/MiniBrowser',
].find((path) => existsSync(path));

export async function launch(): Promise<{
  page(): Promise<Driver>;
  close(): Promise<void>;
}> {
  const display = await startDisplay();
  const port = await freePort();
  const driver = spawn(
    '/usr/bin/WebKitWebDriver',
    [`--port=${port}`, '--host=127.0.0.1'],
    {
      // The two switches that are often advised (no DMABUF, no compositing)
      // make screenshots hang.
      env: { ...process.env, DISPLAY: display.name },
      stdio: 'ignore',
    },
  );
  const server = `http://127.0.0.1:${port}`;
  await answering(`${server}/status`);
  return {
    page: () => page(server),
    close: async () => {
      await ended(driver);
      await ended(display.process);
    },
  };
}

async function page(server: string): Promise<Driver> {
  // Each session starts from an empty profile. One at a time is all there is.
  const session = await new Builder()
    .usingServer(server)
    .withCapabilities(
      new Capabilities({
        browserName: 'MiniBrowser',
        'webkitgtk:browserOptions': {
          binary: miniBrowser,
          args: ['--automation'],
        },
      }),
    )
    .build();
  const run = (source: string, args: unknown[]) =>
    session.executeScript(
      `return (${source})(...${JSON.stringify(args)});`,
    ) as Promise<unknown>;
  const inner = () =>
    run('() => ({ width: innerWidth, height: innerHeight })', []) as Promise<{
      width: number;
      height: number;
    }>;
  const resize = async (width: number, height: number) => {
    let now = await inner();
    const fits = () => now.width === width && now.height === height;
    // The window is larger than the page by the browser's own bars. It grows
    // when its manager gets to it, and the bars may come after it.
    for (let asked = 0; asked < 5 && !fits(); asked++) {
      const outer = await session.manage().window().getRect();
      await session
        .manage()
        .window()
        .setRect({
          x: 0,
          y: 0,
          width: outer.width + width - now.width,
          height: outer.height + height - now.height,
        });
      for (let looks = 0; looks < 20 && !fits(); looks++) {
        if (looks > 0) await new Promise((done) => setTimeout(done, 50));
        now = await inner();
      }
    }
    if (!fits()) {
      throw new Error(
        `WebKit's window is ${now.width} x ${now.height}, not ${width} x ${height}: its bars need about 450 px.`,
      );
    }
  };
  try {
    await resize(900, 700);
  } catch (error) {
    // Only one session may be open: the next page needs this one's place.
    await session.quit();
    throw error;
  }
  return {
    open: (url) => session.get(url),
    resize,
    run,
    clickAt: (x, y) =>
      session
        .actions({ async: true })
        .move({ x: Math.round(x), y: Math.round(y) })
        .click()
        .perform(),
    write: (text) => session.actions().sendKeys(text).perform(),
    press: (key) => press(session, key),
    screenshot: () => steadyScreenshot(session),
    complaints: () => [],
    close: () => session.quit(),
  };
}

const keys: Record<string, string> = {
  ArrowDown: Key.ARROW_DOWN,
  ArrowLeft: Key.ARROW_LEFT,
  ArrowRight: Key.ARROW_RIGHT,
  ArrowUp: Key.ARROW_UP,
  Backspace: Key.BACK_SPACE,
  Delete: Key.DELETE,
  End: Key.END,
  Enter: Key.ENTER,
  Escape: Key.ESCAPE,
  Home: Key.HOME,
  PageDown: Key.PAGE_DOWN,
  PageUp: Key.PAGE_UP,
  Space: ' ',
  Tab: Key.TAB,
  Alt: Key.ALT,
  Control: Key.CONTROL,
  Shift: Key.SHIFT,
};

async function press(session: WebDriver, key: string): Promise<void> {
  const names = key.split(/(?<=.)\+/).map((name) => keys[name] ?? name);
  const last = names.pop() ?? '';
  let actions = session.actions();
  for (const held of names) actions = actions.keyDown(held);
  actions = actions.sendKeys(last);
  for (const held of names) actions = actions.keyUp(held);
  await actions.perform();
}

/** The first picture may be blank: two equal ones are a picture. */
async function steadyScreenshot(session: WebDriver): Promise<Buffer> {
  let before = '';
  for (let i = 0; i < 10; i++) {
    const now = await session.takeScreenshot();
    if (now === before) break;
    before = now;
  }
  return Buffer.from(before, 'base64');
}

/** An X server on a number of its own choosing. */
async function startDisplay(): Promise<{
  name: string;
  process: ChildProcess;
}> {
  const server = spawn(
    'Xvfb',
    ['-displayfd', '3', '-screen', '0', '1400x1200x24', '-nolisten', 'tcp'],
    { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] },
  );
  const number = await new Promise<string>((resolve, reject) => {
    server.stdio[3]?.once('data', (data) => resolve(String(data).trim()));
    server.once('error', reject);
    server.once('exit', (code) =>
      reject(new Error(`Xvfb ended with exit code ${code}`)),
    );
  });
  return { name: `:${number}`, process: server };
}
