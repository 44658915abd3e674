// What was said to be stored is stored: through kill -9, a full disk, and a
// stop in the middle of the work. And what is erased is gone.
import assert from 'node:assert/strict';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { test } from 'node:test';
import {
  bearer,
  folder,
  post,
  query,
  record,
  request,
  sleep,
  start,
  taken,
} from './running.mjs';

const unlimited = ['--no-rate-limit', '--connections-per-address', '1000'];

/**
 * Posts from `clients` at once until `over()`. `acknowledged` has the ids that
 * got a 201, `unknown` those that got no reply at all, both as they come;
 * `first` is kept with the first 201, `done` when every client has stopped.
 */
function load(url, clients, over) {
  const acknowledged = [];
  const other = [];
  const unknown = [];
  let taken;
  const first = new Promise((resolve) => {
    taken = resolve;
  });
  const done = Promise.all(
    Array.from({ length: clients }, async () => {
      while (!over()) {
        const answer = record(Math.floor(Math.random() * 11), 'x'.repeat(200));
        try {
          const reply = await post(url, answer);
          if (reply.status === 201) {
            acknowledged.push(answer.id);
            taken();
          } else other.push(reply.status);
          await reply.text();
        } catch {
          unknown.push(answer.id);
          await sleep(5);
        }
      }
    }),
  );
  return { acknowledged, other, unknown, first, done };
}

test('no answer that was acknowledged is lost by kill -9', async (t) => {
  const rounds = Number(process.env.LOOPLET_KILLS ?? 20);
  const place = folder(t);
  const acknowledged = [];
  for (let round = 0; round < rounds; round++) {
    const { child, url, exit } = await start(t, place, unlimited);
    let over = false;
    const work = load(url, 8, () => over);
    // A kill before the first answer would show nothing, however slow the
    // machine: it comes some time after, in the middle of the others.
    await work.first;
    await sleep(Math.random() * 200);
    child.kill('SIGKILL');
    over = true;
    assert.equal((await exit).signal, 'SIGKILL');
    await work.done;
    acknowledged.push(...work.acknowledged);
    assert.deepEqual(work.other, []);
  }
  // The file is opened again by another program, which replays the log.
  assert.equal(query(place, 'PRAGMA integrity_check'), 'ok');
  const stored = new Set(query(place, 'SELECT id FROM responses').split('\n'));
  const missing = acknowledged.filter((id) => !stored.has(id));
  t.diagnostic(
    `${rounds} kills, ${acknowledged.length} acknowledged, ${stored.size} stored, ${missing.length} missing`,
  );
  assert.ok(acknowledged.length >= rounds);
  assert.deepEqual(missing, []);
});

test('a stop finishes what is under way', async (t) => {
  const place = folder(t);
  const { child, port, url, exit, output } = await start(t, place, unlimited);
  let over = false;
  const work = load(url, 8, () => over);
  await work.first;
  // One request is half here when the signal comes.
  const body = JSON.stringify(record());
  const whole = request(
    'POST /v1/responses HTTP/1.1',
    ['Content-Type: text/plain'],
    body,
  );
  const slow = connect(port, '127.0.0.1');
  let reply = '';
  slow.on('data', (text) => {
    reply += text;
  });
  slow.on('error', () => {});
  slow.write(whole.slice(0, -20));
  await taken(port, slow);
  const begun = performance.now();
  child.kill('SIGTERM');
  over = true;
  await sleep(200);
  slow.end(whole.slice(-20));
  assert.deepEqual(await exit, { code: 0, signal: null });
  const ms = performance.now() - begun;
  await work.done;
  const { acknowledged, other } = work;
  assert.match(reply, /^HTTP\/1\.1 201 Created[\s\S]*Connection: close/);
  assert.deepEqual(other, []);
  assert.ok(ms < 5000, `took ${ms} ms`);
  assert.match(output.out, /looplet-collector stopped\n$/);
  // The log has been emptied into the file.
  const wal = join(place, 'answers.sqlite-wal');
  assert.equal(existsSync(wal) ? statSync(wal).size : 0, 0);
  assert.equal(
    Number(query(place, 'SELECT count(*) FROM responses')),
    acknowledged.length + 1,
  );
});

test('a stop waits ten seconds for a slow request and no longer', async (t) => {
  const { child, port, exit } = await start(t, folder(t), [
    ...['--request-seconds', '60'],
  ]);
  const slow = connect(port, '127.0.0.1');
  slow.on('error', () => {});
  t.after(() => slow.destroy());
  slow.write('POST /v1/responses HTTP/1.1\r\n');
  await taken(port, slow);
  const begun = performance.now();
  child.kill('SIGTERM');
  assert.deepEqual(await exit, { code: 0, signal: null });
  const ms = performance.now() - begun;
  assert.ok(ms > 9000 && ms < 12000, `took ${ms} ms`);
});

test('a full disk is 503, and every acknowledged answer is there', async (t) => {
  const place = folder(t);
  const { url, child, exit, output } = await start(t, place, [
    ...unlimited,
    ...['--max-db-mib', '1'],
  ]);
  const stored = [];
  let refused;
  for (let i = 0; i < 5000 && !refused; i++) {
    const answer = record(5, 'x'.repeat(1500));
    const reply = await post(url, answer);
    if (reply.status === 201) stored.push(answer.id);
    else refused = { reply, answer, body: await reply.text() };
  }
  assert.equal(refused.reply.status, 503);
  assert.equal(refused.reply.headers.get('retry-after'), '30');
  assert.match(refused.body, /storage_failed/);
  assert.equal((await fetch(`${url}/healthz`)).status, 200);
  // Room is made, and the same answer is taken.
  for (const id of stored.splice(0, 20)) {
    const gone = await fetch(`${url}/v1/responses/${id}`, {
      method: 'DELETE',
      headers: bearer,
    });
    assert.equal(gone.status, 204);
  }
  assert.equal((await post(url, refused.answer)).status, 201);
  stored.push(refused.answer.id);
  child.kill('SIGTERM');
  await exit;
  assert.match(output.err, /full/);
  const rows = query(place, 'SELECT id FROM responses').split('\n');
  assert.deepEqual(rows.sort(), stored.sort());
});

test('what is erased is in no file, and stays away', async (t) => {
  const place = folder(t);
  const { url } = await start(t, place, unlimited);
  const words = 'these-words-are-to-be-forgotten';
  const answer = record(3, words);
  for (let i = 0; i < 200; i++) await post(url, record(i % 11, `other ${i}`));
  assert.equal((await post(url, answer)).status, 201);
  for (let i = 0; i < 200; i++) await post(url, record(i % 11, `more ${i}`));
  const bytes = () =>
    ['', '-wal', '-shm']
      .map((suffix) => join(place, `answers.sqlite${suffix}`))
      .filter(existsSync)
      .map((file) => readFileSync(file, 'latin1'))
      .join();
  assert.ok(bytes().includes(words));
  const gone = await fetch(`${url}/v1/responses/${answer.id}`, {
    method: 'DELETE',
    headers: bearer,
  });
  assert.equal(gone.status, 204);
  assert.ok(!bytes().includes(words));
  assert.ok(!bytes().includes(answer.id));
  const late = await post(url, answer);
  assert.equal(late.status, 200);
  assert.deepEqual(await late.json(), { duplicate: true });
  assert.equal(query(place, 'SELECT count(*) FROM responses'), '400');
});

test('the same answer sent by many at once is one row', async (t) => {
  const place = folder(t);
  const { url } = await start(t, place, unlimited);
  const answer = record();
  const statuses = await Promise.all(
    Array.from({ length: 30 }, async () => (await post(url, answer)).status),
  );
  assert.deepEqual(statuses.sort(), [...Array(29).fill(200), 201]);
  assert.equal(query(place, 'SELECT count(*) FROM responses'), '1');
});
