// Many at once, and slow ones: nobody is kept waiting by another, and each
// limit is where it is said to be.
import assert from 'node:assert/strict';
import { connect } from 'node:net';
import { test } from 'node:test';
import {
  folder,
  post,
  raw,
  record,
  request,
  residentMiB,
  sleep,
  soon,
  start,
} from './running.mjs';

const unlimited = ['--no-rate-limit', '--connections-per-address', '1000'];
const kPost = 'POST /v1/responses HTTP/1.1';
const kNext = request('GET /healthz HTTP/1.1');

/** Opens `count` connections that send one byte each 100 ms. */
function drip(t, port, count, text) {
  const drips = Array.from({ length: count }, () => {
    const socket = connect(port, '127.0.0.1');
    const begun = performance.now();
    let at = 0;
    const timer = setInterval(
      () => socket.write(text[at++ % text.length]),
      100,
    );
    const cut = new Promise((resolve) => {
      socket.on('error', () => {});
      socket.on('close', () => {
        clearInterval(timer);
        resolve(performance.now() - begun);
      });
    });
    socket.resume();
    return { socket, cut };
  });
  t.after(() => {
    for (const { socket } of drips) socket.destroy();
  });
  return drips.map(({ cut }) => cut);
}

test('two hundred slow senders keep nobody waiting', async (t) => {
  const { port, url } = await start(t, folder(t), [
    ...unlimited,
    ...['--request-seconds', '3'],
  ]);
  const half = `${kPost}\r\nHost: x\r\nContent-Length: 9999\r\nX: `;
  const cuts = drip(t, port, 200, half + 'a'.repeat(500));
  await sleep(300);
  const times = [];
  for (let i = 0; i < 50; i++) {
    const begun = performance.now();
    assert.equal((await fetch(`${url}/healthz`)).status, 200);
    times.push(performance.now() - begun);
  }
  assert.equal((await post(url, record())).status, 201);
  times.sort((a, b) => a - b);
  t.diagnostic(
    `healthz: median ${times[25].toFixed(1)} ms, slowest ${times[49].toFixed(1)} ms`,
  );
  // The middle one: a server that waits for its slow senders takes seconds for
  // each, and a busy machine may well hold up a few.
  assert.ok(times[25] < 100, `${times[25]} ms`);
  // Every byte comes in time, but the request does not.
  for (const ms of await Promise.all(cuts)) {
    assert.ok(ms > 2500 && ms < 10000, `cut after ${ms} ms`);
  }
});

test('a body that does not come is not waited for', async (t) => {
  const { port } = await start(t, folder(t), ['--request-seconds', '1']);
  const reply = await raw(
    port,
    `${kPost}\r\nHost: x\r\nContent-Length: 100\r\n\r\n{`,
  );
  assert.equal(reply.closed, true);
  assert.ok(reply.ms > 800 && reply.ms < 3000, `${reply.ms} ms`);
});

test('a connection may be idle only so long', async (t) => {
  const { port } = await start(t, folder(t), ['--idle-seconds', '1']);
  const reply = await raw(port, kNext);
  assert.deepEqual(reply.statuses, [200]);
  assert.equal(reply.closed, true);
  assert.ok(reply.ms > 800 && reply.ms < 3000, `${reply.ms} ms`);
});

/**
 * Opens `count` connections, of which `room` are to stay; resolves to what each
 * was told, once that is so or five seconds later.
 */
async function hold(t, port, count, room) {
  const held = Array.from({ length: count }, () => {
    const socket = connect(port, '127.0.0.1');
    const state = { socket, text: '', open: true };
    socket.on('data', (text) => {
      state.text += text;
    });
    socket.on('error', () => {});
    socket.on('close', () => {
      state.open = false;
    });
    return state;
  });
  t.after(() => {
    for (const { socket } of held) socket.destroy();
  });
  const open = () => held.filter((one) => one.open).length;
  for (let i = 0; i < 50 && open() !== room; i++) await sleep(100);
  return held;
}

test('one address holds 32 connections and no more', async (t) => {
  const { port, url } = await start(t, folder(t));
  const held = await hold(t, port, 40, 32);
  assert.equal(held.filter(({ open }) => open).length, 32);
  const refused = held.filter(({ open }) => !open);
  assert.ok(refused.every(({ text }) => text.startsWith('HTTP/1.1 429 ')));
  for (const { socket } of held) socket.destroy();
  const healthy = async () =>
    (await fetch(`${url}/healthz`).catch(() => undefined))?.status === 200;
  await soon(healthy);
  assert.ok(await healthy());
});

test('all together hold 1,024, and then there is room again', async (t) => {
  const { child, port, url } = await start(t, folder(t), [
    '--no-rate-limit',
    ...['--connections-per-address', '65536'],
  ]);
  const before = residentMiB(child.pid);
  const held = await hold(t, port, 1100, 1024);
  assert.equal(held.filter(({ open }) => open).length, 1024);
  const refused = held.filter(({ open }) => !open);
  assert.ok(refused.every(({ text }) => text.startsWith('HTTP/1.1 503 ')));
  t.diagnostic(
    `${(residentMiB(child.pid) - before).toFixed(1)} MiB for 1,024 connections`,
  );
  for (const { socket } of held) socket.destroy();
  const healthy = async () =>
    (await fetch(`${url}/healthz`).catch(() => undefined))?.status === 200;
  await soon(healthy);
  assert.ok(await healthy());
});

test('a flood of answers from one network stores what the limit allows', async (t) => {
  const { url } = await start(t, folder(t), [
    '--rate',
    '60',
    '--rate-burst',
    '20',
  ]);
  const begun = performance.now();
  const statuses = [];
  await Promise.all(
    Array.from({ length: 8 }, async () => {
      for (let i = 0; i < 50; i++) {
        const reply = await post(url, record());
        statuses.push(reply.status);
        if (reply.status === 429) {
          assert.equal(reply.headers.get('retry-after'), '2');
        }
        await reply.text();
      }
    }),
  );
  const seconds = (performance.now() - begun) / 1000;
  const stored = statuses.filter((status) => status === 201).length;
  assert.ok(stored >= 20, `${stored} stored`);
  assert.ok(stored <= 1.2 * (20 + seconds), `${stored} in ${seconds} s`);
  assert.equal(
    statuses.every((s) => s === 201 || s === 429),
    true,
  );
});
