// The pages of the comparison and the server that gives them: everything
// brotli-compressed beforehand, with the types and the policy a host would use.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotli } from '../../script/build/embed.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, '..', '..');

const types = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
};
const policy = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  'img-src data:',
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

/** Path to file: the pages of this folder, the element, its survey inline. */
function files() {
  const own = ['empty.html', 'floor.html', 'floor.js', 'element.html'];
  const found = own.map((name) => [name, readFileSync(join(here, name))]);
  const survey = JSON.parse(
    readFileSync(join(root, 'bench/surveys/score_and_reason.json'), 'utf8'),
  );
  const script = readFileSync(join(here, 'element.js'), 'utf8');
  return new Map([
    ...found,
    [
      'element.js',
      Buffer.from(script.replace('__survey__', JSON.stringify(survey))),
    ],
    [
      'looplet-survey.js',
      readFileSync(
        process.env.LOOPLET_ELEMENT ?? join(root, 'dist/looplet-survey.js'),
      ),
    ],
  ]);
}

export async function servePages() {
  const answers = new Map();
  for (const [name, body] of files()) {
    answers.set(`/${name}`, {
      body: brotli(body),
      type: types[extname(name)],
    });
  }
  const server = createServer(({ url }, response) => {
    const found = answers.get(url);
    if (!found) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, {
      'Content-Type': found.type,
      'Content-Encoding': 'br',
      'Content-Length': found.body.length,
      'Content-Security-Policy': policy,
      'Cache-Control': 'no-store',
    });
    response.end(found.body);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const bytes = (...names) =>
    names.reduce((sum, name) => sum + answers.get(`/${name}`).body.length, 0);
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    bytes: {
      empty: bytes('empty.html'),
      floor: bytes('floor.html', 'floor.js'),
      element: bytes('element.html', 'element.js', 'looplet-survey.js'),
    },
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
