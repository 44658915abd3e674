// The gallery of surveys, as built, without a collector behind it.

import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { catalogue } from '../../../script/build/catalogue.mjs';
import { faults, withAxe } from '../axe.ts';
import type { Page } from '../page.ts';
import { serveStatic } from '../static_server.ts';
import type { Case } from '../suite.ts';
import { onSite } from './site.ts';

const root = process.env['LOOPLET_ROOT'] ?? process.cwd();
const { templates } = catalogue(root);

// MiniBrowser's own bars keep it from being narrower.
const narrow = (page: Page) => (page.engine === 'webkit' ? 480 : 320);

const inGallery = (
  hash: string,
  run: (page: Page) => Promise<void>,
): Case['run'] => {
  return (page) => onSite(page, `/embed.html${hash}`, () => run(page));
};

/** Chooses from a menu as its user does: the value, then what that sets off. */
const choose = (page: Page, name: string, value: string) =>
  page.evaluate(
    (name, value) => {
      const menu = document.querySelector<HTMLSelectElement>(`[name=${name}]`);
      if (!menu) throw new Error(name);
      menu.value = value;
      menu.dispatchEvent(new Event('input', { bubbles: true }));
    },
    name,
    value,
  );

/** The titles in the list, in order. */
const listed = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('#list a span:first-child')].map(
      (one) => one.textContent,
    ),
  );

const titles = (which: (one: (typeof templates)[number]) => boolean) =>
  templates.filter(which).map(({ title }) => title['en']);

export const gallery: Case[] = [
  {
    name: 'the gallery lists every survey, and finds by measure, industry and words',
    run: inGallery('', async (page) => {
      await page.get('link', /^Bank customers/);
      assert.deepEqual((await listed(page)).sort(), titles(() => true).sort());
      await page.click('radio', 'CES');
      assert.deepEqual(
        await listed(page),
        titles(({ metric }) => metric === 'ces'),
      );
      await choose(page, 'industry', 'Banking');
      assert.deepEqual(
        await listed(page),
        titles(({ id }) => id === 'ces-account-opening'),
      );
      await page.click('radio', 'All');
      await choose(page, 'industry', '');
      await choose(page, 'use', 'task');
      assert.deepEqual(
        await listed(page),
        titles(({ use }) => use === 'task'),
      );
      await choose(page, 'use', '');
      await page.type('searchbox', 'Search', 'kaufer');
      assert.deepEqual(
        await listed(page),
        titles(({ id }) => id === 'property'),
      );
      await page.type('searchbox', 'Search', ' zebra');
      assert.deepEqual(await listed(page), []);
      await page.click('button', 'Show all');
      await page.get('link', /^Bank customers/);
    }),
  },
  {
    name: 'the gallery asks each survey in the language chosen',
    run: inGallery('#saas-relationship', async (page) => {
      await page.get('radiogroup', /^How likely .* Acme Cloud/);
      await page.click('radio', 'Français');
      await page.get('radiogroup', /^Quelle est la probabilité/);
      await page.click('link', /^Shop customers/);
      await page.get('radiogroup', /^How likely .* Lindenhof/);
      await page.click('radio', 'العربية');
      const scale = await page.get('radiogroup', /Lindenhof/);
      assert.match(scale.name, /^ما مدى احتمال/);
    }),
  },
  {
    name: 'one click walks a survey as a detractor, a passive or a promoter',
    run: inGallery('#bank', async (page) => {
      await page.get('radiogroup', /Elbe Bank/);
      await page.click('button', /^Detractor/);
      await page.get('radiogroup', 'What should we put right first?');
      await page.click('button', /^Promoter/);
      await page.get('textbox', /^What would you tell a friend/);
      await page.click('radio', 'Deutsch');
      await page.click('button', /^Passive/);
      await page.get('group', /^Was würde die Elbe-Bank .* 9 oder 10 machen/);
      // The way is marked where the survey is.
      const marked = await page.evaluate(
        () => document.querySelector('.way [aria-current]')?.textContent,
      );
      assert.match(marked ?? '', /^Was würde die Elbe-Bank/);
    }),
  },
  {
    name: 'every survey is walked as each of its three kinds, in both languages',
    engines: ['chromium'],
    run: inGallery('', async (page) => {
      await page.get('link', /^Bank customers/);
      for (const { id } of templates) {
        const wrong = await page.evaluate(async (id) => {
          const found: string[] = [];
          const soon = async (what: string, ready: () => boolean) => {
            for (let i = 0; i < 400 && !ready(); i++) {
              await new Promise((done) => setTimeout(done, 10));
            }
            if (!ready()) found.push(`${id}: ${what}`);
          };
          location.hash = id;
          const survey = () => document.querySelector('looplet-survey');
          await soon(
            'its ways do not come',
            () =>
              survey()?.getAttribute('src') === `surveys/${id}.json` &&
              document.querySelectorAll('.way li').length > 3,
          );
          for (const tag of ['en', 'de']) {
            document
              .querySelector<HTMLElement>(`[name=language][value=${tag}]`)
              ?.click();
            for (const button of document.querySelectorAll<HTMLElement>(
              '.way button',
            )) {
              const asked = () =>
                survey()?.shadowRoot?.querySelector('h2')?.textContent;
              const marked = () =>
                button.nextElementSibling?.querySelector('[aria-current]')
                  ?.textContent;
              button.click();
              await soon(
                `${button.textContent} in ${tag}`,
                () =>
                  button.getAttribute('aria-pressed') === 'true' &&
                  asked() !== undefined &&
                  asked() === marked() &&
                  button.nextElementSibling?.getAttribute('lang') === tag,
              );
            }
          }
          return found;
        }, id);
        assert.deepEqual(wrong, []);
      }
    }),
  },
  {
    name: 'a survey of the gallery is had as a line, as a file and in the Studio',
    run: inGallery('#hotel', async (page) => {
      await page.get('link', 'Download JSON');
      const { file, studio, line } = await page.evaluate(async () => {
        const link = (text: string) =>
          [...document.querySelectorAll('a')].find(
            ({ textContent }) => textContent === text,
          );
        const file = link('Download JSON');
        return {
          file: file?.download,
          studio: link('Open in Studio')?.getAttribute('href'),
          line: document.getElementById('embed-line')?.textContent,
        };
      });
      assert.equal(file, 'hotel.json');
      assert.equal(studio, 'studio/#template=hotel');
      assert.equal(
        line,
        `<looplet-survey src="/surveys/hotel.json"\n  traits='{"stay":"in-house"}'\n  endpoint="/v1/responses"></looplet-survey>`,
      );
    }),
  },
  {
    name: 'in a narrow window the gallery shows the list or one survey',
    async run(page) {
      await page.resize(narrow(page), 700);
      await inGallery('', async () => {
        await page.click('link', /^Hotel guests/);
        const title = await page.get('heading', 'Hotel guests');
        assert.ok(title.focused);
        await page.gone('link', /^Bank customers/);
        await page.click('link', 'All surveys');
        await page.get('link', /^Bank customers/);
        await page.gone('heading', 'Hotel guests');
      })(page);
    },
  },
  {
    name: 'without its list the gallery says so and tries again',
    async run(page) {
      const folder = mkdtempSync(join(tmpdir(), 'looplet-gallery-'));
      for (const file of ['embed.html', 'embed.js', 'site.css']) {
        symlinkSync(join(root, 'build/site', file), join(folder, file));
      }
      symlinkSync(
        join(root, 'build/site/looplet-survey.js'),
        join(folder, 'looplet-survey.js'),
      );
      const server = await serveStatic([folder]);
      try {
        await page.open(`${server.origin}/embed.html`);
        await page.get('button', 'Try again');
        symlinkSync(join(root, 'build/site/surveys'), join(folder, 'surveys'));
        await page.click('button', 'Try again');
        await page.get('link', /^Bank customers/);
      } finally {
        await server.close();
        rmSync(folder, { recursive: true });
      }
    },
  },
  ...['light', 'dark'].map(
    (look): Case => ({
      name: `axe finds nothing in the gallery, ${look}`,
      async run(page) {
        const thin = look === 'dark';
        await page.resize(thin ? narrow(page) : 1200, 800);
        await inGallery(thin ? '' : '#bank', async () => {
          await withAxe(page);
          if (thin) {
            await page.click('radio', 'Dark');
            await page.get('link', /^Bank customers/);
            assert.deepEqual(await faults(page), []);
            await page.click('link', /^Bank customers/);
          }
          await page.get('radiogroup', /Elbe Bank/);
          await page.click('button', /^Detractor/);
          await page.get('radiogroup', 'What should we put right first?');
          assert.deepEqual(await faults(page), []);
          if (!thin) {
            await page.type('searchbox', 'Search', 'zebra');
            await page.get('button', 'Show all');
            assert.deepEqual(await faults(page), []);
          }
          const wide = await page.evaluate(
            () => document.documentElement.scrollWidth - innerWidth,
          );
          assert.ok(wide <= 0, `${wide} px too wide`);
        })(page);
      },
    }),
  ),
];
