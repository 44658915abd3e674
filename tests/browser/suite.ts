// Runs every case in one engine. Each case gets an empty profile; when it
// fails, a picture of the page is left in build/browser-failures.

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { cases } from './cases/all.ts';
import { type Driver, Page, soon } from './page.ts';

export interface Case {
  /** The fact, as a sentence. */
  name: string;
  /** Only where the engine can show it at all; absent means everywhere. */
  engines?: string[];
  run(page: Page): Promise<void>;
}

interface Engine {
  page(): Promise<Driver>;
  close(): Promise<void>;
}

const root = process.env['LOOPLET_ROOT'] ?? process.cwd();

export function suite(name: string, launch: () => Promise<Engine>): void {
  let engine: Engine | undefined;
  before(async () => {
    engine = await launch();
  });
  after(async () => {
    await engine?.close();
  });
  for (const one of cases) {
    if (one.engines && !one.engines.includes(name)) continue;
    test(`${name}: ${one.name}`, { timeout: 180_000 }, async () => {
      try {
        await once(one);
      } catch (error) {
        // A browser on a busy machine may lose a click or start too slowly. A
        // fault of ours fails again; what failed once stands in the log.
        console.error(`${name}: ${one.name}: once more after ${error}`);
        await once(one);
      }
    });
  }

  async function once(one: Case): Promise<void> {
    if (!engine) throw new Error(`${name} did not start`);
    const page = new Page(name, await soon('a new profile', engine.page()));
    try {
      await one.run(page);
    } catch (error) {
      await keepPicture(page, `${name} ${one.name}`);
      for (const line of page.complaints()) console.error(`page: ${line}`);
      throw error;
    } finally {
      await page.close();
    }
  }
}

async function keepPicture(page: Page, title: string): Promise<void> {
  const folder = join(root, 'build/browser-failures');
  const file = `${title.replace(/[^a-z0-9]+/gi, '-').slice(0, 80)}.png`;
  try {
    const picture = await page.screenshot();
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, file), picture);
    console.error(`picture: build/browser-failures/${file}`);
  } catch (error) {
    console.error(`no picture: ${error}`); // the page itself may be gone
  }
}
