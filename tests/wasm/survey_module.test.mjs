// The survey module as it is shipped, its packed descriptions among it and put
// together from the streams that carry it in a script, gives the replies of
// tests/vectors/documents.json. Only where the JSON door hunts for unknown
// fields, which the module leaves to `check`, may they differ; and faults are
// told in the brief words of fault_codes.inc.
// Run by ctest under the wasm preset.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { pathToFileURL } from 'node:url';
import { runInNewContext } from 'node:vm';
import { decoder, embed, literal } from '../../script/build/embed.mjs';
import { shipped } from '../../script/build/shipped.mjs';
import { streamsLiteral, streamsReader } from '../../script/build/streams.mjs';

const vectors = JSON.parse(
  readFileSync(new URL('../vectors/documents.json', import.meta.url), 'utf8'),
);
const glue = process.env.LOOPLET_SURVEY_MODULE;
const { default: createModule } = await import(pathToFileURL(glue).href);
const linked = readFileSync(glue.replace(/mjs$/, 'wasm'));

/** The bytes that a script gets from the literal in it. */
const readBack = (bytes, key, write = literal, read = decoder) =>
  runInNewContext(`(${read(write(bytes, key), key)})()`, {
    WebAssembly,
    TextEncoder,
    Uint8Array,
  });
const assembler = readFileSync(
  glue.replace(/looplet_survey[.]mjs$/, 'looplet_assembler.wasm'),
);
const inStreams = (bytes, key) => streamsLiteral(bytes, assembler, key);
const assembled = (key) =>
  readBack(shipped(linked), key, inStreams, streamsReader);

const module = await createModule({
  wasm: await WebAssembly.compile(assembled(23)),
});

/** Each code's sentence and its brief words. */
const sentences = new Map(
  readFileSync(
    new URL('../../include/looplet/fault_codes.inc', import.meta.url),
    'utf8',
  )
    .split('\n')
    .flatMap((line) => {
      const parts = /^LOOPLET_FAULT\((\w+), "(.*?)", "(.*)"\)$/.exec(line);
      return parts ? [[parts[1], parts.slice(2)]] : [];
    }),
);

/** Words in sentences of which the module has the first alone. */
const shorter = new Map(
  ['wire/reader_text', 'wire/survey_types', 'survey/compile_condition']
    .map((file) => new URL(`../../src/${file}.cpp`, import.meta.url))
    .flatMap((url) => [
      ...readFileSync(url, 'utf8').matchAll(
        /LOOPLET_WORDS\(\s*"([^"]*)",\s*"([^"]*)"\s*\)/g,
      ),
    ])
    .map(([, brief, rest]) => [brief + rest, brief]),
);

/** A fault as the module tells it. */
function inBrief({ code, where, message }) {
  const [sentence, brief] = sentences.get(code);
  const order = [];
  const pattern = sentence
    .replace(/[.*+?()[\]\\|^$]/g, '\\$&')
    .replace(/\{(\d)\}/g, (_, place) => {
      order.push(place);
      return '(.*)';
    });
  const words = new RegExp(`^${pattern}$`, 's')
    .exec(message)
    .slice(1)
    .map((word) => shorter.get(word) ?? word);
  const filled = brief.replace(
    /\{(\d)\}/g,
    (_, place) => words[order.indexOf(place)],
  );
  const name = code.replaceAll('_', ' ');
  const said = `${name[0].toUpperCase()}${name.slice(1)}${filled}.`;
  return { code, where, message: said };
}

const ask = {
  start: (handle, request) => module.start(handle, null, request),
  answer: (handle, { state, answer }) => module.answer(handle, state, answer),
  back: (handle, { state }) => module.back(handle, state, null),
  response: (handle, { state, ...options }) =>
    module.response(handle, state, options),
};

let asked = 0;
for (const { name, call, survey, request, reply } of vectors.vectors) {
  const expected = JSON.parse(reply);
  const loose = expected.errors?.some(({ code }) => code === 'unknown_field');
  if (loose || !(call === 'preview' || (survey && ask[call]))) continue;
  asked += 1;
  if (!expected.ok) expected.errors = expected.errors.map(inBrief);
  test(name, () => {
    if (call === 'preview') {
      assert.deepEqual(module.preview(request, null, null), expected);
      return;
    }
    const loaded = module.load(vectors.surveys[survey], null, null);
    const given = loaded.ok ? ask[call](loaded.value, request) : loaded;
    if (loaded.ok) module.unload(loaded.value, null, null);
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

test('streams give back every instruction, whatever the key', () => {
  for (const key of [0, 23, 31]) {
    // Sizes take three bytes now, so offsets differ; taken apart again both
    // are the same.
    assert.equal(
      inStreams(assembled(key), key),
      inStreams(shipped(linked), key),
    );
  }
});

test('a module with an instruction that streams do not know is refused', () => {
  const whole = shipped(linked);
  // (func (drop (f32.const 0))), which the survey module has no use for.
  const odd = Buffer.concat([
    whole.subarray(0, 8),
    Buffer.from([10, 10, 1, 8, 0, 0x43, 0, 0, 0, 0, 0x1a, 0x0b]),
  ]);
  assert.throws(() => inStreams(odd, 23), /not known/);
});

test('most vectors were asked', () => assert.ok(asked >= 100));
