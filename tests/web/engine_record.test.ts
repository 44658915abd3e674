import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadEngine } from '../../web/engine/survey.ts';

const kMost = 8192; // contract: a response is at most 8 KiB

const survey = {
  format: 1,
  id: 'words',
  revision: 1,
  locale: 'en',
  subject: 'Acme',
  steps: [
    ...['a', 'b', 'c', 'd', 'e'].map((id) => ({
      id,
      type: 'text',
      text: '?',
      maxLength: 2000,
    })),
    { id: 'end', type: 'end', text: 'Thanks.' },
  ],
};

const options = {
  id: '7f9c24e8-3b12-4e06-9f0a-1c5d8e2b6a40',
  clientTime: '2026-03-01T09:00:00.000Z',
};

/** The record of these answers and its bytes on the wire. */
async function recordOf(words: string[]) {
  const engine = await loadEngine();
  const loaded = engine.load(survey);
  assert.ok(loaded.ok);
  let state = engine.start(loaded.value);
  for (const word of words) {
    assert.ok(state.ok);
    state = engine.answer(loaded.value, state.value, word);
  }
  assert.ok(state.ok);
  const reply = engine.response(loaded.value, state.value, options);
  engine.unload(loaded.value);
  return reply;
}

const sentTime = '2026-03-01T09:00:05.000Z';
const wire = (record: object) =>
  Buffer.byteLength(JSON.stringify({ ...record, sentTime }));

test('a record that fills 8 KiB on the wire is made, one byte more is not', async () => {
  const words = ['é'.repeat(2000), 'x', '"\n', '😀', 'x'.repeat(1500)];
  const small = await recordOf(words);
  assert.ok(small.ok);
  const room = kMost - wire(small.value);
  assert.ok(room > 0 && room < 2000 * 2);
  const fill = (bytes: number) => {
    const two = Math.floor(bytes / 2);
    return ['é'.repeat(2000), `x${'é'.repeat(two)}${'x'.repeat(bytes % 2)}`];
  };
  const full = await recordOf([...fill(room), ...words.slice(2)]);
  assert.ok(full.ok);
  assert.equal(wire(full.value), kMost);
  const over = await recordOf([...fill(room + 1), ...words.slice(2)]);
  assert.ok(!over.ok);
  assert.deepEqual(over.errors, [
    {
      code: 'too_large',
      where: '',
      message: 'This is 8193 bytes; at most 8192 are allowed.',
    },
  ]);
});
