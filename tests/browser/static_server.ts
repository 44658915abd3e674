// Serves folders under the policy that hosts are told to set: a host's page for
// the element, on another origin than the collector.

import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { extname, join, normalize } from 'node:path';

const types: Record<string, string> = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.mjs': 'text/javascript',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/** The strictest policy under which the element still runs. */
export const strictPolicy = (endpoint = '') =>
  [
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src 'self' ${endpoint}`,
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ');

export interface Static {
  origin: string;
  /** Paths asked for so far, in order. */
  requests: string[];
  close(): Promise<void>;
}

/** Serves the first of `folders` that has the file; `without` is not there. */
export async function serveStatic(
  folders: string[],
  policy = strictPolicy(),
  without?: RegExp,
): Promise<Static> {
  const requests: string[] = [];
  const server: Server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    requests.push(pathname);
    const path = normalize(
      pathname.endsWith('/') ? `${pathname}index.html` : pathname,
    );
    for (const folder of without?.test(pathname) ? [] : folders) {
      try {
        const body = await readFile(join(folder, path));
        response.writeHead(200, {
          'Content-Type': types[extname(path)] ?? 'application/octet-stream',
          'Content-Security-Policy': policy,
          'Cache-Control': 'no-store',
        });
        response.end(body);
        return;
      } catch {
        // the next folder may have it
      }
    }
    response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') {
    throw new Error('no port');
  }
  return {
    origin: `http://127.0.0.1:${address.port}`,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
