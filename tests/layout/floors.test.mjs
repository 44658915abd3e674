// The check of the floors finds what it is there to find: each test plants one
// thing in a small tree.

import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { floorOf } from './floor_table.mjs';
import { problems, withoutComments } from './floors.mjs';

/** The problems of a tree of these files. */
function problemsOf(files) {
  const root = mkdtempSync(join(tmpdir(), 'looplet-floors-'));
  try {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(join(root, dirname(path)), { recursive: true });
      writeFileSync(join(root, path), text);
    }
    return problems(root);
  } finally {
    rmSync(root, { recursive: true });
  }
}

const sound = {
  'include/looplet/score.h': '#include <array>\n',
  'include/looplet/survey.h': '#include "looplet/score.h"\n',
  'src/wire/read.cpp':
    '#include <nlohmann/json.hpp>\n#include "looplet/survey.h"\n',
  'src/cli/main.cpp': '#include <iostream>\n#include "looplet/survey.h"\n',
};

test('a sound tree has no problems', () => {
  assert.deepEqual(problemsOf(sound), []);
});

test('a file that reaches up a floor is named with its line', () => {
  const found = problemsOf({
    ...sound,
    'src/core/score.cpp':
      '#include "looplet/score.h"\n#include "looplet/survey.h"\n',
  });
  assert.deepEqual(found, [
    'src/core/score.cpp:2: floor 0 includes include/looplet/survey.h of floor 1.',
  ]);
});

test('headers that include each other are named once', () => {
  const found = problemsOf({
    'include/looplet/state.h': '#include "looplet/answer.h"\n',
    'include/looplet/answer.h': '#include "looplet/state.h"\n',
  });
  assert.deepEqual(found, [
    'include/looplet/answer.h:1: includes itself: include/looplet/answer.h -> include/looplet/state.h -> include/looplet/answer.h.',
  ]);
});

test('JSON below floor 4 is found, in includes and in code', () => {
  const found = problemsOf({
    'src/survey/read.cpp':
      '#include <nlohmann/json_fwd.hpp>\nnlohmann::json x;\n// nlohmann\n',
  });
  assert.deepEqual(found, [
    'src/survey/read.cpp:1: floor 2 includes <nlohmann/json_fwd.hpp>; JSON begins on floor 4.',
    'src/survey/read.cpp:2: floor 2 mentions JSON, which begins on floor 4.',
  ]);
});

for (const name of [
  'fstream',
  'iostream',
  'chrono',
  'thread',
  'random',
  'emscripten/val.h',
]) {
  test(`<${name}> below floor 5 is found`, () => {
    assert.deepEqual(
      problemsOf({ 'src/wire/call.cpp': `#include <${name}>\n` }),
      [
        `src/wire/call.cpp:1: floor 4 includes <${name}>, which only floor 5 may know.`,
      ],
    );
    assert.deepEqual(
      problemsOf({ 'wasm_bindings/survey.cpp': `#include <${name}>\n` }),
      [],
    );
  });
}

test('a file that no line places must be placed', () => {
  const sentence =
    'stands on no floor. Place it in tests/layout/floor_table.mjs.';
  assert.deepEqual(
    problemsOf({
      'include/looplet/unheard_of.h': '',
      'src/attic/old.cpp': '',
    }),
    [
      `include/looplet/unheard_of.h:1: ${sentence}`,
      `src/attic/old.cpp:1: ${sentence}`,
    ],
  );
});

test('an include that is no file of the project is found', () => {
  assert.deepEqual(
    problemsOf({ 'src/core/score.cpp': '#include "looplet/scroe.h"\n' }),
    ['src/core/score.cpp:1: "looplet/scroe.h" is not a file of the project.'],
  );
});

test('a file above 450 lines is found, 450 lines are not', () => {
  assert.deepEqual(
    problemsOf({
      'web/widget/element.ts': '\n'.repeat(451),
      'web/widget/views.ts': '\n'.repeat(450),
      'web/engine/types.ts': `// Generated from the survey schema.\n${'\n'.repeat(500)}`,
    }),
    [
      'web/widget/element.ts:451: 451 lines; above 450 it holds more than one concept.',
    ],
  );
});

test('an include inside a comment or a string is none', () => {
  const text = '/*\n#include "up.h"\n*/ char s[] = "// no comment";';
  assert.equal(withoutComments(text), '\n\n char s[] = "// no comment";');
});

test('a source goes with its public header, other files with their folder', () => {
  assert.equal(floorOf('src/survey/survey.cpp'), 1);
  assert.equal(floorOf('src/survey/walk.h'), 2);
  assert.equal(floorOf('src/wire/report.cpp'), 4);
  assert.equal(floorOf('src/cli/score.cpp'), 5);
});
