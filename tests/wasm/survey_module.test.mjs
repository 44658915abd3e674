// The survey module as it is shipped, its packed descriptions among it, gives
// the replies of tests/vectors/documents.json. Only where the JSON door hunts
// for unknown fields, which the module leaves to `check`, may they differ.
// Run by ctest under the wasm preset.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { pathToFileURL } from 'node:url';

const vectors = JSON.parse(
  readFileSync(new URL('../vectors/documents.json', import.meta.url), 'utf8'),
);
const glue = process.env.LOOPLET_SURVEY_MODULE;
const { default: createModule } = await import(pathToFileURL(glue).href);
const bytes = readFileSync(glue.replace(/mjs$/, 'wasm'));
const module = await createModule({ wasm: await WebAssembly.compile(bytes) });

const ask = {
  start: (handle, request) => module.start(handle, request),
  answer: (handle, { state, answer }) => module.answer(handle, state, answer),
  back: (handle, { state }) => module.back(handle, state),
  response: (handle, { state, ...options }) =>
    module.response(handle, state, options),
};

let asked = 0;
for (const { name, call, survey, request, reply } of vectors.vectors) {
  const expected = JSON.parse(reply);
  const loose = expected.errors?.some(({ code }) => code === 'unknown_field');
  if (loose || !(call === 'preview' || (survey && ask[call]))) continue;
  asked += 1;
  test(name, () => {
    if (call === 'preview') {
      assert.deepEqual(module.preview(request), expected);
      return;
    }
    const loaded = module.load(vectors.surveys[survey]);
    const given = loaded.ok ? ask[call](loaded.value, request) : loaded;
    if (loaded.ok) module.unload(loaded.value);
    assert.equal(JSON.stringify(given), JSON.stringify(expected));
  });
}

test('most vectors were asked', () => assert.ok(asked >= 100));
