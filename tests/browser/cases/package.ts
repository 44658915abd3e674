// The one file as it is published: everything inside, nothing else asked for.

import assert from 'node:assert/strict';
import { join } from 'node:path';
import { serveStatic } from '../static_server.ts';
import type { Case } from '../suite.ts';

const root = process.env['LOOPLET_ROOT'] ?? process.cwd();

export const packaged: Case[] = [
  {
    name: 'the engine inside the one file starts under the strictest policy',
    async run(page) {
      const server = await serveStatic([
        join(root, 'build/site'),
        join(root, 'tests/browser/pages'),
      ]);
      try {
        await page.open(`${server.origin}/empty.html`);
        const first = server.requests.length;
        const text = await page.evaluate(async () => {
          const { loadEngine } = await import(
            `${location.origin}/looplet-survey.js`
          );
          const engine = await loadEngine();
          const loaded = engine.load({
            format: 1,
            id: 'one',
            revision: 1,
            locale: 'en',
            subject: 'Acme',
            steps: [
              { id: 'score', type: 'nps', text: '?', low: '-', high: '+' },
              { id: 'end', type: 'end', text: 'Thanks for {score}.' },
            ],
          });
          const start = engine.start(loaded.value);
          const end = engine.answer(loaded.value, start.value, 9);
          return end.value.step.text as string;
        });
        assert.equal(text, 'Thanks for 9.');
        assert.deepEqual(server.requests.slice(first), ['/looplet-survey.js']);
        assert.deepEqual(page.complaints(), []);
      } finally {
        await server.close();
      }
    },
  },
];
