// The element as a guest: what the page sees of it, and what it withstands.

import assert from 'node:assert/strict';
import type { Case } from '../suite.ts';
import { onSite } from './element_page.ts';

export const elementPageLife: Case[] = [
  {
    name: 'the page under the strict policy has nothing to complain about',
    run: (page) =>
      onSite(page, async (site) => {
        await site.openAsking({ preview: 'score' });
        await site.answerAll();
        assert.deepEqual(page.complaints(), []);
        const other = site.requests.filter(
          (path) => !/^\/(element\.|looplet-survey|short|tokens)/.test(path),
        );
        assert.deepEqual(other, []);
      }),
  },
  {
    name: 'a survey that cannot be loaded leaves what the page wrote there',
    run: (page) =>
      onSite(page, async (site) => {
        await site.open({ src: 'nowhere.json' });
        await page.until(
          async () => (await site.heard('looplet-error')).length === 1,
          'no error was told',
        );
        const [error] = await site.heard('looplet-error');
        assert.equal(error?.['code'], 'not_loaded');
        assert.equal(error?.['where'], 'src');
        await page.get('link', 'write to us');
        assert.equal((await page.all('radiogroup')).length, 0);
      }),
  },
  {
    name: 'where the engine may not run, what the page wrote stays',
    run: (page) =>
      onSite(
        page,
        async (site) => {
          await site.open();
          await page.until(
            async () => (await site.heard('looplet-error')).length === 1,
            'no error was told',
          );
          const [error] = await site.heard('looplet-error');
          assert.equal(error?.['code'], 'engine_failed');
          await page.get('link', 'write to us');
        },
        (policy) => policy.replace(" 'wasm-unsafe-eval'", ''),
      ),
  },
  {
    name: 'every fault of a survey is told at once',
    run: (page) =>
      onSite(page, async (site) => {
        await site.open({ src: 'faulty.json' });
        await page.until(
          async () => (await site.heard('looplet-error')).length === 1,
          'no error was told',
        );
        const [error] = await site.heard('looplet-error');
        const errors = error?.['errors'] as { where: string }[];
        const places = errors.map(({ where }) => where);
        assert.ok(places.some((where) => where.startsWith('/steps/0')));
        assert.ok(places.some((where) => where.startsWith('/steps/1')));
        await page.get('link', 'write to us');
      }),
  },
  {
    name: 'wrong attributes are told, each by name, and the survey is asked',
    run: (page) =>
      onSite(page, async (site) => {
        await site.openAsking({
          theme: 'pink',
          preview: 'yes',
          traits: '[1]',
          endpoint: 'http://example.com/responses',
        });
        const [error] = await site.heard('looplet-error');
        const errors = error?.['errors'] as { code: string; where: string }[];
        assert.deepEqual(
          errors.map(({ code, where }) => [code, where]),
          [
            ['not_one_of', 'theme'],
            ['not_one_of', 'preview'],
            ['wrong_type', 'traits'],
            ['unsafe_address', 'endpoint'],
          ],
        );
        await page.get('radiogroup');
      }),
  },
  {
    name: 'a survey set as a property before the upgrade counts',
    run: (page) =>
      onSite(page, async (site) => {
        await site.open({ src: '', property: 'short.json' });
        await page.get('radiogroup');
        assert.equal((await site.heard('looplet-ready')).length, 1);
      }),
  },
  {
    name: 'an element that is moved keeps its place in the survey',
    run: (page) =>
      onSite(page, async (site) => {
        await site.openAsking();
        await page.click('radio', /^4$/);
        await page.click('button', 'Continue');
        await page.evaluate(() => {
          const survey = document.querySelector('looplet-survey');
          if (survey) document.querySelector('main')?.prepend(survey);
        });
        await site.question(/You chose 4/);
        await page.evaluate(async () => {
          const survey = document.querySelector('looplet-survey');
          survey?.remove();
          await new Promise((resolve) => setTimeout(resolve, 20));
          if (survey) document.querySelector('main')?.append(survey);
        });
        await site.question(/You chose 4/);
        await page.click('button', 'Back');
        assert.equal((await page.get('radio', /^4$/)).checked, true);
      }),
  },
  {
    name: 'another language keeps what was answered',
    run: (page) =>
      onSite(page, async (site) => {
        await site.openAsking();
        await page.click('radio', /^2$/);
        await page.click('button', 'Continue');
        await page.evaluate(() => {
          document
            .querySelector('looplet-survey')
            ?.setAttribute('locale', 'de-AT');
        });
        await site.question(/^Sie haben 2 gewählt/);
        await page.get('button', 'Zurück');
      }),
  },
  {
    name: 'a preview comes before anything is sent, as text and as an event',
    run: (page) =>
      onSite(page, async (site) => {
        await site.openAsking({
          preview: 'score',
          baseline: '{"promoters":62,"passives":18,"detractors":20}',
        });
        await page.click('radio', /^9$/);
        const said = (await page.get('status')).text;
        assert.match(
          said,
          /^One promoter more: 42 becomes 43, give or take \d+\.$/,
        );
        const [heard] = await site.heard('looplet-preview');
        const preview = heard?.['preview'] as {
          segment: string;
          before: { n: number };
          after: { n: number; promoters: number };
        };
        assert.equal(heard?.['score'], 9);
        assert.equal(preview.segment, 'promoter');
        assert.equal(preview.before.n, 100);
        assert.equal(preview.after.n, 101);
        assert.equal(site.endpoint.posts.length, 0);
        assert.deepEqual(await site.kept(), []);
      }),
  },
  {
    name: 'preview="segment" thanks in the words of the segment',
    run: (page) =>
      onSite(page, async (site) => {
        await site.openAsking({ preview: 'segment' });
        const said: string[] = [];
        for (const score of [/^3$/, /^7$/, /^10/]) {
          await page.click('radio', score);
          said.push((await page.get('status')).text);
        }
        assert.deepEqual(said, [
          'Thank you for being frank.',
          'Thank you, good to know.',
          'Thank you, lovely to hear.',
        ]);
      }),
  },
  {
    name: 'hide() takes it away, show() brings it back, restart() starts anew',
    run: (page) =>
      onSite(page, async (site) => {
        await site.openAsking();
        await page.click('radio', /^4$/);
        await page.click('button', 'Continue');
        await site.question(/You chose 4/);
        const call = (name: 'hide' | 'show' | 'restart') =>
          page.evaluate((method) => {
            type Survey = Record<string, () => void>;
            const survey = document.querySelector('looplet-survey');
            (survey as unknown as Survey)[method]?.();
          }, name);
        await call('hide');
        await page.gone('textbox');
        assert.equal((await site.heard('looplet-close')).length, 1);
        await call('show');
        await site.question(/You chose 4/);
        await call('restart');
        await page.get('radiogroup');
        assert.ok((await page.all('radio')).every((one) => !one.checked));
      }),
  },
  {
    name: 'markup in a survey and in answers is text, wherever it stands',
    run: (page) =>
      onSite(page, async (site) => {
        await site.openAsking({ src: 'markup.json', preview: 'score' });
        await page.click('radio', /^9$/);
        await page.click('button', 'Continue');
        await page.click('radio', 'B');
        await page.click('button', 'Continue');
        await page.type('textbox', /^<img/, '<b onclick="x">bold</b>');
        await page.click('button', 'Send');
        await page.get('heading', '<b onclick="x">bold</b>');
        const found = await page.evaluate(() => {
          const shadow = document.querySelector('looplet-survey')?.shadowRoot;
          const wrong = 'img, script, b, svg[onload], [onclick], [onerror]';
          const { __xss } = globalThis as unknown as { __xss?: number };
          const links = [...(shadow?.querySelectorAll('a') ?? [])];
          return {
            ran: __xss ?? 0,
            made: shadow?.querySelectorAll(wrong).length,
            links: links.map(({ href, rel }) => [href, rel]),
          };
        });
        assert.deepEqual(found, {
          ran: 0,
          made: 0,
          links: [['https://example.com/?q=%3Cb%3E', 'noopener noreferrer']],
        });
      }),
  },
  {
    name: 'a page whose rules reach everywhere does not reach inside',
    run: (page) =>
      onSite(page, async (site) => {
        await site.openAsking();
        const shape = async () =>
          (await page.all('radio')).map(({ box }) => [
            Math.round(box.width),
            Math.round(box.height),
          ]);
        const before = await shape();
        await site.openAsking({ style: 'hostile' });
        await page.until(
          () =>
            page.evaluate(() =>
              [...document.styleSheets].some((sheet) =>
                sheet.href?.includes('hostile'),
              ),
            ),
          'the style sheet is not there',
        );
        assert.deepEqual(await shape(), before);
        const text = await page.evaluate(() => {
          const shadow = document.querySelector('looplet-survey')?.shadowRoot;
          const style = getComputedStyle(
            shadow?.querySelector('h2') as HTMLElement,
          );
          return [style.letterSpacing, style.textTransform, style.whiteSpace];
        });
        assert.deepEqual(text.slice(1), ['none', 'normal']);
        assert.ok(Number.parseFloat(text[0] ?? '') < 1 || text[0] === 'normal');
      }),
  },
];
