// A WebAssembly module as a JavaScript string, in the form that is smallest
// once the file is compressed for the wire.
//
// Each byte becomes one code point. Bytes that are letters stay letters, so that
// the compressor finds the module's words in the rest of the file and in its own
// dictionary. Control characters, which the module is full of and of which a
// template literal takes neither NUL nor CR, are XORed with a key: they are
// again control characters. The two rare bytes that would become NUL and CR, and
// the two characters a template would have to escape, move up by 256 instead,
// which a Uint8Array undoes by itself. Base64 would hide the module's
// repetitions from the compressor; this does not. Measured on a survey module of
// 35,672 bytes in its file, brotli 11: this 29,587 bytes, every byte XORed with
// the best key in single quotes 29,816, which is 372 bytes more than the module
// takes by itself. A module script is always read as UTF-8, whatever the server
// says.

import { brotliCompressSync, constants } from 'node:zlib';

const mustMove = new Set([0, 13, 92, 96]); // NUL CR \ `

/** The keys that won or nearly won on the modules measured so far. */
const keys = [23, 31, 26, 20, 30, 24];

/** The literal for `bytes` under one key, quotes included. */
export function literal(bytes, key) {
  const codes = new Uint16Array(bytes.length);
  for (let i = 0; i < bytes.length; i++) {
    const code = bytes[i] < 32 ? bytes[i] ^ key : bytes[i];
    codes[i] = mustMove.has(code) ? bytes[i] + 256 : code;
  }
  let text = '';
  for (let i = 0; i < codes.length; i += 8192) {
    text += String.fromCharCode(...codes.subarray(i, i + 8192));
  }
  // `${` would begin an expression.
  return `\`${text.replaceAll('${', '\u0124{')}\``;
}

/**
 * The best key for this module, and what `put` makes of its literal: the file
 * it stands in, whose size counts. About 1 s for 50 KB.
 */
export function embed(bytes, put = (text) => text) {
  let best = { text: '', size: Number.POSITIVE_INFINITY };
  // A large module takes seconds a key, for a difference of a tenth of a percent.
  for (const key of bytes.length > 200_000 ? keys.slice(0, 1) : keys) {
    const text = put(literal(bytes, key), key);
    const size = brotli(Buffer.from(text)).length;
    if (size < best.size) best = { text, size };
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
 * The module as it is shipped: without custom sections (names, producers,
 * features), which take no part in running it, and with its data in one piece.
 * The linker leaves zeros out by cutting data into segments, but a segment's
 * head costs more than zeros do once they are compressed.
 */
export function shipped(wasm) {
  const kept = [wasm.subarray(0, 8)];
  let at = 8;
  while (at < wasm.length) {
    const id = wasm[at];
    const size = readNumber(wasm, at + 1);
    const end = size.next + size.value;
    // Nothing in the module copies segments by itself, so none is counted.
    if (id === 11) kept.push(inOnePiece(wasm.subarray(size.next, end)));
    else if (id !== 0 && id !== 12) kept.push(wasm.subarray(at, end));
    at = end;
  }
  return Buffer.concat(kept);
}

/** A data section (WebAssembly 1.0, 5.5.14) with one segment. */
function inOnePiece(section) {
  const segments = [];
  const count = readNumber(section, 0);
  let at = count.next;
  while (segments.length < count.value) {
    if (section[at] !== 0 || section[at + 1] !== 0x41) {
      throw new Error('A data segment does not stand at a constant address.');
    }
    const address = readNumber(section, at + 2, true);
    const size = readNumber(section, address.next + 1);
    at = size.next + size.value;
    const bytes = section.subarray(size.next, at);
    segments.push({ address: address.value, bytes });
  }
  const first = segments[0].address;
  const last = segments[segments.length - 1];
  const all = Buffer.alloc(last.address + last.bytes.length - first);
  for (const { address, bytes } of segments) all.set(bytes, address - first);
  const body = [
    1,
    0,
    0x41,
    ...signedNumber(first),
    0x0b,
    ...number(all.length),
  ];
  return Buffer.concat([
    Buffer.from([11, ...number(body.length + all.length), ...body]),
    all,
  ]);
}

/** A number in LEB128 and where it ends. */
function readNumber(bytes, at, signed = false) {
  let value = 0;
  let shift = 0;
  let next = at;
  let byte;
  do {
    byte = bytes[next++];
    value |= (byte & 127) << shift;
    shift += 7;
  } while (byte & 128);
  if (signed && byte & 64) value -= 2 ** shift;
  return { value, next };
}

function number(value) {
  return value < 128 ? [value] : [(value & 127) | 128, ...number(value >> 7)];
}

/** The same with a sign, here never negative. */
function signedNumber(value) {
  return value < 64
    ? [value]
    : [(value & 127) | 128, ...signedNumber(value >> 7)];
}
