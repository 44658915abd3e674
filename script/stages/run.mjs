// Runs commands with their output in a log, and prints one line a stage.

import { spawn } from 'node:child_process';
import {
  appendFileSync,
  closeSync,
  mkdirSync,
  openSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '../..');

/** One log for each stage, in build/logs. */
export class Log {
  constructor(name) {
    this.path = `build/logs/${name}.log`;
    mkdirSync(join(root, 'build/logs'), { recursive: true });
    writeFileSync(join(root, this.path), '');
  }

  /** Runs `command` in the root; its output, both streams, and exit code. */
  run(command) {
    const file = join(root, this.path);
    const from = readFileSync(file).length;
    const shown =
      command.length > 12 ? [...command.slice(0, 11), '...'] : command;
    appendFileSync(file, `$ ${shown.join(' ')}\n`);
    const fd = openSync(file, 'a');
    return new Promise((resolve) => {
      const child = spawn(command[0], command.slice(1), {
        cwd: root,
        stdio: ['ignore', fd, fd],
      });
      const finish = (code, note = '') => {
        closeSync(fd);
        if (note) appendFileSync(file, note);
        resolve({ code, text: readFileSync(file).subarray(from).toString() });
      };
      child.on('error', (error) => finish(127, `${error.message}\n`));
      child.on('close', (code, signal) =>
        finish(code ?? 1, signal ? `ended by ${signal}\n` : ''),
      );
    });
  }

  /** The last lines but those of what passed, for whoever has to mend it. */
  tail(lines = 40) {
    const all = readFileSync(join(root, this.path), 'utf8')
      .trimEnd()
      .split('\n')
      .filter((line) => !/^\s*Start +\d+:|\bPassed +[\d.]+ sec|^✔/.test(line));
    return all
      .slice(-lines)
      .map((line) => `    ${line}`)
      .join('\n');
  }
}

export function duration(ms) {
  const s = ms / 1000;
  return s < 120
    ? `${s.toFixed(1)} s`
    : `${Math.floor(s / 60)} min ${String(Math.round(s % 60)).padStart(2, '0')} s`;
}
