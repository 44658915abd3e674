// The files that a page of the site loads, found by following its links and
// imports, those for later (`import()`, Workers) among them. Pictures and
// fonts count when the page itself names them; a style sheet's url(...) is
// loaded only where it is needed.

import { existsSync, readFileSync } from 'node:fs';
import { dirname, extname, join, normalize } from 'node:path';

const links = {
  '.html': /<(?:link|script)\b[^>]*?\b(?:href|src)="([^"]+)"/g,
  // Every text that is a path to a script: imports, and addresses of Workers.
  '.js': /["'](\.{1,2}\/[\w./-]+\.js)["']/g,
};

/**
 * Paths below `site`, that of the page first. What begins with one of
 * `without` is left out, and so is all that only it loads.
 */
export function loads(site, page, without = []) {
  const found = new Set([page]);
  for (const file of found) {
    const pattern = links[extname(file)];
    if (!pattern) continue;
    const text = readFileSync(join(site, file), 'utf8');
    for (const [, link] of text.matchAll(pattern)) {
      const path = link.startsWith('/')
        ? link.slice(1)
        : normalize(join(dirname(file), link));
      if (without.some((beginning) => path.startsWith(beginning))) continue;
      if (existsSync(join(site, path))) found.add(path);
    }
  }
  return [...found];
}
