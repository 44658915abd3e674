// The survey module as it is shipped, its packed descriptions among it and read
// back from the text that carries it in a script, gives
// the replies of tests/vectors/documents.json. Only where the JSON door hunts
// for unknown fields, which the module leaves to `check`, may they differ.
// Run by ctest under the wasm preset.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { pathToFileURL } from 'node:url';
import { runInNewContext } from 'node:vm';
import { decoder, embed, literal } from '../../script/build/embed.mjs';
import { shipped } from '../../script/build/shipped.mjs';

const vectors = JSON.parse(
  readFileSync(new URL('../vectors/documents.json', import.meta.url), 'utf8'),
);
const glue = process.env.LOOPLET_SURVEY_MODULE;
const { default: createModule } = await import(pathToFileURL(glue).href);
const linked = readFileSync(glue.replace(/mjs$/, 'wasm'));

/** The bytes that a script gets from the literal in it. */
const readBack = (bytes, key) =>
  runInNewContext(`(${decoder(literal(bytes, key), key)})()`);

const bytes = readBack(shipped(linked), 23);
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

test('a script gives back every byte, whatever stands next to it', () => {
  const all = Buffer.from(
    Array.from({ length: 65536 }, (_, i) => [i >> 8, i & 255]).flat(),
  );
  for (const key of [0, 13, 23, 31]) {
    assert.deepEqual(Buffer.from(readBack(all, key)), all);
  }
  const smallest = embed(all.subarray(0, 4096), decoder);
  assert.deepEqual(
    Buffer.from(runInNewContext(`(${smallest})()`)),
    all.subarray(0, 4096),
  );
});

test('what is shipped is a module with the same functions', () => {
  assert.ok(shipped(linked).length < linked.length + 100);
  const names = (wasm) =>
    WebAssembly.Module.exports(new WebAssembly.Module(wasm)).map(
      ({ name, kind }) => `${kind} ${name}`,
    );
  assert.deepEqual(names(shipped(linked)), names(linked));
});

test('most vectors were asked', () => assert.ok(asked >= 100));
