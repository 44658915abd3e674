// What comes in by the socket and is no honest request: each is refused with
// its status, the connection is closed, and nothing is kept of it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  folder,
  post,
  raw,
  record,
  request,
  residentMiB,
  start,
} from './running.mjs';

const unlimited = ['--no-rate-limit', '--connections-per-address', '1000'];
const kPost = 'POST /v1/responses HTTP/1.1';
const kGet = 'GET /healthz HTTP/1.1';
const kNext = 'GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n';

// What would be a second request to a reader that sees the end of the first
// elsewhere stands behind each: it must never be answered.
const smuggling = [
  [
    'chunked',
    411,
    `${kPost}\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
  ],
  [
    'length, then chunked',
    400,
    `${kPost}\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
  ],
  [
    'chunked, then length',
    400,
    `${kPost}\r\nHost: x\r\nTransfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\n`,
  ],
  [
    'chunked, identity',
    411,
    `${kPost}\r\nHost: x\r\nTransfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n`,
  ],
  [
    'xchunked',
    411,
    `${kPost}\r\nHost: x\r\nTransfer-Encoding: xchunked\r\n\r\n0\r\n\r\n`,
  ],
  [
    'xchunked with length',
    400,
    `${kPost}\r\nHost: x\r\nContent-Length: 0\r\nTransfer-Encoding: xchunked\r\n\r\n`,
  ],
  [
    'chunked on a folded line',
    411,
    `${kPost}\r\nHost: x\r\nTransfer-Encoding:\r\n chunked\r\n\r\n0\r\n\r\n`,
  ],
  [
    'chunked in a GET',
    411,
    `${kGet}\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
  ],
  [
    'two lengths',
    400,
    `${kPost}\r\nHost: x\r\nContent-Length: 0\r\nContent-Length: 5\r\n\r\n`,
  ],
  [
    'one length twice',
    400,
    `${kPost}\r\nHost: x\r\nContent-Length: 0\r\nContent-Length: 0\r\n\r\n`,
  ],
  [
    'a list of lengths',
    400,
    `${kPost}\r\nHost: x\r\nContent-Length: 0, 0\r\n\r\n`,
  ],
  [
    'a list of two lengths',
    400,
    `${kPost}\r\nHost: x\r\nContent-Length: 5, 0\r\n\r\n`,
  ],
  ['a signed length', 400, `${kPost}\r\nHost: x\r\nContent-Length: +0\r\n\r\n`],
  [
    'a negative length',
    400,
    `${kPost}\r\nHost: x\r\nContent-Length: -1\r\n\r\n`,
  ],
  [
    'a length in hex',
    400,
    `${kPost}\r\nHost: x\r\nContent-Length: 0x0\r\n\r\n`,
  ],
  [
    'a length above 64 bits',
    400,
    `${kPost}\r\nHost: x\r\nContent-Length: 18446744073709551616\r\n\r\n`,
  ],
  ['no length', 411, `${kPost}\r\nHost: x\r\n\r\n`],
  ['no host', 400, `${kGet}\r\n\r\n`],
  ['two hosts', 400, `${kGet}\r\nHost: x\r\nHost: y\r\n\r\n`],
  ['HTTP/1.0', 400, 'GET /healthz HTTP/1.0\r\nHost: x\r\n\r\n'],
  ['HTTP/2.0', 400, 'GET /healthz HTTP/2.0\r\nHost: x\r\n\r\n'],
  ['HTTP/0.9', 400, 'GET /healthz\r\n\r\n'],
  ['a proxy request', 400, 'GET http://x/healthz HTTP/1.1\r\nHost: x\r\n\r\n'],
  ['a star', 400, 'OPTIONS * HTTP/1.1\r\nHost: x\r\n\r\n'],
  ['CONNECT', 400, 'CONNECT x:1 HTTP/1.1\r\nHost: x\r\n\r\n'],
  [
    'a space before the colon',
    400,
    `${kPost}\r\nHost: x\r\nContent-Length : 0\r\n\r\n`,
  ],
  ['a space in a name', 400, `${kGet}\r\nHost: x\r\nX Y: z\r\n\r\n`],
  ['NUL in a value', 400, `${kGet}\r\nHost: x\r\nX: a\0b\r\n\r\n`],
  ['NUL in the target', 400, 'GET /\0 HTTP/1.1\r\nHost: x\r\n\r\n'],
  ['bare line feeds', 400, 'GET /healthz HTTP/1.1\nHost: x\n\n'],
  ['a bare carriage return', 400, `${kGet}\r\nHost: x\r\nX: a\rb\r\n\r\n`],
  [
    'a control character for a method',
    400,
    'G\x01T /healthz HTTP/1.1\r\nHost: x\r\n\r\n',
  ],
  [
    'TLS',
    400,
    '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03'.padEnd(64, '\x07'),
  ],
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
  [
    'one header line of 150 MiB',
    431,
    `${kGet}\r\nHost: x\r\nX: `,
    Buffer.alloc(65536, 'A'),
  ],
  [
    '150 MiB of header lines',
    431,
    `${kGet}\r\nHost: x\r\n`,
    Buffer.from('X-A: b\r\n'.repeat(8192)),
  ],
  [
    '150 MiB of body, said before',
    413,
    `${kPost}\r\nHost: x\r\nContent-Length: ${150 * kMiB}\r\n\r\n`,
    Buffer.alloc(65536, '{'),
  ],
  [
    '150 MiB of chunks',
    411,
    `${kPost}\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n`,
    Buffer.from(`8000\r\n${'A'.repeat(32768)}\r\n`),
  ],
  [
    '150 MiB of body, not said',
    411,
    `${kPost}\r\nHost: x\r\n\r\n`,
    Buffer.alloc(65536, '{'),
  ],
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
