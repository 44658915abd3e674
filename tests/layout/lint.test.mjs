// The linter refuses what turns text into markup or script, in every spelling,
// and lets plain text through.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');

/** How often the linter, as the project sets it up, names a sink in `code`. */
function sinksIn(code) {
  const folder = mkdtempSync(join(tmpdir(), 'looplet-lint-'));
  try {
    const config = JSON.parse(readFileSync(join(root, 'biome.json'), 'utf8'));
    const plugins = config.plugins.map((path) => join(root, path));
    writeFileSync(
      join(folder, 'biome.json'),
      JSON.stringify({ root: true, plugins, linter: config.linter }),
    );
    writeFileSync(join(folder, 'planted.ts'), code);
    const { stdout, stderr } = spawnSync(
      join(root, 'node_modules/.bin/biome'),
      ['lint', '--colors=off', 'planted.ts'],
      { cwd: folder, encoding: 'utf8' },
    );
    return (stdout + stderr).split('An HTML or script sink.').length - 1;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

for (const line of [
  `host.innerHTML = text;`,
  `host.innerHTML += text;`,
  `host.outerHTML = text;`,
  `host['innerHTML'] = text;`,
  `frame.srcdoc = text;`,
  `frame.setAttribute('srcdoc', text);`,
  `host.insertAdjacentHTML('beforeend', text);`,
  `host.setHTMLUnsafe(text);`,
  `Document.parseHTMLUnsafe(text);`,
  `range.createContextualFragment(text);`,
  `new DOMParser().parseFromString(text, 'text/html');`,
  `document.write(text);`,
  `document.writeln(text);`,
  `new Function(text)();`,
]) {
  test(`the linter refuses ${line}`, () => assert.equal(sinksIn(line), 1));
}

test('the linter lets text through', () => {
  assert.equal(
    sinksIn(
      `host.textContent = text; host.append(text); field.value = text; host.setAttribute('title', text);`,
    ),
    0,
  );
});
