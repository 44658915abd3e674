// The pages keep to the policy they are served under: no inline script, style
// or handler, and nothing from another host. Links that people follow are free.
//
//   node script/checks/pages.mjs

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesBelow } from '../build/files.mjs';
import { root } from '../stages/run.mjs';

const rules = [
  [
    /<script(?![^>]*\bsrc=)(?![^>]*type="(?:application\/json|application\/ld\+json)")[^>]*>/gi,
    'an inline script',
  ],
  [/<style\b/gi, 'an inline style sheet'],
  [/\sstyle\s*=/gi, 'an inline style'],
  [/\son[a-z]+\s*=\s*["']/gi, 'an inline handler'],
  [
    /\b(?:src|srcset|poster)\s*=\s*["'](?:https?:)?\/\//gi,
    'a resource of another host',
  ],
  [
    /<link\b[^>]*\bhref\s*=\s*["'](?:https?:)?\/\/[^>]*>/gi,
    'a resource of another host',
  ],
];

let count = 0;
for (const file of filesBelow(join(root, 'web')).filter((name) =>
  name.endsWith('.html'),
)) {
  const text = readFileSync(join(root, 'web', file), 'utf8').replace(
    /<!--[\s\S]*?-->/g,
    (piece) => piece.replace(/[^\n]/g, ' '),
  );
  for (const [pattern, what] of rules) {
    for (const match of text.matchAll(pattern)) {
      if (/rel="canonical"/.test(match[0])) continue;
      const line = text.slice(0, match.index).split('\n').length;
      console.error(`web/${file}:${line}: ${what}: ${match[0].trim()}`);
      count++;
    }
  }
}
process.exitCode = count > 0 ? 1 : 0;
