// The first line of the contract, which is all that is asked of an endpoint:
// held by the collector, and by the example that is to be copied.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { folder, post, record, root, start } from './running.mjs';

async function minimal(t, place) {
  const child = spawn(
    process.execPath,
    [
      join(root, 'examples/collector/minimal.mjs'),
      ...['0', join(place, 'answers.jsonl')],
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  t.after(() => child.kill('SIGKILL'));
  const url = await new Promise((resolve) => {
    child.stdout.on('data', (text) => {
      resolve(/listens on (\S+)/.exec(text)[1]);
    });
  });
  return { url, child };
}

for (const [name, open] of [
  ['the collector', start],
  ['the minimal example', minimal],
]) {
  test(`${name} keeps the first line of the contract`, async (t) => {
    const place = folder(t);
    let { url, child } = await open(t, place);
    const status = async (body) => {
      const reply = await post(url, body, {
        'content-type': 'text/plain;charset=UTF-8',
      });
      await reply.text();
      return reply.status;
    };
    const answer = record(9, 'why not');
    assert.equal(await status(answer), 201);
    assert.equal(await status(answer), 200);
    const later = { ...answer, sentTime: '2026-11-22T09:00:00Z' };
    assert.equal(await status(later), 200);
    assert.equal(await status({ ...answer, page: '/other' }), 409);
    assert.equal(await status('{'), 400);
    assert.equal(await status({ ...record(), id: 'short' }), 422);
    assert.equal(await status('x'.repeat(20000)), 413);
    // A 201 outlives the process.
    child.kill('SIGKILL');
    ({ url, child } = await open(t, place));
    assert.equal(await status(answer), 200);
  });
}

test('the minimal example stays minimal', () => {
  const text = readFileSync(
    join(root, 'examples/collector/minimal.mjs'),
    'utf8',
  );
  const code = text
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('//'));
  assert.ok(code.length <= 48, `${code.length} lines of code`);
});
