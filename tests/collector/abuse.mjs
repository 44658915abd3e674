// What comes in by the socket and is no honest request: each is refused with
// its status, the connection is closed, and nothing is kept of it.
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
  start,
} from './running.mjs';

const unlimited = ['--no-rate-limit', '--connections-per-address', '1000'];
const kPost = 'POST /v1/responses HTTP/1.1';
const kGet = 'GET /healthz HTTP/1.1';
const kNext = 'GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n';

// What would be a second request to a reader that sees the end of the first
// elsewhere stands behind each: it must never be answered.
const smuggling = [
  ['chunked', 411, `${kPost}\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`],
  ['length, then chunked', 400, `${kPost}\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`],
  ['chunked, then length', 400, `${kPost}\r\nHost: x\r\nTransfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\n`],
  ['chunked, identity', 411, `${kPost}\r\nHost: x\r\nTransfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n`],
  ['xchunked', 411, `${kPost}\r\nHost: x\r\nTransfer-Encoding: xchunked\r\n\r\n0\r\n\r\n`],
  ['xchunked with length', 400, `${kPost}\r\nHost: x\r\nContent-Length: 0\r\nTransfer-Encoding: xchunked\r\n\r\n`],
  ['chunked on a folded line', 411, `${kPost}\r\nHost: x\r\nTransfer-Encoding:\r\n chunked\r\n\r\n0\r\n\r\n`],
  ['chunked in a GET', 411, `${kGet}\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`],
  ['two lengths', 400, `${kPost}\r\nHost: x\r\nContent-Length: 0\r\nContent-Length: 5\r\n\r\n`],
  ['one length twice', 400, `${kPost}\r\nHost: x\r\nContent-Length: 0\r\nContent-Length: 0\r\n\r\n`],
  ['a list of lengths', 400, `${kPost}\r\nHost: x\r\nContent-Length: 0, 0\r\n\r\n`],
  ['a list of two lengths', 400, `${kPost}\r\nHost: x\r\nContent-Length: 5, 0\r\n\r\n`],
  ['a signed length', 400, `${kPost}\r\nHost: x\r\nContent-Length: +0\r\n\r\n`],
  ['a negative length', 400, `${kPost}\r\nHost: x\r\nContent-Length: -1\r\n\r\n`],
  ['a length in hex', 400, `${kPost}\r\nHost: x\r\nContent-Length: 0x0\r\n\r\n`],
  ['a length above 64 bits', 400, `${kPost}\r\nHost: x\r\nContent-Length: 18446744073709551616\r\n\r\n`],
  ['no length', 411, `${kPost}\r\nHost: x\r\n\r\n`],
  ['no host', 400, `${kGet}\r\n\r\n`],
  ['two hosts', 400, `${kGet}\r\nHost: x\r\nHost: y\r\n\r\n`],
  ['HTTP/1.0', 400, 'GET /healthz HTTP/1.0\r\nHost: x\r\n\r\n'],
  ['HTTP/2.0', 400, 'GET /healthz HTTP/2.0\r\nHost: x\r\n\r\n'],
  ['HTTP/0.9', 400, 'GET /healthz\r\n\r\n'],
  ['a proxy request', 400, 'GET http://x/healthz HTTP/1.1\r\nHost: x\r\n\r\n'],
  ['a star', 400, 'OPTIONS * HTTP/1.1\r\nHost: x\r\n\r\n'],
  ['CONNECT', 400, 'CONNECT x:1 HTTP/1.1\r\nHost: x\r\n\r\n'],
  ['a space before the colon', 400, `${kPost}\r\nHost: x\r\nContent-Length : 0\r\n\r\n`],
  ['a space in a name', 400, `${kGet}\r\nHost: x\r\nX Y: z\r\n\r\n`],
  ['NUL in a value', 400, `${kGet}\r\nHost: x\r\nX: a\0b\r\n\r\n`],
  ['NUL in the target', 400, 'GET /\0 HTTP/1.1\r\nHost: x\r\n\r\n'],
  ['bare line feeds', 400, 'GET /healthz HTTP/1.1\nHost: x\n\n'],
  ['a bare carriage return', 400, `${kGet}\r\nHost: x\r\nX: a\rb\r\n\r\n`],
  ['a control character for a method', 400, 'G\x01T /healthz HTTP/1.1\r\nHost: x\r\n\r\n'],
  ['TLS', 400, '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03'.padEnd(64, '\x07')],
];

test('where a message ends is never in doubt', async (t) => {
  const { port } = await start(t, folder(t), unlimited);
  for (const [name, status, bytes] of smuggling) {
    await t.test(name, async () => {
      const reply = await raw(port, Buffer.from(bytes + kNext, 'latin1'));
      assert.deepEqual(reply.statuses, [status], reply.text);
      assert.equal(reply.closed, true);
      assert.match(reply.text, /"ok":false,"errors":\[\{"code":"/);
    });
  }
});

const kMiB = 1024 * 1024;
const floods = [
  ['150 MiB without a line end', 431, 'G', Buffer.alloc(65536, 'A')],
  ['one header line of 150 MiB', 431, `${kGet}\r\nHost: x\r\nX: `, Buffer.alloc(65536, 'A')],
  ['150 MiB of header lines', 431, `${kGet}\r\nHost: x\r\n`, Buffer.from('X-A: b\r\n'.repeat(8192))],
  ['150 MiB of body, said before', 413, `${kPost}\r\nHost: x\r\nContent-Length: ${150 * kMiB}\r\n\r\n`, Buffer.alloc(65536, '{')],
  ['150 MiB of chunks', 411, `${kPost}\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n`, Buffer.from(`8000\r\n${'A'.repeat(32768)}\r\n`)],
  ['150 MiB of body, not said', 411, `${kPost}\r\nHost: x\r\n\r\n`, Buffer.alloc(65536, '{')],
];

test('floods are cut early and leave no memory behind', async (t) => {
  const { child, port, url } = await start(t, folder(t), unlimited);
  for (let i = 0; i < 50; i++) await post(url, record());
  const before = residentMiB(child.pid);
  for (const [name, status, head, filler] of floods) {
    await t.test(name, async () => {
      const reply = await raw(port, head, { filler, total: 150 * kMiB });
      assert.deepEqual(reply.statuses, [status], reply.text.slice(0, 200));
      assert.ok(reply.sent < 20 * kMiB, `${reply.sent} bytes were taken`);
    });
  }
  const growth = residentMiB(child.pid) - before;
  const allowed = Number(process.env.LOOPLET_RSS_MIB ?? 10);
  t.diagnostic(`memory grew by ${growth.toFixed(1)} MiB`);
  assert.ok(growth <= allowed, `memory grew by ${growth} MiB`);
  assert.equal((await post(url, record())).status, 201);
});

test('the limits are where they are said to be', async (t) => {
  const { port } = await start(t, folder(t), unlimited);
  const header = (size) => {
    const empty = request(kGet, ['Connection: close', 'X: ']);
    return request(kGet, [
      'Connection: close',
      `X: ${'a'.repeat(size - empty.length)}`,
    ]);
  };
  assert.deepEqual((await raw(port, header(8000))).statuses, [200]);
  assert.deepEqual((await raw(port, header(8300))).statuses, [431]);
  const body = (size) => {
    const text = ['Content-Type: text/plain', 'Connection: close'];
    return request(kPost, text, ' '.repeat(size));
  };
  // The engine takes 8 KiB, the door 16: both say 413, in their own words.
  const atDoor = await raw(port, body(16385));
  assert.deepEqual(atDoor.statuses, [413]);
  assert.match(atDoor.text, /At most 16384 bytes/);
  const inside = await raw(port, body(16384));
  assert.deepEqual(inside.statuses, [413]);
  assert.match(inside.text, /at most 8192 are allowed/);
});

test('honest requests on one connection are all answered', async (t) => {
  const { port } = await start(t, folder(t), unlimited);
  const last = request(kGet, ['Connection: close']);
  const reply = await raw(port, kNext + kNext + last);
  assert.deepEqual(reply.statuses, [200, 200, 200]);
  const body = JSON.stringify(record());
  const headers = ['Content-Type: text/plain', 'Connection: close'];
  const asked = await raw(
    port,
    request(kPost, [...headers, 'Expect: 100-continue'], body),
  );
  assert.deepEqual(asked.statuses, [100, 201]);
  const head = await raw(
    port,
    request('HEAD /healthz HTTP/1.1', ['Connection: close']),
  );
  assert.match(head.text, /Content-Length: 11\r\n/);
  assert.ok(head.text.endsWith('\r\n\r\n'));
});

/** Opens `count` connections that send one byte each 100 ms. */
function drip(t, port, count, text) {
  const drips = Array.from({ length: count }, () => {
    const socket = connect(port, '127.0.0.1');
    const begun = performance.now();
    let at = 0;
    const timer = setInterval(() => socket.write(text[at++ % text.length]), 100);
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
  t.after(() => drips.forEach(({ socket }) => socket.destroy()));
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
  t.diagnostic(`healthz: median ${times[25].toFixed(1)} ms, slowest ${times[49].toFixed(1)} ms`);
  assert.ok(times[48] < 100, `${times[48]} ms`);
  // Every byte comes in time, but the request does not.
  for (const ms of await Promise.all(cuts)) {
    assert.ok(ms > 2500 && ms < 5000, `cut after ${ms} ms`);
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

/** Keeps `count` connections open; resolves to what each was told. */
async function hold(t, port, count) {
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
  t.after(() => held.forEach(({ socket }) => socket.destroy()));
  await sleep(500);
  return held;
}

test('one address holds 32 connections and no more', async (t) => {
  const { port, url } = await start(t, folder(t));
  const held = await hold(t, port, 40);
  assert.equal(held.filter(({ open }) => open).length, 32);
  const refused = held.filter(({ open }) => !open);
  assert.ok(refused.every(({ text }) => text.startsWith('HTTP/1.1 429 ')));
  for (const { socket } of held) socket.destroy();
  await sleep(100);
  assert.equal((await fetch(`${url}/healthz`)).status, 200);
});

test('all together hold 1,024, and then there is room again', async (t) => {
  const { child, port, url } = await start(t, folder(t), [
    '--no-rate-limit',
    ...['--connections-per-address', '65536'],
  ]);
  const before = residentMiB(child.pid);
  const held = await hold(t, port, 1100);
  assert.equal(held.filter(({ open }) => open).length, 1024);
  const refused = held.filter(({ open }) => !open);
  assert.ok(refused.every(({ text }) => text.startsWith('HTTP/1.1 503 ')));
  t.diagnostic(`${((residentMiB(child.pid) - before) ).toFixed(1)} MiB for 1,024 connections`);
  for (const { socket } of held) socket.destroy();
  await sleep(300);
  assert.equal((await fetch(`${url}/healthz`)).status, 200);
});

test('a flood of answers from one network stores what the limit allows', async (t) => {
  const { url } = await start(t, folder(t), ['--rate', '60', '--rate-burst', '20']);
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
  assert.equal(statuses.every((s) => s === 201 || s === 429), true);
});
