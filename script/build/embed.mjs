// A WebAssembly module as a JavaScript string, in the form that is smallest
// once the file is compressed for the wire.
//
// Each byte becomes one code point. Bytes that are letters stay letters, so that
// the compressor finds the module's words in the rest of the file and in its own
// dictionary. Control characters, which the module is full of and of which a
// template literal takes neither NUL nor CR, are XORed with a key: they are
// again control characters. The two rare ones that become NUL and CR, and the two
// characters a template would have to escape, move up by 256, and so does LF, for
// a literal on one line. Base64 would hide the module's repetitions from the
// compressor; this does not. A module script is always read as UTF-8, whatever
// the server says. The survey module is taken apart first: see streams.mjs.

import { brotliCompressSync, constants } from 'node:zlib';

const mustMove = new Set([0, 10, 13, 92, 96]); // NUL LF CR \ `

/** The first, a good one, is taken where not all are tried. */
const keys = [23, 31, 26, 20, 16, 17, 18, 19, 21, 22, 24, 25, 27, 28, 29, 30];

/** `bytes` as they stand in a template literal under one key. */
export function codes(bytes, key) {
  const units = new Uint16Array(bytes.length);
  for (let i = 0; i < bytes.length; i++) {
    const code = bytes[i] < 32 ? bytes[i] ^ key : bytes[i];
    units[i] = mustMove.has(code) ? code + 256 : code;
  }
  let text = '';
  for (let i = 0; i < units.length; i += 8192) {
    text += String.fromCharCode(...units.subarray(i, i + 8192));
  }
  // `${` would begin an expression.
  return text.replaceAll('${', '\u0124{');
}

/** The literal for `bytes` under one key, quotes included. */
export const literal = (bytes, key) => `\`${codes(bytes, key)}\``;

/** The function wasmBytes() of a bundle: `text` is a literal, `key` its key. */
export const decoder = (text, key) => `function wasmBytes() {
  const text = ${text};
  const bytes = new Uint8Array(text.length);
  for (let i = text.length; i--; ) {
    const code = text.charCodeAt(i) & 255;
    bytes[i] = code < 32 ? code ^ ${key} : code;
  }
  return bytes;
}`;

/**
 * What `put` makes of a module's literal, under the key that makes it smallest:
 * the file in which it stands, whose size counts. About 2 s for 50 KB. `quick`
 * takes the first key, as for a module whose 16 trials would take a minute.
 */
export function embed(
  bytes,
  put = (text) => text,
  quick = false,
  write = literal,
) {
  if (quick || bytes.length > 200_000) {
    return put(write(bytes, keys[0]), keys[0]);
  }
  const files = keys.map((key) => put(write(bytes, key), key));
  const sizes = files.map((file) => brotli(Buffer.from(file)).length);
  return files[sizes.indexOf(Math.min(...sizes))] ?? '';
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
