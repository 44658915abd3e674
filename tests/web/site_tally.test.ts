import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answers, onAxis, whole } from '../../web/site/numbers.ts';
import {
  fetchTally,
  kNoScores,
  readScores,
  total,
  withAnswer,
} from '../../web/site/tally.ts';

const eleven = [2, 1, 0, 3, 2, 5, 9, 16, 24, 38, 42];

/** What fetchTally makes of a reply, or of none. */
async function asked(reply: Response | Error) {
  const real = globalThis.fetch;
  globalThis.fetch = () =>
    reply instanceof Error ? Promise.reject(reply) : Promise.resolve(reply);
  try {
    return await fetchTally('http://localhost/tally');
  } finally {
    globalThis.fetch = real;
  }
}

test('eleven whole counts are a tally', () => {
  assert.deepEqual(readScores({ counts: { scores: eleven } }), eleven);
});

test('anything else is none', () => {
  const others: unknown[] = [
    null,
    'text',
    {},
    { counts: null },
    { counts: { scores: eleven.slice(1) } },
    { counts: { scores: [...eleven.slice(1), -1] } },
    { counts: { scores: [...eleven.slice(1), 0.5] } },
    { counts: { scores: [...eleven.slice(1), '3'] } },
    { counts: { scores: [...eleven.slice(1), 2 ** 53] } },
  ];
  for (const other of others) assert.equal(readScores(other), undefined);
});

test('an answer is counted where it belongs, in a new tally', () => {
  const after = withAnswer(kNoScores, 10);
  assert.equal(after[10], 1);
  assert.equal(total(after), 1);
  assert.equal(total(kNoScores), 0);
});

test('a tally is counted', async () => {
  const reply = Response.json({ survey: 's', counts: { scores: eleven } });
  assert.deepEqual(await asked(reply), { kind: 'counted', scores: eleven });
});

test('a page in place of a tally is no collector', async () => {
  assert.deepEqual(await asked(new Response('<html>')), { kind: 'absent' });
  assert.deepEqual(await asked(new Response('', { status: 404 })), {
    kind: 'absent',
  });
});

test('a tally that is refused is private', async () => {
  assert.deepEqual(await asked(new Response('{}', { status: 403 })), {
    kind: 'private',
  });
});

test('no reply, and a reply to come back later, are unreachable', async () => {
  const none = new TypeError('no network');
  assert.deepEqual(await asked(none), { kind: 'unreachable' });
  for (const status of [429, 500, 503]) {
    assert.deepEqual(await asked(new Response('', { status })), {
      kind: 'unreachable',
    });
  }
});

test('numbers have a minus sign, groups of three and no negative zero', () => {
  assert.equal(whole(-5), '\u22125');
  assert.equal(whole(1234567), '1\u202f234\u202f567');
  assert.equal(whole(-0.4), '0');
  assert.equal(whole(999.6), '1\u202f000');
});

test('one answer is not two answers', () => {
  assert.equal(answers(1), '1 answer');
  assert.equal(answers(0), '0 answers');
  assert.equal(answers(2000), '2\u202f000 answers');
});

test('the axis runs from -100 to 100', () => {
  assert.deepEqual([-100, 0, 30, 100].map(onAxis), [
    '0%',
    '50%',
    '65%',
    '100%',
  ]);
});
