// The house stands: reads every #include of the library and its hosts and
// names what reaches up a floor, runs in a circle, brings JSON or the outside
// world below its floor, or has grown too long to be read.
//
//   node tests/layout/floors.mjs [ROOT]
//
// Run by ctest as layout.floors.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { floorOf } from './floor_table.mjs';

const longest = 450;
/** A rule of a style sheet takes four lines for one thought. */
const longestSheet = 600;
const placed = ['include', 'src', 'wasm_bindings', 'examples/collector'];
const measured = [...placed, 'bench', 'script', 'tests', 'web'];
const measuredKinds = /\.(h|cpp|inc|ts|mjs|css)$/;

/** Below floor 4 nobody knows JSON. */
const json = /\bnlohmann\b|\bordered_json\b|\bparse_json\b|\bjson::/;

/** Below floor 5 nobody knows files, clocks, threads, chance or a browser. */
const outside = new Set(
  `chrono condition_variable ctime filesystem fstream future iostream locale
   mutex random thread time.h unistd.h`.split(/\s+/),
);
const isOutside = (name) =>
  outside.has(name) || /^(emscripten|sys|arpa|netinet|boost)\b/.test(name);

function filesBelow(root, folder) {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { recursive: true })
    .map((name) => `${folder}/${name}`)
    .filter((path) => /\.[a-z]+$/.test(path))
    .sort();
}

/** Code without comments; the line count stays. */
export function withoutComments(text) {
  return text.replace(
    /"(?:\\.|[^"\\\n])*"|\/\*[\s\S]*?\*\/|\/\/[^\n]*/g,
    (piece) => (piece[0] === '"' ? piece : piece.replace(/[^\n]/g, '')),
  );
}

function includesOf(text) {
  return withoutComments(text)
    .split('\n')
    .flatMap((line, index) => {
      const match = /^\s*#\s*include\s*([<"])([^>"]+)[>"]/.exec(line);
      return match
        ? [{ line: index + 1, own: match[1] === '"', name: match[2] }]
        : [];
    });
}

/** The project's file that `#include "name"` in `from` means, if any. */
function resolve(known, from, name) {
  return [dirname(from), 'include', 'src', '.']
    .map((folder) => normalize(join(folder, name)))
    .find((path) => known.has(path));
}

/** Everything wrong below `root`, as `file:line: sentence`. */
export function problems(root) {
  const found = [];
  const paths = placed
    .flatMap((folder) => filesBelow(root, folder))
    .filter((path) => /\.(h|cpp|inc)$/.test(path));
  const known = new Set(paths);
  const graph = new Map();
  for (const path of paths) {
    const text = readFileSync(join(root, path), 'utf8');
    const floor = floorOf(path);
    const targets = [];
    graph.set(path, targets);
    if (floor === undefined) {
      found.push(
        `${path}:1: stands on no floor. Place it in tests/layout/floor_table.mjs.`,
      );
      continue;
    }
    for (const { line, own, name } of includesOf(text)) {
      const say = (sentence) => found.push(`${path}:${line}: ${sentence}`);
      const target = resolve(known, path, name);
      if (target !== undefined) {
        targets.push(target);
        const other = floorOf(target);
        if (other !== undefined && other > floor) {
          say(`floor ${floor} includes ${target} of floor ${other}.`);
        }
      } else if (own) {
        say(`"${name}" is not a file of the project.`);
      } else if (floor < 4 && /^nlohmann\b/.test(name)) {
        say(`floor ${floor} includes <${name}>; JSON begins on floor 4.`);
      } else if (floor < 5 && isOutside(name)) {
        say(`floor ${floor} includes <${name}>, which only floor 5 may know.`);
      }
      if (name === 'regex') {
        say('<regex> overflows the stack on long input and is not used here.');
      }
    }
    if (floor < 4) {
      withoutComments(text)
        .split('\n')
        .forEach((line, index) => {
          if (json.test(line) && !/^\s*#\s*include/.test(line)) {
            found.push(
              `${path}:${index + 1}: floor ${floor} mentions JSON, which begins on floor 4.`,
            );
          }
        });
    }
  }
  return [...found, ...circles(graph), ...tooLong(root)];
}

/** Headers that include each other, each circle once. */
function circles(graph) {
  const found = [];
  const state = new Map();
  const visit = (path, trail) => {
    if (state.get(path) === 'done') return;
    if (state.get(path) === 'open') {
      const circle = [...trail.slice(trail.indexOf(path)), path];
      found.push(`${path}:1: includes itself: ${circle.join(' -> ')}.`);
      return;
    }
    state.set(path, 'open');
    for (const next of graph.get(path) ?? []) visit(next, [...trail, path]);
    state.set(path, 'done');
  };
  for (const path of graph.keys()) visit(path, []);
  return found;
}

function tooLong(root) {
  return measured
    .flatMap((folder) => filesBelow(root, folder))
    .filter((path) => measuredKinds.test(path))
    .flatMap((path) => {
      const text = readFileSync(join(root, path), 'utf8');
      const lines = text.split('\n').length - 1;
      const most = path.endsWith('.css') ? longestSheet : longest;
      if (lines <= most || /^\/\/ Generated\b/i.test(text)) return [];
      return [
        `${path}:${lines}: ${lines} lines; above ${most} it holds more than one concept.`,
      ];
    });
}

const here = fileURLToPath(import.meta.url);
if (process.argv[1] === here) {
  const root = process.argv[2] ?? join(dirname(here), '../..');
  const found = problems(root);
  for (const line of found) console.error(line);
  process.exitCode = found.length > 0 ? 1 : 0;
}
