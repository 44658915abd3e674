// build/site on a port of this machine, compressed as the collector sends it.
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';

const types = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/** Its origin, and how to end it. */
export async function serveSite(root) {
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, 'http://localhost');
    const path = join(
      root,
      'build/site',
      pathname.replace(/\/$/, '/index.html'),
    );
    const head = { 'Content-Type': types[extname(path)] ?? 'text/plain' };
    try {
      try {
        const body = await readFile(`${path}.br`);
        response.writeHead(200, { ...head, 'Content-Encoding': 'br' });
        response.end(body);
      } catch {
        response.writeHead(200, head).end(await readFile(path));
      }
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    close: () => server.close(),
  };
}
