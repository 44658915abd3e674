// Runs the command line over cases that are data:
//
//   node tests/cli/run.mjs PROGRAM [NAME...]
//
// Each file *.json beside this one is a list of cases
//   {"name": "a fact",
//    "args": ["score", "{file}"],          {file} and {other} are temporary
//    "file": INPUT, "other": INPUT, "stdin": INPUT,
//    "env": {"NO_COLOR": "1"},
//    "exit": 0,                             0 unless said
//    "stdout": EXPECTED, "stderr": EXPECTED}
// INPUT is text, a list of lines, {"base64": ...}, or a made one:
//   {"repeat": TEXT, "times": N, "before": TEXT, "after": TEXT}, {"utf16": TEXT}.
// EXPECTED is the whole text, a list of lines, {"json": value} for the whole,
// {"has": [parts]} or {"starts": text}; nothing at all when it is not given.
// In what comes out the temporary paths are {file} and {other} again.
import { spawnSync } from 'node:child_process';
import {
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isDeepStrictEqual } from 'node:util';

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, '..', '..');
const [program, ...only] = process.argv.slice(2);
if (program === undefined) {
  console.error('usage: node tests/cli/run.mjs PROGRAM [NAME...]');
  process.exit(2);
}

/** The bytes of an INPUT. */
function bytesOf(input) {
  if (typeof input === 'string') return Buffer.from(input);
  if (Array.isArray(input))
    return Buffer.from(input.map((line) => `${line}\n`).join(''));
  if (input.base64 !== undefined) return Buffer.from(input.base64, 'base64');
  if (input.utf16 !== undefined)
    return Buffer.from(`\uFEFF${input.utf16}`, 'utf16le');
  const { before = '', repeat, times, after = '' } = input;
  return Buffer.concat([
    Buffer.from(before),
    Buffer.alloc(Buffer.byteLength(repeat) * times, repeat),
    Buffer.from(after),
  ]);
}

/** What is wrong with `got`, or nothing. */
function difference(expected, got) {
  const shown = got.length > 1500 ? `${got.slice(0, 1500)}...` : got;
  if (expected === undefined)
    return got === '' ? '' : `expected nothing, got:\n${shown}`;
  const text = Array.isArray(expected)
    ? expected.map((line) => `${line}\n`).join('')
    : expected;
  if (typeof text === 'string') {
    return got === text ? '' : `expected:\n${text}\ngot:\n${shown}`;
  }
  if (text.json !== undefined) {
    let value;
    try {
      value = JSON.parse(got);
    } catch {
      return `expected JSON, got:\n${shown}`;
    }
    return isDeepStrictEqual(value, text.json)
      ? ''
      : `expected:\n${JSON.stringify(text.json)}\ngot:\n${JSON.stringify(value)}`;
  }
  if (text.starts !== undefined && !got.startsWith(text.starts)) {
    return `expected to start with:\n${text.starts}\ngot:\n${shown}`;
  }
  const missing = (text.has ?? []).filter((part) => !got.includes(part));
  return missing.length === 0
    ? ''
    : `expected to have:\n${missing.join('\n')}\ngot:\n${shown}`;
}

const folder = mkdtempSync(join(tmpdir(), 'looplet-cli-'));
let passed = 0;
const failed = [];
try {
  for (const name of readdirSync(here)
    .filter((file) => file.endsWith('.json'))
    .sort()) {
    for (const test of JSON.parse(readFileSync(join(here, name), 'utf8'))) {
      const title = `${name}: ${test.name}`;
      if (only.length > 0 && !only.some((part) => title.includes(part)))
        continue;
      const paths = {};
      for (const slot of ['file', 'other']) {
        paths[slot] = join(folder, `${slot}.${test.extension ?? 'csv'}`);
        if (test[slot] !== undefined)
          writeFileSync(paths[slot], bytesOf(test[slot]));
      }
      const given = (text) =>
        text
          .replaceAll('{file}', paths.file)
          .replaceAll('{other}', paths.other)
          .replaceAll('{root}', root);
      const run = spawnSync(resolve(program), test.args.map(given), {
        cwd: folder,
        input: test.stdin === undefined ? '' : bytesOf(test.stdin),
        env: { PATH: process.env.PATH, LANG: 'C', ...test.env },
        maxBuffer: 1 << 28,
        timeout: 120_000,
      });
      const seen = (bytes) =>
        bytes
          .toString()
          .replaceAll(paths.file, '{file}')
          .replaceAll(paths.other, '{other}')
          .replaceAll(root, '{root}');
      const wrong = [
        run.status === (test.exit ?? 0)
          ? ''
          : `exit ${test.exit ?? 0} expected, got ${run.status ?? run.signal ?? run.error}`,
        ...['stdout', 'stderr'].map((stream) => {
          const text = difference(test[stream], seen(run[stream]));
          return text === '' ? '' : `${stream}: ${text}`;
        }),
      ].filter((text) => text !== '');
      for (const path of Object.values(paths)) rmSync(path, { force: true });
      if (wrong.length === 0) {
        passed += 1;
      } else {
        failed.push(title);
        console.error(
          `FAILED ${title}\n  looplet ${test.args.join(' ')}\n${wrong.join('\n')}\n`,
        );
      }
    }
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
console.log(`${passed} passed, ${failed.length} failed`);
process.exit(failed.length === 0 && passed > 0 ? 0 : 1);
