// A WebAssembly module taken apart for the compressor: each kind of operand in
// a stream of its own, apart from the instructions, sizes left out. Operands
// of one kind look alike; between instructions they spoil both for a compressor
// that goes by the bytes before. On the survey module of 35,162 bytes, brotli
// 11: 16,177 bytes as one text, 14,959 in streams.

import { codes } from './embed.mjs';

/** The streams: what is not code in two, before and behind it. */
const kHead = 0;
const kTail = 1;
const kCode = 2;
const kLocals = 3;
const kBranches = 4;
const kIndices = 5;
const kVariables = 6;
const kMemory = 7;
const kNumbers = 8;
const kLongNumbers = 9;
const kDoubles = 10;

/** The stream of an instruction's operands. */
const streamOf = new Map([
  [0x0c, kBranches],
  [0x0d, kBranches],
  [0x0e, kBranches], // br_table
  [0x10, kIndices], // call
  [0x11, kIndices], // call_indirect
  [0x20, kVariables],
  [0x21, kVariables],
  [0x22, kVariables],
  [0x23, kIndices], // globals
  [0x24, kIndices],
  [0x3f, kIndices], // the memory's, like that of memory.grow
  [0x40, kIndices],
  [0x41, kNumbers],
  [0x42, kLongNumbers],
]);

/**
 * The streams of a module as script/build/shipped.mjs makes it: no hints of
 * alignment, one code section. Throws at instructions that it has no use for.
 */
function takeApart(wasm) {
  const streams = Array.from({ length: 11 }, () => []);
  const put = (stream, from, to) =>
    streams[stream].push(...wasm.subarray(from, to));
  let at = 8;
  let sections = 0;
  for (let from = 0; ; from = at) {
    const section = readNumber(wasm, at + 1);
    const end = section.next + section.value;
    if (wasm[at] === 10) {
      put(kHead, 0, at);
      put(kTail, end, wasm.length);
      const count = readNumber(wasm, section.next);
      put(kLocals, section.next, count.next);
      at = count.next;
      for (let i = 0; i < count.value; i++) at = takeBody(wasm, at, put);
      if (at !== end) throw new Error('Code ends elsewhere.');
      return streams;
    }
    at = end;
    sections += 1;
    if (at >= wasm.length || sections > 12 || from > at) {
      throw new Error('A module without code.');
    }
  }
}

function takeBody(wasm, start, put) {
  const size = readNumber(wasm, start);
  const end = size.next + size.value;
  const groups = readNumber(wasm, size.next);
  let at = groups.next;
  for (let i = 0; i < groups.value; i++) at = readNumber(wasm, at).next + 1;
  if (at - groups.next !== 2 * groups.value) {
    throw new Error('A function with more variables than one byte can count.');
  }
  put(kLocals, size.next, at);
  while (at < end) {
    const op = wasm[at];
    const operand = (stream) => {
      const { value, next } = readNumber(wasm, at);
      put(stream, at, next);
      at = next;
      return value;
    };
    const raw = (count, stream = kCode) => {
      put(stream, at, at + count);
      at += count;
    };
    raw(1);
    if (streamOf.has(op)) {
      const value = operand(streamOf.get(op));
      if (op === 0x11) operand(kIndices);
      if (value > 125 && op === 0x0e) throw new Error('A table of branches.');
      if (op === 0x0e) for (let i = 0; i <= value; i++) operand(kBranches);
    } else if (op >= 0x28 && op <= 0x3e) {
      if (wasm[at++] !== 0) throw new Error('A hint of alignment.');
      operand(kMemory);
    } else if (op === 0xfc) {
      if (wasm[at] > 11 || wasm[at] === 8 || wasm[at] === 9) {
        throw new Error('An instruction that is not known.');
      }
      raw(1);
      if (wasm[at - 1] > 7) at += 12 - wasm[at - 1]; // memory 0
    } else if (op >= 2 && op <= 4) {
      raw(1);
    } else if (op === 0x44) {
      raw(8, kDoubles);
    } else if (op > 0xc4 || op === 0x43) {
      throw new Error('An instruction that is not known.');
    }
  }
  if (at !== end) throw new Error('A function ends within an instruction.');
  return at;
}

/** A number in LEB128 and where it ends. */
function readNumber(bytes, at) {
  let value = 0;
  let shift = 0;
  let next = at;
  let byte;
  do {
    byte = bytes[next++];
    value |= (byte & 127) << shift;
    shift += 7;
  } while (byte & 128);
  return { value, next };
}

/** The literal for a module's streams under one key, each on its line. */
export const streamsLiteral = (wasm, key) =>
  `\`${takeApart(wasm)
    .map((stream) => codes(stream, key))
    .join('\n')}\``;

/**
 * The function wasmBytes() of a bundle, which puts the module together again:
 * `text` is a literal of the streams, each up to the end of its line. One loop,
 * nearly: calls would take most of the time before they are compiled.
 */
export const assembler = (text, key) => `function wasmBytes() {
  const text = ${text};
  const codes = new Uint8Array(text.length);
  const bytes = new Uint8Array(2 * text.length);
  const streamOf = new Uint8Array(256);
  const places = [0];
  const sized = (from, to) => {
    const size = to - from;
    bytes[from - 3] = size | 128;
    bytes[from - 2] = (size >> 7) | 128;
    bytes[from - 1] = size >> 14;
  };
  let at = 0;
  let size = 0;
  let depth = 0;
  let count = 0;
  let from;
  for (let i = codes.length; i--; ) {
    const code = text.charCodeAt(i) & 255;
    codes[i] = code < 32 ? code ^ ${key} : code;
  }
  for (; (at = text.indexOf('\\n', at) + 1); ) places.push(at);
  const [, tail, code, locals] = places;
  for (const op of [12, 13, 14]) streamOf[op] = 4;
  for (const op of [16, 17, 35, 36, 63, 64]) streamOf[op] = 5;
  for (const op of [32, 33, 34]) streamOf[op] = 6;
  streamOf.fill(7, 40, 63);
  streamOf[65] = 8;
  streamOf[66] = 9;
  for (; at < tail - 1; ) bytes[size++] = codes[at++];
  bytes[size] = 10;
  const start = (size += 4);
  do bytes[size++] = codes[places[3]];
  while (codes[places[3]++] > 127);
  for (at = code; at < locals - 1; ) {
    if (!depth) {
      depth++;
      from = size += 3;
      for (count = 1 + 2 * codes[places[3]]; count--; ) {
        bytes[size++] = codes[places[3]++];
      }
    }
    const op = codes[at++];
    const stream = streamOf[op];
    bytes[size++] = op;
    if (stream) {
      if (stream == 7) size++;
      count = op == 17 ? 2 : op == 14 ? 2 + codes[places[4]] : 1;
      for (; count; ) {
        const code = codes[places[stream]++];
        bytes[size++] = code;
        if (code < 128) count--;
      }
    } else if (op == 11) {
      if (!--depth) sized(from, size);
    } else if (op == 68) {
      for (count = 8; count--; ) bytes[size++] = codes[places[10]++];
    } else if (op > 251 || (op > 1 && op < 5)) {
      const more = codes[at++];
      bytes[size++] = more;
      if (op < 5) depth++;
      else if (more > 7) size += 12 - more;
    }
  }
  sized(start, size);
  for (at = tail; at < code - 1; ) bytes[size++] = codes[at++];
  return bytes.slice(0, size);
}`;
