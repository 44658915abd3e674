// The real collector on a free port with a database of its own.

import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { answering, ended, freePort } from './processes.ts';

const root = process.env['LOOPLET_ROOT'] ?? process.cwd();
const program = join(root, 'build/native/examples/collector/looplet-collector');

export interface Collector {
  origin: string;
  /** The SQLite file, to be read with `sqlite3` or by the collector itself. */
  database: string;
  /** Takes the collector away from the network, as a fault would. */
  stop(): Promise<void>;
  /** Brings it back on the same port with the same database. */
  start(): Promise<void>;
  /** Stops it for good and removes the database. */
  close(): Promise<void>;
}

export async function startCollector(more: string[] = []): Promise<Collector> {
  if (!existsSync(program)) {
    throw new Error(
      `${program} is not built: run \`cmake --workflow --preset native\` first.`,
    );
  }
  const folder = mkdtempSync(join(tmpdir(), 'looplet-collector-'));
  const database = join(folder, 'answers.db');
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  let child: ChildProcess | undefined;
  const start = async () => {
    let said = '';
    const one = spawn(
      program,
      [
        ...['--listen', `127.0.0.1:${port}`, '--db', database],
        ...['--surveys', join(root, 'examples/surveys')],
        ...['--site', join(root, 'build/site'), '--public-tally'],
        ...['--no-rate-limit', ...more],
      ],
      { stdio: ['ignore', 'ignore', 'pipe'] },
    );
    child = one;
    one.stderr.on('data', (data) => {
      said = (said + data).slice(-4000);
    });
    const died = new Promise<never>((_, reject) => {
      one.once('error', reject);
      one.once('exit', (code) =>
        reject(new Error(`the collector ended with ${code}: ${said}`)),
      );
    });
    died.catch(() => {}); // later ends are wanted
    await Promise.race([answering(`${origin}/healthz`), died]);
  };
  const stop = async () => {
    if (child) await ended(child);
  };
  await start();
  return {
    origin,
    database,
    start,
    stop,
    close: async () => {
      await stop();
      rmSync(folder, { recursive: true });
    },
  };
}
