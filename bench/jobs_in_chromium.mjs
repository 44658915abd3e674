// The readers of bench/jobs.mjs in a Worker of a page, in Chromium, one after
// another, each in a browser of its own.
//
// CPU time is that of the process of the page, which includes the compiler's
// threads; what the browser's own process spends on handing the file over
// stands beside it. Peak memory is the page's process, too.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { build } from 'esbuild';
import { chromium } from 'playwright-core';
import { engine } from '../script/build/engine.mjs';

/** The Worker: takes {reader, job, file, rules}, posts what it counted. */
const worker = `
  import * as udsvPackage from 'udsv';
  import Papa from 'papaparse';
  import { loadAnalysis } from './web/engine/analysis.ts';
  import { looplet, papaparse, udsv } from './bench/jobs_readers.mjs';
  onmessage = async ({ data: { reader, job, file, rules } }) => {
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
            ? await looplet(await loadAnalysis(), source)
            : reader === 'udsv'
              ? await udsv(udsvPackage, source)
              : await papaparse(Papa, source),
      });
    } catch (error) {
      postMessage({ error: String(error) });
    }
  };`;

const page = `<!doctype html><title>jobs</title><input type="file"><script>
  window.run = (reader, job, rules) =>
    new Promise((resolve) => {
      const worker = new Worker('/worker.js', { type: 'module' });
      worker.onmessage = ({ data }) => resolve(data);
      worker.onerror = ({ message }) => resolve({ error: message });
      const [file] = document.querySelector('input').files;
      worker.postMessage({ reader, job, file, rules });
    });
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

/** CPU seconds by kind of process, and the page's process. */
async function processes(session) {
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  const seconds = { renderer: 0, others: 0 };
  let id;
  for (const one of processInfo) {
    const isPage = one.type === 'renderer';
    seconds[isPage ? 'renderer' : 'others'] += one.cpuTime;
    if (isPage) id ??= one.id;
  }
  return { seconds, id };
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
        const session = await browser.newBrowserCDPSession();
        const before = await processes(session);
        const { counts, error } = await tab.evaluate(
          ([which, what, list]) => window.run(which, what, list),
          [reader, job, rules],
        );
        if (error !== undefined) throw new Error(error);
        const after = await processes(session);
        const peak = /VmHWM:\s+(\d+)/.exec(
          readFileSync(`/proc/${after.id}/status`, 'utf8'),
        );
        return {
          counts,
          seconds: after.seconds.renderer - before.seconds.renderer,
          beside: after.seconds.others - before.seconds.others,
          mebibytes: Number(peak[1]) / 1024,
        };
      } finally {
        await browser.close();
      }
    },
  };
}
