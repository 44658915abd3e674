// What is generated and committed is what its source says today.
//
//   node script/checks/generated.mjs            compares; exit 1 when stale
//   node script/checks/generated.mjs --write    makes all of it anew

import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../stages/run.mjs';

const printSchema = 'build/native/tests/layout/looplet_print_schema';

/** Each generated file and the command that prints it. */
const generated = {
  'schema/survey.schema.json': [printSchema, 'survey'],
  'schema/themes.schema.json': [printSchema, 'themes'],
  'schema/calls.schema.json': [printSchema, 'calls'],
  'web/engine/types.ts': ['node', 'script/checks/types.mjs'],
  'include/looplet/README.md': ['node', 'script/checks/code_table.mjs'],
  'examples/surveys/README.md': ['node', 'script/checks/template_table.mjs'],
};

let stale = 0;
for (const [file, [program, ...args]] of Object.entries(generated)) {
  const executable =
    program === 'node' ? process.execPath : join(root, program);
  const { status, stdout, error } = spawnSync(executable, args, {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  });
  if (status !== 0) {
    console.error(
      `${file}: ${program} did not run (${error?.message ?? status}). Build it first: cmake --preset native && cmake --build --preset native`,
    );
    stale++;
    continue;
  }
  const path = join(root, file);
  const committed = existsSync(path) ? readFileSync(path, 'utf8') : '';
  if (committed === stdout) continue;
  if (process.argv.includes('--write')) {
    writeFileSync(path, stdout);
    console.log(`${file}: written`);
  } else {
    const line = firstDifference(committed, stdout);
    console.error(
      `${file}:${line}: is not what its source says. Make it anew: node script/checks/generated.mjs --write`,
    );
    stale++;
  }
}
process.exitCode = stale > 0 ? 1 : 0;

function firstDifference(a, b) {
  const [left, right] = [a.split('\n'), b.split('\n')];
  const index = left.findIndex((line, i) => line !== right[i]);
  return (index < 0 ? left.length : index) + 1;
}
