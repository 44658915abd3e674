// The replies to tests/vectors/documents.json over JavaScript values are those
// of the JSON door, byte for byte. Run by ctest under the wasm preset.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { pathToFileURL } from 'node:url';

const vectors = JSON.parse(
  readFileSync(new URL('../vectors/documents.json', import.meta.url), 'utf8'),
);
const { default: create } = await import(
  pathToFileURL(process.env.LOOPLET_DOCUMENTS).href
);
const engine = await create();

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
    assert.equal(JSON.stringify(engine.call(call, asked)), reply);
  });
}
