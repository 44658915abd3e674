// What the element keeps, sends and says about it.

import assert from 'node:assert/strict';
import type { Case } from '../suite.ts';
import { onSite } from './element_page.ts';

const kUuid =
  /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

export const elementDelivery: Case[] = [
  {
    name: 'nothing is stored or sent before Send, nothing is left after a 2xx',
    run: (page) =>
      onSite(page, async (site) => {
        await site.openAsking();
        assert.deepEqual(await site.kept(), []);
        await page.click('radio', /^9$/);
        await page.click('button', 'Continue');
        await page.type('textbox', /You chose 9/, 'Good docs');
        assert.deepEqual(await site.kept(), []);
        assert.equal(site.endpoint.posts.length, 0);
        await page.click('button', 'Send');
        await page.until(
          async () =>
            (await site.heard('looplet-delivery')).at(-1)?.['status'] ===
            'delivered',
          'it was not delivered',
        );
        assert.deepEqual(await site.kept(), []);
        assert.equal(site.endpoint.posts.length, 1);
        assert.match(site.endpoint.posts[0]?.id ?? '', kUuid);
        const { headers } = site.endpoint;
        assert.match(String(headers['content-type']), /^text\/plain/);
        assert.equal(headers['cookie'], undefined);
        assert.equal(headers['referer'], undefined);
      }),
  },
  {
    name: 'an answer to a server that is down outlives a reload',
    run: (page) =>
      onSite(page, async (site) => {
        site.endpoint.status = 0;
        await site.openAsking();
        await site.answerAll();
        const key = /^looplet:j:/;
        await page.until(
          async () =>
            (await site.heard('looplet-delivery')).some(
              ({ status }) => status === 'retrying',
            ),
          'it was not tried',
        );
        assert.match((await site.kept()).join(), key);
        site.endpoint.status = 503;
        await site.openAsking();
        assert.match((await site.kept()).join(), key);
        site.endpoint.posts.length = 0;
        site.endpoint.status = 201;
        await site.openAsking();
        await page.until(
          async () => (await site.kept()).length === 0,
          'it was not delivered',
        );
        // The second page tried once more as it was left; one id makes one row.
        const ids = new Set(site.endpoint.posts.map(({ id }) => id));
        assert.equal(ids.size, 1);
        assert.deepEqual(
          site.endpoint.posts[0]?.answers.map(({ value }) => value),
          [9, 'Good docs'],
        );
      }),
  },
  {
    name: 'after five seconds the respondent is told where the answer is',
    run: (page) =>
      onSite(page, async (site) => {
        site.endpoint.status = 0;
        await site.openAsking();
        await site.answerAll();
        const words = 'Saved on this device, not sent yet.';
        await page.until(
          async () => (await page.get('status')).text === words,
          'nothing was said',
        );
        site.endpoint.status = 201;
        await page.evaluate(() => {
          dispatchEvent(new Event('online'));
        });
        await page.until(
          async () => (await page.get('status')).text === 'Sent.',
          'it was not delivered',
        );
      }),
  },
  {
    name: 'a double click on Send is one record',
    run: (page) =>
      onSite(page, async (site) => {
        await site.openAsking();
        await page.click('radio', /^10/);
        await page.click('button', 'Continue');
        await page.evaluate(() => {
          const shadow = document.querySelector('looplet-survey')?.shadowRoot;
          const button = shadow?.querySelector<HTMLElement>('.primary');
          button?.click();
          button?.click();
        });
        await site.question(/^Thank you/);
        await page.until(
          async () =>
            (await site.heard('looplet-delivery')).at(-1)?.['status'] ===
            'delivered',
          'it was not delivered',
        );
        assert.equal(site.endpoint.posts.length, 1);
        assert.equal((await site.heard('looplet-submit')).length, 1);
      }),
  },
  {
    name: 'a refusal is told and not tried again',
    run: (page) =>
      onSite(page, async (site) => {
        site.endpoint.status = 422;
        await site.openAsking();
        await site.answerAll();
        await page.until(
          async () => (await page.get('status')).text === 'Could not be sent.',
          'nothing was said',
        );
        const told = await site.heard('looplet-delivery');
        assert.deepEqual(
          told.map(({ status, reply }) => [status, reply]),
          [
            ['saved', 0],
            ['rejected', 422],
          ],
        );
        assert.equal(site.endpoint.posts.length, 1);
      }),
  },
  {
    name: 'storage="none" keeps nothing, and sends all the same',
    run: (page) =>
      onSite(page, async (site) => {
        site.endpoint.status = 0;
        await site.openAsking({ storage: 'none' });
        await site.answerAll();
        assert.deepEqual(await site.kept(), []);
        const [saved] = await site.heard('looplet-delivery');
        assert.equal(saved?.['tier'], 'memory');
        site.endpoint.status = 201;
        await page.evaluate(() => {
          dispatchEvent(new Event('online'));
        });
        await page.until(
          () => site.endpoint.posts.length === 1,
          'it was not sent',
        );
      }),
  },
  {
    name: 'without an endpoint the event has the record, and nothing is sent',
    run: (page) =>
      onSite(page, async (site) => {
        await site.open();
        await site.answerAll();
        const [submit] = await site.heard('looplet-submit');
        const record = submit?.['record'] as { score: number; segment: string };
        assert.equal(submit?.['endpoint'], null);
        assert.equal(record.score, 9);
        assert.equal(record.segment, 'promoter');
        assert.deepEqual(await site.kept(), []);
        assert.equal((await site.heard('looplet-delivery')).length, 0);
      }),
  },
  {
    name: 'a cancelled looplet-submit leaves the record to the page',
    run: (page) =>
      onSite(page, async (site) => {
        await site.openAsking({ cancel: '' });
        await site.answerAll();
        assert.deepEqual(await site.kept(), []);
        assert.equal((await site.heard('looplet-delivery')).length, 0);
        assert.equal(site.endpoint.posts.length, 0);
      }),
  },
];
