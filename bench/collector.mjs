// How many answers a second the collector makes durable: each is validated by
// the engine, committed (WAL, synchronous=FULL) and acknowledged.
//
//   node bench/collector.mjs [SECONDS]
//
// Beside it the same machine's fsync, which bounds a collector that commits
// one answer at a time.
import { randomUUID } from 'node:crypto';
import { fsyncSync, openSync, writeSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { folder, query, record, start } from '../tests/collector/running.mjs';

const seconds = Number(process.argv[2] ?? 5);
const cleanups = [];
const scope = { after: (work) => cleanups.push(work) };

/** One client: posts on one connection, the next when the last is answered. */
function client(port, until, times) {
  const template = JSON.stringify(record(7, 'It does what it says.'));
  const id = JSON.parse(template).id;
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    let begun = 0;
    const send = () => {
      if (performance.now() > until) {
        socket.end();
        return resolve();
      }
      const body = template.replace(id, randomUUID());
      begun = performance.now();
      socket.write(
        `POST /v1/responses HTTP/1.1\r\nHost: x\r\nContent-Type: text/plain\r\nContent-Length: ${body.length}\r\n\r\n${body}`,
      );
    };
    let text = '';
    socket.on('data', (piece) => {
      text += piece.toString('latin1');
      if (!text.endsWith('{"stored":true}')) return;
      text = '';
      times.push(performance.now() - begun);
      send();
    });
    socket.on('connect', send);
  });
}

function fsyncsPerSecond(place) {
  const file = openSync(join(place, 'fsync'), 'w');
  const begun = performance.now();
  let count = 0;
  while (performance.now() - begun < 1000) {
    writeSync(file, 'x'.repeat(4096));
    fsyncSync(file);
    count++;
  }
  return count;
}

const place = folder(scope);
const { port, child, exit } = await start(scope, place, [
  '--no-rate-limit',
  ...['--connections-per-address', '1000'],
]);
console.log(`fsync of 4 KiB: ${fsyncsPerSecond(place)} a second`);
let total = 0;
for (const clients of [1, 8, 64]) {
  const times = [];
  const until = performance.now() + seconds * 1000;
  await Promise.all(
    Array.from({ length: clients }, () => client(port, until, times)),
  );
  times.sort((a, b) => a - b);
  total += times.length;
  const at = (share) => times[Math.floor(times.length * share)].toFixed(1);
  console.log(
    `${String(clients).padStart(2)} clients: ${Math.round(times.length / seconds)} durable answers a second, median ${at(0.5)} ms, p99 ${at(0.99)} ms`,
  );
}
child.kill('SIGTERM');
await exit;
const rows = Number(query(place, 'SELECT count(*) FROM responses'));
console.log(`${rows} rows for ${total} acknowledged answers`);
for (const work of cleanups.reverse()) work();
process.exitCode = rows === total ? 0 : 1;
