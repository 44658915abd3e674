// The pages of the comparison and the server that gives them: everything
// brotli-compressed beforehand, with the types and the policy a host would use.
import { createHash } from 'node:crypto';
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

/** The pages of this folder, the element, and its survey in the page. */
function files() {
  const own = (name) => [name, readFileSync(join(here, name))];
  const survey = JSON.parse(
    readFileSync(join(root, 'bench/surveys/score_and_reason.json'), 'utf8'),
  );
  const page = readFileSync(join(here, 'element.html'), 'utf8');
  const element =
    process.env.LOOPLET_ELEMENT ?? join(root, 'dist/looplet-survey.js');
  return new Map([
    own('empty.html'),
    own('floor.html'),
    own('floor.js'),
    ['element.html', page.replace('__survey__', JSON.stringify(survey))],
    ['looplet-survey.js', readFileSync(element)],
  ]);
}

/** The policy allows a page's own script by its hash. */
function policyFor(page) {
  const inline = /<script>(.*?)<\/script>/s.exec(page)?.[1];
  const hash = createHash('sha256')
    .update(inline ?? '')
    .digest('base64');
  return policy.replace(
    "'self'",
    inline ? `'self' 'sha256-${hash}'` : "'self'",
  );
}

export async function servePages() {
  const answers = new Map();
  for (const [name, body] of files()) {
    answers.set(`/${name}`, {
      body: brotli(Buffer.from(body)),
      type: types[extname(name)],
      policy: policyFor(body.toString()),
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
      'Content-Security-Policy': found.policy,
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
      element: bytes('element.html', 'looplet-survey.js'),
    },
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
