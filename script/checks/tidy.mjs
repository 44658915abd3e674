// clang-tidy over the sources of the library, two at a time.
//
//   node script/checks/tidy.mjs [FILE...]
//
// It takes the flags of the native preset. A file is checked
// once: what passed is remembered by the content of the file and of every
// header it includes from the project, so that a second run takes a second.

import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { root } from '../stages/run.mjs';

// Floors 0-4 and the hosts; tests and fuzzers are left to warnings.
const checked = /^(src|examples\/collector)\/(?!.*tests\/)/;
// Beast and CLI11 take clang-tidy half a minute for each file that sees them,
// and nothing it finds there is ours.
const heavy = /#\s*include\s*<(CLI|boost)\//;

const commands = join(root, 'build/native/compile_commands.json');
if (!existsSync(commands)) {
  console.error('tidy: configure first: cmake --preset native');
  process.exit(1);
}
const asked = process.argv.slice(2);
// g++'s precompiled headers are nothing that clang could read, and reading
// their text instead takes longer than the source itself.
const entries = JSON.parse(
  readFileSync(commands, 'utf8').replace(
    /-Winvalid-pch -include [^ ]+cmake_pch\.hxx/g,
    '',
  ),
);
mkdirSync(join(root, 'build/tidy'), { recursive: true });
writeFileSync(
  join(root, 'build/tidy/compile_commands.json'),
  JSON.stringify(entries),
);
const sources = [...new Set(entries.map(({ file }) => relative(root, file)))]
  .filter((file) =>
    asked.length > 0 ? asked.includes(file) : checked.test(file),
  )
  .sort();

const contents = new Map();
const read = (path) => {
  if (!contents.has(path)) {
    const file = join(root, path);
    contents.set(path, existsSync(file) ? readFileSync(file, 'utf8') : '');
  }
  return contents.get(path);
};

/** The file and all of the project that it includes, in a fixed order. */
function closure(path, seen = new Set()) {
  if (seen.has(path)) return seen;
  seen.add(path);
  for (const [, name] of read(path).matchAll(/^\s*#\s*include\s*"([^"]+)"/gm)) {
    const found = [dirname(path), 'include', 'src']
      .map((folder) => join(folder, name))
      .find((candidate) => existsSync(join(root, candidate)));
    if (found) closure(found, seen);
  }
  return seen;
}

const memory = join(root, 'build/.tidy.json');
const passed = existsSync(memory)
  ? JSON.parse(readFileSync(memory, 'utf8'))
  : {};
const keyOf = (source) => {
  const hash = createHash('sha256').update(read('.clang-tidy'));
  for (const path of closure(source)) hash.update(path).update(read(path));
  return hash.digest('hex');
};

const light = sources.filter(
  (source) =>
    asked.length > 0 ||
    ![...closure(source)].some((path) => heavy.test(read(path))),
);
const queue = light.filter((source) => passed[source] !== keyOf(source));
let failed = 0;
async function worker() {
  for (let source = queue.shift(); source; source = queue.shift()) {
    const start = Date.now();
    const { code, text } = await tidy(source);
    console.log(
      `${code === 0 ? 'ok  ' : 'FAIL'} ${source} ${((Date.now() - start) / 1000).toFixed(1)} s`,
    );
    if (code === 0) {
      passed[source] = keyOf(source);
      mkdirSync(dirname(memory), { recursive: true });
      writeFileSync(memory, JSON.stringify(passed));
    } else {
      failed++;
      console.log(text);
    }
  }
}

function tidy(source) {
  return new Promise((resolve) => {
    const child = spawn(
      'clang-tidy-14',
      ['--quiet', '-p', 'build/tidy', source],
      { cwd: root, stdio: ['ignore', 'pipe', 'ignore'] },
    );
    let text = '';
    child.stdout.on('data', (data) => {
      text += data;
    });
    child.on('error', (error) => resolve({ code: 127, text: error.message }));
    child.on('close', (code) => resolve({ code, text }));
  });
}

const count = queue.length;
await Promise.all([worker(), worker()]);
console.log(
  `${count} of ${light.length} files looked at, ${failed} with findings; ` +
    `${sources.length - light.length} left out for CLI11 or Beast`,
);
process.exitCode = failed > 0 || sources.length === 0 ? 1 : 0;
