// The readers of bench/jobs.mjs in a Worker of a page, in Chromium, one after
// another, each in a browser of its own.
//
// CPU time is that of the process of the page from the first byte on, the
// threads that compile included; what the browser's own process spends on handing the file over
// stands beside it. Peak memory is the page's process, too.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { build } from 'esbuild';
import { chromium } from 'playwright-core';
import { engine } from '../script/build/engine.mjs';

const kLongestMs = 300_000;

/** The Worker: takes {reader}, then {reader, job, file, rules}. */
const worker = `
  import * as udsvPackage from 'udsv';
  import Papa from 'papaparse';
  import { loadAnalysis } from './web/engine/analysis.ts';
  import { looplet, papaparse, udsv } from './bench/jobs_readers.mjs';
  let analysis;
  onmessage = async ({ data: { reader, job, file, rules } }) => {
    if (file === undefined) {
      if (reader === 'looplet') analysis = await loadAnalysis();
      postMessage({});
      return;
    }
    async function* open() {
      const stream = file.stream().getReader();
      for (;;) {
        const { done, value } = await stream.read();
        if (done) return;
        yield value;
      }
    }
    const source = { job, rules, open, whole: () => file };
    try {
      postMessage({
        counts:
          reader === 'looplet'
            ? await looplet(analysis, source)
            : reader === 'udsv'
              ? await udsv(udsvPackage, source)
              : await papaparse(Papa, source),
      });
    } catch (error) {
      postMessage({ error: String(error) });
    }
  };`;

const page = `<!doctype html><title>jobs</title><input type="file"><script>
  let worker;
  const ask = (request) =>
    new Promise((resolve) => {
      worker.onmessage = ({ data }) => resolve(data);
      worker.onerror = ({ message }) => resolve({ error: message });
      worker.postMessage(request);
    });
  window.load = (reader) => {
    worker = new Worker('/worker.js', { type: 'module' });
    return ask({ reader });
  };
  window.run = (reader, job, rules) => {
    const [file] = document.querySelector('input').files;
    return ask({ reader, job, file, rules });
  };
</script>`;

/** The page and its Worker on a port of this machine. */
async function serve(root) {
  const { plugin, fillIn } = engine(root);
  const { outputFiles } = await build({
    stdin: { contents: worker, resolveDir: root, loader: 'js' },
    absWorkingDir: root,
    bundle: true,
    format: 'esm',
    minify: true,
    write: false,
    plugins: [plugin],
  });
  const script = fillIn(outputFiles[0].text);
  const server = createServer(({ url }, response) => {
    const isScript = url === '/worker.js';
    response
      .writeHead(200, {
        'Content-Type': isScript ? 'text/javascript' : 'text/html',
      })
      .end(isScript ? script : page);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

/** CPU seconds by kind of process, and the largest peak of a page in MiB. */
async function processes(session) {
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  const seconds = { renderer: 0, others: 0 };
  let mebibytes = 0;
  for (const { type, id, cpuTime } of processInfo) {
    if (type !== 'renderer') {
      seconds.others += cpuTime;
      continue;
    }
    seconds.renderer += cpuTime;
    const status = readFileSync(`/proc/${id}/status`, 'utf8');
    const peak = Number(/VmHWM:\s+(\d+)/.exec(status)[1]) / 1024;
    mebibytes = Math.max(mebibytes, peak);
  }
  return { seconds, mebibytes };
}

/** Gives `measure(reader, job)` and `close()`. */
export async function inChromium(root, file) {
  const server = await serve(root);
  const address = `http://127.0.0.1:${server.address().port}/`;
  const rules = JSON.parse(
    readFileSync(join(root, 'examples/themes/en.json'), 'utf8'),
  );
  return {
    close: () => server.close(),
    async measure(reader, job) {
      const browser = await chromium.launch({
        executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
        args: ['--no-sandbox', '--disable-gpu', '--no-first-run'],
      });
      try {
        const tab = await browser.newPage();
        await tab.goto(address);
        await tab.setInputFiles('input', file);
        await tab.evaluate((which) => window.load(which), reader);
        const session = await browser.newBrowserCDPSession();
        const before = await processes(session);
        const late = new Promise((_, reject) => {
          setTimeout(reject, kLongestMs, new Error('no answer')).unref();
        });
        const { counts, error } = await Promise.race([
          late,
          tab.evaluate(
            ([which, what, list]) => window.run(which, what, list),
            [reader, job, rules],
          ),
        ]);
        if (error !== undefined) throw new Error(error);
        const after = await processes(session);
        return {
          counts,
          seconds: after.seconds.renderer - before.seconds.renderer,
          empty: before.mebibytes,
          beside: after.seconds.others - before.seconds.others,
          mebibytes: after.mebibytes,
        };
      } finally {
        await browser.close();
      }
    },
  };
}
