// The replies to tests/vectors/documents.json over JavaScript values are those
// of the JSON door. Run by ctest under the wasm preset. Only the spelling of
// numbers may differ (0.00001 and 1e-05), so both are spelt by JavaScript.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import test from 'node:test';

const vectors = JSON.parse(
  readFileSync(new URL('../vectors/documents.json', import.meta.url), 'utf8'),
);
const engine = await createRequire(import.meta.url)(
  resolve(process.env.LOOPLET_DOCUMENTS),
)();

test('there are vectors of every call', () => {
  const calls = new Set(vectors.vectors.map(({ call }) => call));
  assert.deepEqual([...calls].sort(), [
    'answer',
    'back',
    'check',
    'preview',
    'response',
    'start',
  ]);
  assert.ok(vectors.vectors.length >= 200);
});

for (const { name, call, survey, request, reply } of vectors.vectors) {
  test(name, () => {
    const asked = survey
      ? { survey: vectors.surveys[survey], ...request }
      : request;
    assert.equal(
      JSON.stringify(engine.call(call, asked)),
      JSON.stringify(JSON.parse(reply)),
    );
  });
}
