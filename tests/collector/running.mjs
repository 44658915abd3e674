// Starts the real collector for a test, and speaks to it with bare sockets.
import { execFileSync, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../../', import.meta.url));
export const program =
  process.env.LOOPLET_COLLECTOR ??
  join(root, 'build/native/examples/collector/looplet-collector');
export const token = '0123456789abcdef0123456789abcdef';

/** Two questions: how likely, and why. */
const survey = {
  format: 1,
  id: 'demo',
  revision: 1,
  locale: 'en',
  subject: 'Demo',
  steps: [
    { id: 'score', type: 'nps', text: 'How likely?', low: 'No', high: 'Yes' },
    { id: 'why', type: 'text', text: 'Why?', optional: true },
    { id: 'bye', type: 'end', text: 'Thanks' },
  ],
};

/** A folder with that survey, gone after the test `t`. */
export function folder(t) {
  const path = mkdtempSync(join(tmpdir(), 'looplet-collector-'));
  t.after(() => rmSync(path, { recursive: true, force: true }));
  writeFileSync(join(path, 'demo.json'), JSON.stringify(survey));
  return path;
}

/** The collector on a free port with its files in `place`; ends with `t`. */
export async function start(t, place, flags = []) {
  const child = spawn(
    program,
    [
      ...['--listen', '127.0.0.1:0', '--surveys', place],
      ...['--db', join(place, 'answers.sqlite')],
      ...flags,
    ],
    {
      env: { ...process.env, LOOPLET_TOKEN: token },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  const output = { out: '', err: '' };
  child.stderr.on('data', (text) => {
    output.err += text;
  });
  const exit = new Promise((resolve) => {
    child.on('exit', (code, signal) => resolve({ code, signal }));
  });
  t.after(() => child.kill('SIGKILL'));
  const port = await new Promise((resolve, reject) => {
    child.stdout.on('data', (text) => {
      output.out += text;
      const line = /listens on http:\/\/127\.0\.0\.1:(\d+)/.exec(output.out);
      if (line) resolve(Number(line[1]));
    });
    exit.then(() => reject(new Error(`did not start: ${output.err}`)));
  });
  return { child, port, exit, output, url: `http://127.0.0.1:${port}` };
}

/** Resident memory of a process in MiB. */
export function residentMiB(pid) {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+)/.exec(status)[1]) / 1024;
}

/** A record of the survey, ready to post. */
export function record(score = 9, why = null, id = randomUUID()) {
  return {
    v: 1,
    id,
    survey: 'demo',
    revision: 1,
    locale: 'en',
    answers: [
      { step: 'score', type: 'nps', value: score },
      { step: 'why', type: 'text', value: why },
    ],
    complete: true,
    clientTime: '2026-11-22T07:00:00Z',
  };
}

export const post = (url, body, headers = {}) =>
  fetch(`${url}/v1/responses`, {
    method: 'POST',
    body: typeof body === 'string' ? body : JSON.stringify(body),
    headers,
  });

export const bearer = { authorization: `Bearer ${token}` };

/** A request in bytes; a POST gets its Content-Length. */
export function request(line, headers = [], body = '') {
  const length = line.startsWith('POST')
    ? [`Content-Length: ${Buffer.byteLength(body)}`]
    : [];
  return [line, 'Host: x', ...length, ...headers, '', body].join('\r\n');
}

/**
 * Sends `bytes`, then `filler` again and again until `total` bytes are sent or
 * the other side hangs up. Resolves when the connection ends, or after
 * `patience` milliseconds, with what was received.
 */
export function raw(port, bytes, options = {}) {
  const { filler, total = 0, patience = 5000 } = options;
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    const begun = performance.now();
    let received = '';
    let sent = 0;
    let ended = false;
    const pump = () => {
      while (filler && sent < total && !socket.destroyed) {
        sent += filler.length;
        if (!socket.write(filler)) return;
      }
    };
    const finish = (closed) => {
      if (ended) return;
      ended = true;
      clearTimeout(timer);
      socket.destroy();
      resolve({
        text: received,
        statuses: [...received.matchAll(/HTTP\/1\.1 (\d+) /g)].map((m) =>
          Number(m[1]),
        ),
        closed,
        sent,
        ms: performance.now() - begun,
      });
    };
    const timer = setTimeout(() => finish(false), patience);
    socket.on('connect', () => {
      socket.write(bytes, pump);
    });
    socket.on('drain', pump);
    socket.on('data', (text) => {
      received += text.toString('latin1');
    });
    socket.on('end', () => finish(true));
    socket.on('close', () => finish(true));
    socket.on('error', () => {});
  });
}

/** Asks SQLite itself. */
export function query(place, sql) {
  return execFileSync('sqlite3', [join(place, 'answers.sqlite'), sql], {
    encoding: 'utf8',
  }).trim();
}

export const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** Waits until `holds()` is true, or for half a minute and returns all the same. */
export async function soon(holds) {
  for (let tries = 0; tries < 300 && !(await holds()); tries++) {
    await sleep(100);
  }
}

/**
 * Waits until the server on `port` has read all that `socket` has sent so far:
 * the kernel holds none of it back (/proc/net/tcp, proc_net_tcp(5)).
 */
export async function taken(port, socket) {
  const hex = (number) => number.toString(16).toUpperCase().padStart(4, '0');
  if (socket.connecting) await once(socket, 'connect');
  for (let tries = 0; tries < 3000; tries++) {
    const line = readFileSync('/proc/net/tcp', 'utf8')
      .split('\n')
      .map((text) => text.trim().split(/\s+/))
      .find(
        ([, local, remote]) =>
          local?.endsWith(`:${hex(port)}`) &&
          remote?.endsWith(`:${hex(socket.localPort)}`),
      );
    const unread = line?.[4].split(':')[1];
    if (socket.writableLength === 0 && unread === '00000000') return;
    await sleep(10);
  }
  throw new Error('the server has not read what was sent');
}
