// How long a page needs to its first question, and a click to the next step:
// an empty page, a hand-written element without an engine (floor.js) and
// <looplet-survey> with the same survey inline, in Chromium.
//
//   node bench/first_question/run.mjs [--runs 15] [--throttle 4] [--profile]
//
// Pages take turns in one process, each run in a context of its own; medians.
// CPU is the thread time of the renderer's main thread, which a busy machine
// inflates little; the other times are of the clock. --profile prints, besides,
// where the element's main thread spends its time up to the question.
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { servePages } from './pages.mjs';
import { printProfile } from './profile.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const { values: options } = parseArgs({
  options: {
    runs: { type: 'string', default: '15' },
    throttle: { type: 'string', default: '1' },
    profile: { type: 'boolean', default: false },
  },
});
const runs = Number(options.runs);
const throttle = Number(options.throttle);
const watch = readFileSync(join(here, 'watch.js'), 'utf8');
const kinds = ['empty', 'floor', 'element'];

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
});
const server = await servePages();

/** The messages of watch.js, one at a time. */
function messages(session) {
  const came = [];
  let wanted;
  session.on('Runtime.bindingCalled', ({ payload }) => {
    came.push(JSON.parse(payload));
    wanted?.();
  });
  return async () => {
    if (came.length === 0) {
      await new Promise((resolve, reject) => {
        wanted = resolve;
        setTimeout(reject, 30_000, new Error('the page says nothing'));
      });
    }
    return came.shift();
  };
}

async function metrics(session) {
  const { metrics: list } = await session.send('Performance.getMetrics');
  const of = (name) => list.find((metric) => metric.name === name)?.value ?? 0;
  return {
    cpu: of('TaskDuration') * 1000,
    script: of('ScriptDuration') * 1000,
    layout: (of('LayoutDuration') + of('RecalcStyleDuration')) * 1000,
    process: of('ProcessTime') * 1000,
    heap: of('JSHeapUsedSize') / 1000,
  };
}

async function click(session, [x, y]) {
  const at = { x, y, button: 'left', clickCount: 1 };
  await session.send('Input.dispatchMouseEvent', { type: 'mouseMoved', x, y });
  await session.send('Input.dispatchMouseEvent', {
    ...at,
    type: 'mousePressed',
  });
  await session.send('Input.dispatchMouseEvent', {
    ...at,
    type: 'mouseReleased',
  });
}

/** One page in a context of its own, from nothing to the follow-up. */
async function measure(kind, profile = false) {
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    const next = messages(session);
    await session.send('Runtime.enable');
    await session.send('Runtime.addBinding', { name: 'loopletBench' });
    await session.send('Page.enable');
    await session.send('Page.addScriptToEvaluateOnNewDocument', {
      source: watch,
    });
    await session.send('Emulation.setCPUThrottlingRate', { rate: throttle });
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    if (profile) {
      await session.send('Profiler.enable');
      await session.send('Profiler.setSamplingInterval', { interval: 100 });
      await session.send('Profiler.start');
    }
    const before = await metrics(session);
    await session.send('Page.navigate', {
      url: `${server.origin}/${kind}.html`,
    });
    const { visible, three, next: button } = await next();
    const after = await metrics(session);
    if (profile) return (await session.send('Profiler.stop')).profile;
    const run = { visible, heap: after.heap };
    for (const name of ['cpu', 'script', 'layout', 'process']) {
      run[name] = after[name] - before[name];
    }
    if (kind === 'empty') return run;
    await click(session, three);
    await click(session, button);
    const { long, ...rest } = await next();
    const click2 = await metrics(session);
    return {
      ...run,
      ...rest,
      long: long.length,
      longest: Math.max(0, ...long),
      answered: click2.cpu - after.cpu,
    };
  } finally {
    await context.close();
  }
}

const median = (numbers) => {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[sorted.length >> 1];
};

const results = Object.fromEntries(kinds.map((kind) => [kind, []]));
for (const kind of kinds) await measure(kind); // the browser's own first time
for (let run = 0; run < runs; run++) {
  for (const kind of kinds) results[kind].push(await measure(kind));
}
if (options.profile) printProfile(await measure('element', true));
await browser.close();
server.close();

const of = (kind, name) => median(results[kind].map((run) => run[name]));
const rows = [
  ['main-thread CPU to the question', 'cpu', 'ms'],
  ['  of that, script', 'script', 'ms'],
  ['  of that, style and layout', 'layout', 'ms'],
  ['CPU of the whole process', 'process', 'ms'],
  ['first frame with eleven options', 'visible', 'ms'],
  ['JavaScript heap', 'heap', 'kB'],
  ['click: listeners', 'handled', 'ms'],
  ['click: frames until the next step', 'frames', ''],
  ['click: shown after', 'shown', 'ms'],
  ['clicks: main-thread CPU, two of them', 'answered', 'ms'],
  ['long tasks in a run', 'long', ''],
];
console.log(
  `medians of ${runs} runs in turns, CPU slowed ${throttle}x; brotli bytes ` +
    kinds.map((kind) => `${kind} ${server.bytes[kind]}`).join(', '),
);
console.log(
  `${''.padEnd(38)}${kinds.map((kind) => kind.padStart(9)).join('')}   element/floor`,
);
for (const [title, name, unit] of rows) {
  const cells = kinds.map((kind) => {
    const value = of(kind, name);
    return (value === undefined ? '-' : value.toFixed(unit ? 1 : 0)).padStart(
      9,
    );
  });
  const ratio = of('element', name) / of('floor', name);
  const last = unit ? `${ratio.toFixed(2)}x`.padStart(9) : '';
  console.log(
    `${`${title}${unit && `, ${unit}`}`.padEnd(38)}${cells.join('')}${last}`,
  );
}

/** Ratio of each pair of neighbouring runs, so that load cancels out. */
const pairs = results.element.map(
  (run, i) => run.visible / results.floor[i].visible,
);
const above = results.element.map((run, i) => run.cpu - results.empty[i].cpu);
const longShare = (kind) => results[kind].filter(({ long }) => long > 0).length;
const claims = [
  ['main-thread CPU above the empty page', median(above), 15, 'ms'],
  ['time to the question, of the floor', median(pairs), 1.15, 'x'],
  ['frames from click to next step', of('element', 'frames'), 1, ''],
];
for (const [what, got, limit, unit] of claims) {
  const verdict = got <= limit ? 'reached' : 'NOT reached';
  console.log(
    `${what}: ${got.toFixed(2)}${unit}; to reach: ${limit}${unit}: ${verdict}`,
  );
}
console.log(
  `runs with a long task (50 ms of the clock): floor ${longShare('floor')}, element ${longShare('element')} of ${runs}`,
);
