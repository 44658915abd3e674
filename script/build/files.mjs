// Files for a web server: written only when changed, with .br and .gz beside
// them for servers that send what is already compressed.

import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, extname, join, relative } from 'node:path';
import { gzipSync } from 'node:zlib';
import { brotli } from './embed.mjs';

const compressible = new Set([
  '.html',
  '.js',
  '.mjs',
  '.css',
  '.json',
  '.svg',
  '.txt',
  '.map',
  '.wasm',
]);

/** All files below `folder`, sorted, as paths relative to it. */
export function filesBelow(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      relative(folder, join(entry.parentPath ?? entry.path, entry.name)),
    )
    .sort();
}

/** A folder of output: what is not written in this run is removed at the end. */
export class Output {
  constructor(folder) {
    this.folder = folder;
    this.written = new Set();
  }

  write(path, content) {
    const buffer = Buffer.from(content);
    const fresh = this.#put(path, buffer);
    if (!compressible.has(extname(path)) || buffer.length < 256) return;
    for (const [suffix, compress] of [
      ['.br', brotli],
      ['.gz', (b) => gzipSync(b, { level: 9 })],
    ]) {
      const file = join(this.folder, path + suffix);
      if (!fresh && existsSync(file)) this.written.add(path + suffix);
      else this.#put(path + suffix, compress(buffer));
    }
  }

  copy(from, path) {
    this.write(path, readFileSync(from));
  }

  finish() {
    for (const path of filesBelow(this.folder)) {
      if (!this.written.has(path)) rmSync(join(this.folder, path));
    }
  }

  #put(path, buffer) {
    const file = join(this.folder, path);
    this.written.add(path);
    if (
      existsSync(file) &&
      statSync(file).size === buffer.length &&
      readFileSync(file).equals(buffer)
    ) {
      return false;
    }
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, buffer);
    return true;
  }
}
