// A page with the element on it, as a site under the strict policy serves it,
// and an endpoint on another origin.

import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Endpoint, startEndpoint } from '../endpoint.ts';
import type { Page } from '../page.ts';
import { serveStatic, strictPolicy } from '../static_server.ts';

const root = process.env['LOOPLET_ROOT'] ?? process.cwd();
const folders = ['tests/browser/pages', 'dist', 'web'].map((folder) =>
  join(root, folder),
);

export interface Heard {
  type: string;
  [field: string]: unknown;
}

export class Site {
  readonly page: Page;
  readonly endpoint: Endpoint;
  readonly #origin: string;
  readonly requests: string[];

  constructor(page: Page, endpoint: Endpoint, origin: string, asked: string[]) {
    this.page = page;
    this.endpoint = endpoint;
    this.#origin = origin;
    this.requests = asked;
  }

  /** Opens the page; `wanted` are attributes and what element.js knows. */
  async open(wanted: { [name: string]: string } = {}): Promise<void> {
    const query = new URLSearchParams({ src: 'short.json', ...wanted });
    await this.page.open(`${this.#origin}/element.html?${query}`);
  }

  async openAsking(wanted: { [name: string]: string } = {}): Promise<void> {
    await this.open({ endpoint: this.endpoint.url, ...wanted });
    await this.page.until(
      async () => (await this.heard('looplet-ready')).length === 1,
      'the element is not ready',
    );
  }

  async heard(type?: string): Promise<Heard[]> {
    const all = await this.page.evaluate(
      () => (globalThis as unknown as { heard: Heard[] }).heard,
    );
    return all.filter((one) => type === undefined || one.type === type);
  }

  /** Every key that anything keeps in this browser for this origin. */
  kept(): Promise<string[]> {
    return this.page.evaluate(async () => {
      const databases = (await indexedDB.databases?.()) ?? [];
      return [
        ...Object.keys(localStorage),
        ...Object.keys(sessionStorage),
        ...databases.map(({ name }) => name ?? ''),
        ...(await caches.keys().catch(() => [])),
        ...document.cookie.split(';').filter(Boolean),
      ];
    });
  }

  async question(text: RegExp): Promise<void> {
    await this.page.get('heading', text);
  }

  /** From the first question of short.json to its thanks. */
  async answerAll(score = /^9$/, comment = 'Good docs'): Promise<void> {
    await this.page.click('radio', score);
    await this.page.click('button', 'Continue');
    await this.page.type('textbox', /one thing/, comment);
    await this.page.click('button', 'Send');
    await this.question(/^Thank you/);
  }
}

export async function onSite(
  page: Page,
  body: (site: Site) => Promise<void>,
  change = (policy: string) => policy,
): Promise<void> {
  assert.ok(
    existsSync(join(root, 'dist/looplet-survey.js')),
    'dist/looplet-survey.js is not built: run `node script/build.mjs` first.',
  );
  const endpoint = await startEndpoint();
  const server = await serveStatic(
    folders,
    change(strictPolicy(endpoint.origin)),
  );
  try {
    await body(new Site(page, endpoint, server.origin, server.requests));
  } finally {
    await server.close();
    await endpoint.close();
  }
}
