// A WebAssembly module as a JavaScript string, in the form that is smallest
// once the file is compressed for the wire.
//
// Each byte becomes one code point (byte XOR key), and the five that a string
// literal would have to escape move up by 256, which a Uint8Array undoes by
// itself. Base64 hides the module's repetitions from the compressor; this does
// not. Measured on the survey module of 102,495 bytes with its glue, brotli 11:
// the two files as they are 41,983 bytes (no script can hold those), this
// 42,308, the worst key 44,748, base64 53,733. A module script is always read
// as UTF-8, whatever the server says.

import { brotliCompressSync, constants } from 'node:zlib';

const mustMove = new Set([0, 10, 13, 39, 92]); // NUL LF CR ' \

/** The keys that won or nearly won on the modules measured so far. */
const keys = [109, 112, 118, 99, 105, 60, 72, 41, 0];

/** The literal for `bytes` under one key, quotes included. */
export function literal(bytes, key) {
  const codes = new Uint16Array(bytes.length);
  for (let i = 0; i < bytes.length; i++) {
    const code = bytes[i] ^ key;
    codes[i] = mustMove.has(code) ? code + 256 : code;
  }
  let text = '';
  for (let i = 0; i < codes.length; i += 8192) {
    text += String.fromCharCode(...codes.subarray(i, i + 8192));
  }
  return `'${text}'`;
}

/** The inverse, as the shipped code does it. */
export function decode(text, key) {
  return Uint8Array.from(text, (c) => c.charCodeAt(0) ^ key);
}

/** The best key for this module and its literal. About 1 s for 50 KB. */
export function embed(bytes) {
  let best = { key: 0, text: '', size: Number.POSITIVE_INFINITY };
  for (const key of keys) {
    const text = literal(bytes, key);
    const size = brotli(Buffer.from(text)).length;
    if (size < best.size) best = { key, text, size };
  }
  return best;
}

/** Brotli at its best, as a server with precompressed files would send it. */
export function brotli(buffer) {
  return brotliCompressSync(buffer, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: 11,
      [constants.BROTLI_PARAM_LGWIN]: 22,
      [constants.BROTLI_PARAM_SIZE_HINT]: buffer.length,
    },
  });
}

/**
 * The module without custom sections (names, producers, features): nothing in
 * them takes part in running it.
 */
export function stripCustomSections(wasm) {
  const kept = [wasm.subarray(0, 8)];
  let at = 8;
  while (at < wasm.length) {
    const id = wasm[at];
    let size = 0;
    let shift = 0;
    let next = at + 1;
    let byte;
    do {
      byte = wasm[next++];
      size |= (byte & 127) << shift;
      shift += 7;
    } while (byte & 128);
    if (id !== 0) kept.push(wasm.subarray(at, next + size));
    at = next + size;
  }
  return Buffer.concat(kept);
}
