// How long the calculator page takes with a large file, in Chromium.
//
//   python3 bench/make_answers.py --rows 1000000 --out answers.csv
//   node script/build.mjs && node bench/calculator.mjs answers.csv [--runs 5]
//
// The file is given to the page as a person does it, by its field for files.
// Times are of the page's own clock: until it can be used; from the choice of
// the file until a frame shows the first figures, and until the last ones are
// there; from a click on Cancel until a frame without them. Memory is that of
// the renderer's process, page and Worker together, above what it was before
// the file. CPU is that of the renderer. A busy machine makes all times longer:
// beside them stands how long the same bytes take to be read and dropped.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { serveSite } from './site.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: { runs: { type: 'string', default: '5' } },
});
const [file] = positionals;
if (file === undefined) {
  console.error('usage: node bench/calculator.mjs FILE [--runs N]');
  process.exit(2);
}
const runs = Number(options.runs);
const megabytes = statSync(file).size / 1e6;

const site = await serveSite(root);
const address = `${site.origin}/calculator/`;

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
});

/** Renderers that this process started, with their memory and CPU time. */
function renderers() {
  const found = [];
  for (const id of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      const command = readFileSync(`/proc/${id}/cmdline`, 'utf8');
      if (!command.includes('--type=renderer')) continue;
      if (!isOurs(Number(id))) continue;
      const status = readFileSync(`/proc/${id}/status`, 'utf8');
      const stat = readFileSync(`/proc/${id}/stat`, 'utf8');
      const times = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      found.push({
        id,
        // Without what is of files, such as the browser's own code.
        resident: Number(/RssAnon:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024,
        seconds: (Number(times[11]) + Number(times[12])) / 100,
      });
    } catch {
      // It has ended meanwhile.
    }
  }
  return found;
}

function isOurs(id) {
  for (let at = id; at > 1; ) {
    if (at === process.pid) return true;
    const stat = readFileSync(`/proc/${at}/stat`, 'utf8');
    at = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
  }
  return false;
}

async function open() {
  const context = await browser.newContext({
    viewport: { width: 1200, height: 900 },
  });
  const page = await context.newPage();
  await page.addInitScript(() => {
    const frame = (then) =>
      requestAnimationFrame(() => setTimeout(() => then(performance.now())));
    const times = {};
    globalThis.times = times;
    globalThis.Worker = class extends Worker {
      constructor(...given) {
        super(...given);
        this.addEventListener('message', ({ data }) => {
          if (data.report) times.told ??= performance.now();
        });
      }
    };
    addEventListener('DOMContentLoaded', () => {
      new MutationObserver(() => {
        const shown = document.querySelector('.headline:not([hidden])');
        if (document.querySelector('#counts-title, .inputs h2')) {
          times.ready ??= performance.now();
        }
        if (shown && times.chosen && !times.first) {
          times.first = -1;
          frame((at) => {
            times.first = at;
          });
        }
        if (shown && times.first && !/so far/.test(shown.textContent)) {
          times.last ??= performance.now();
        }
      }).observe(document.body, {
        subtree: true,
        childList: true,
        attributes: true,
        characterData: true,
      });
      addEventListener(
        'change',
        () => {
          times.chosen ??= performance.now();
        },
        true,
      );
    });
  });
  await page.goto(address);
  await page.waitForFunction(() => times.ready !== undefined);
  // The Worker and its engine are fetched while the page is idle.
  await page.waitForTimeout(2500);
  return { context, page };
}

const choose = (page) =>
  page.locator('input[type=file]').first().setInputFiles(file);

const sorted = (list) => list.toSorted((a, b) => a - b);
const median = (list) => sorted(list)[list.length >> 1];
const show = (list, digits = 0) =>
  `median ${median(list).toFixed(digits)}, from ${sorted(list)[0].toFixed(digits)} to ${sorted(list).at(-1).toFixed(digits)}`;

const figures = {
  ready: [],
  told: [],
  first: [],
  whole: [],
  cpu: [],
  bare: [],
  memory: [],
  cancel: [],
};
try {
  for (let run = 0; run < runs; run++) {
    const { context, page } = await open();
    const before = new Map(renderers().map((one) => [one.id, one]));
    const peak = new Map();
    const watch = setInterval(() => {
      for (const { id, resident } of renderers()) {
        peak.set(id, Math.max(peak.get(id) ?? 0, resident));
      }
    }, 50);
    await choose(page);
    await page.waitForFunction(() => times.last !== undefined, null, {
      timeout: 600_000,
    });
    clearInterval(watch);
    // The one that worked is the page's; others wait for pages to come.
    const [after] = renderers()
      .map((one) => ({
        ...one,
        worked: one.seconds - (before.get(one.id)?.seconds ?? 0),
      }))
      .sort((a, b) => b.worked - a.worked);
    const { ready, chosen, told, first, last } = await page.evaluate(
      () => times,
    );
    figures.ready.push(ready);
    figures.first.push(first - chosen);
    figures.whole.push(last - chosen);
    figures.told.push(told - chosen);
    figures.cpu.push(after.worked);
    figures.memory.push(
      (peak.get(after.id) ?? 0) - (before.get(after.id)?.resident ?? 0),
    );
    // The same bytes through the browser's stream alone.
    await page.evaluate(() => {
      const field = document.createElement('input');
      field.type = 'file';
      field.id = 'bare';
      document.body.append(field);
    });
    await page.locator('#bare').setInputFiles(file);
    figures.bare.push(
      await page.evaluate(async () => {
        const [given] = document.querySelector('#bare').files;
        const began = performance.now();
        const reader = given.stream().getReader();
        while (!(await reader.read()).done);
        return performance.now() - began;
      }),
    );
    await context.close();
  }
  for (let run = 0; run < runs; run++) {
    const { context, page } = await open();
    await choose(page);
    await page.waitForFunction(() => times.first > 0);
    figures.cancel.push(
      await page.evaluate(
        () =>
          new Promise((resolve) => {
            const button = [...document.querySelectorAll('button')].find(
              (one) => one.textContent === 'Cancel',
            );
            const began = performance.now();
            button.click();
            requestAnimationFrame(() =>
              setTimeout(() => {
                const shown = document.querySelector('.headline:not([hidden])');
                resolve(shown ? Number.NaN : performance.now() - began);
              }),
            );
          }),
      ),
    );
    await context.close();
  }
} finally {
  await browser.close();
  site.close();
}

const whole = median(figures.whole) / 1000;
console.log(`${megabytes.toFixed(0)} MB, ${runs} runs`);
console.log(`page can be used, ms: ${show(figures.ready)}`);
console.log(
  `first figures after the choice, ms: ${show(figures.first)}; told by the Worker: ${show(figures.told)}`,
);
console.log(
  `last figures, ms: ${show(figures.whole)} (${(megabytes / whole).toFixed(0)} MB/s)`,
);
console.log(`CPU time of page and Worker, s: ${show(figures.cpu, 1)}`);
console.log(`the same bytes read and dropped, ms: ${show(figures.bare)}`);
console.log(`memory above the empty page, MB: ${show(figures.memory)}`);
console.log(
  `Cancel until a frame without figures, ms: ${show(figures.cancel)}`,
);
