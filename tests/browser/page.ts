// One page in one browser, driven as a person would: by role and name, with a
// real pointer and real keys. The three engines differ only in `Driver`.

import assert from 'node:assert/strict';
import { type Found, find, type Query, type Reached } from './in_page.ts';

/** What an engine's own library has to do; a page does the rest. */
export interface Driver {
  open(url: string): Promise<void>;
  resize(width: number, height: number): Promise<void>;
  /** Runs `source`, the text of a function, with JSON arguments. */
  run(source: string, args: unknown[]): Promise<unknown>;
  clickAt(x: number, y: number): Promise<void>;
  /** Types text into what has the focus. */
  write(text: string): Promise<void>;
  /** One key by its DOM name, or with Shift: `Shift+Tab`. */
  press(key: string): Promise<void>;
  /** PNG of the viewport. */
  screenshot(): Promise<Buffer>;
  /** What the console and the policy complained about. Not in WebKit. */
  complaints(): string[];
  /** Ends the tab's process, as a crash does; a new tab of the profile. */
  crash?(): Promise<void>;
  close(): Promise<void>;
}

export type Name = string | RegExp;

/** How long anything may take to appear. Generous: machines differ. */
const patience = 15_000;

export class Page {
  readonly engine: string;
  readonly #driver: Driver;

  constructor(engine: string, driver: Driver) {
    this.engine = engine;
    this.#driver = driver;
  }

  open = (url: string) => soon(`opening ${url}`, this.#driver.open(url));
  resize = (width: number, height: number) =>
    soon('resizing', this.#driver.resize(width, height));
  press = (key: string) => soon(`pressing ${key}`, this.#driver.press(key));
  complaints = () => this.#driver.complaints();
  screenshot = () => soon('a screenshot', this.#driver.screenshot());
  crash = () =>
    soon(
      'a crash',
      this.#driver.crash?.() ?? Promise.reject(new Error('no crashes here')),
    );
  close = () => soon('closing', this.#driver.close());

  /** Runs a function in the page. It sees its arguments and nothing else. */
  async evaluate<Args extends unknown[], T>(
    body: (...args: Args) => T | Promise<T>,
    ...args: Args
  ): Promise<T> {
    const result = this.#driver.run(body.toString(), args);
    return (await soon('a function in the page', result)) as T;
  }

  /** All elements of this role and name, now. */
  all(role: string, name?: Name): Promise<Found[]> {
    return this.evaluate(find, query(role, name), 'list');
  }

  /** The one element of this role and name, as soon as there is exactly one. */
  async get(role: string, name?: Name): Promise<Found> {
    const found = await this.#one(role, name, 'list');
    return found;
  }

  /** Waits until no such element is left. */
  async gone(role: string, name?: Name): Promise<void> {
    await this.until(
      async () => (await this.all(role, name)).length === 0,
      `${spoken(role, name)} is still there`,
    );
  }

  async click(role: string, name?: Name): Promise<void> {
    const { point, coveredBy } = (await this.#one(
      role,
      name,
      'reach',
    )) as Reached;
    assert.equal(coveredBy, null, `${spoken(role, name)} cannot be clicked`);
    await soon('a click', this.#driver.clickAt(point.x, point.y));
  }

  async focus(role: string, name?: Name): Promise<void> {
    await this.#one(role, name, 'focus');
  }

  /** Clicks a field and types into it. */
  async type(role: string, name: Name, text: string): Promise<void> {
    await this.click(role, name);
    await soon('typing', this.#driver.write(text));
  }

  /** Asks `question` again and again until it is true. */
  async until(
    question: () => boolean | Promise<boolean>,
    otherwise: string,
  ): Promise<void> {
    const end = Date.now() + patience;
    while (!(await question())) {
      if (Date.now() > end) {
        throw new Error(`${otherwise} after ${patience / 1000} s`);
      }
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
  }

  async #one(
    role: string,
    name: Name | undefined,
    action: 'list' | 'reach' | 'focus',
  ): Promise<Found | Reached> {
    let found: (Found | Reached)[] = [];
    try {
      await this.until(async () => {
        found = await this.evaluate(find, query(role, name), action);
        return found.length === 1;
      }, '');
    } catch {
      const others = (await this.all(role)).map((el) => `"${el.name}"`);
      throw new Error(
        `${found.length} elements are ${spoken(role, name)}, not one. ` +
          `With that role: ${others.join(', ') || 'none'}.`,
      );
    }
    return found[0] as Found;
  }
}

/** A browser that hangs is named with what it was asked, not at the end. */
export async function soon<T>(what: string, promise: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new Error(`The browser hangs: ${what}`)),
      2 * patience,
    );
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}

function query(role: string, name: Name | undefined): Query {
  if (name === undefined) return { role };
  if (typeof name === 'string') return { role, name };
  return { role, pattern: { source: name.source, flags: name.flags } };
}

function spoken(role: string, name: Name | undefined): string {
  return name === undefined ? role : `${role} ${JSON.stringify(String(name))}`;
}
