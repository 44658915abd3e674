// A WebAssembly module taken apart for the compressor: each kind of operand in
// a stream of its own, apart from the instructions, sizes left out. Operands
// of one kind look alike; between instructions they spoil both for a compressor
// that goes by the bytes before. On the survey module of 35,162 bytes, brotli
// 11: 16,177 bytes as one text, 14,959 in streams. wasm_bindings/assembler.cpp
// puts them together again.

import { codes } from './embed.mjs';
import { readNumber } from './leb128.mjs';

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
    // Read back as instructions without operands, which is what 0 is.
    const zeros = (count) => {
      if (wasm.subarray(at, at + count).some((byte) => byte !== 0)) {
        throw new Error('A second table or memory.');
      }
      raw(count);
    };
    raw(1);
    if (streamOf.has(op)) {
      const value = operand(streamOf.get(op));
      if (op === 0x11) zeros(1); // the table
      if (value > 125 && op === 0x0e) throw new Error('A table of branches.');
      if (op === 0x0e) for (let i = 0; i <= value; i++) operand(kBranches);
    } else if (op >= 0x28 && op <= 0x3e) {
      if (wasm[at++] !== 0) throw new Error('A hint of alignment.');
      operand(kMemory);
    } else if (op === 0xfc) {
      const kind = wasm[at];
      if (kind > 11 || kind === 8 || kind === 9) {
        throw new Error('An instruction that is not known.');
      }
      raw(1);
      if (kind > 7) zeros(12 - kind); // the memory, or two
    } else if (op === 0x3f || op === 0x40) {
      zeros(1); // the memory
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

/**
 * The literal for a module's streams under one key, each on its line; before
 * them, not under the key, `assembler`, which puts them together.
 */
export function streamsLiteral(wasm, assembler, key) {
  const lines = takeApart(wasm).map((stream) => codes(stream, key));
  const text = [codes(assembler, 0), ...lines].join('\n');
  // Where assembler.cpp has room for them.
  if (wasm.length > 65_000 || Buffer.byteLength(text) > 131_000) {
    throw new Error('The module is too large to be put together.');
  }
  return `\`${text}\``;
}

/** The function wasmBytes() of a bundle: `text` is such a literal. */
export const streamsReader = (text, key) => `function wasmBytes() {
  const text = ${text};
  const end = text.indexOf('\\n');
  const { memory, f } = new WebAssembly.Instance(
    new WebAssembly.Module(
      Uint8Array.from(text.slice(0, end), (code) => code.charCodeAt()),
    ),
  ).exports;
  new TextEncoder().encodeInto(
    text.slice(end),
    new Uint8Array(memory.buffer, 65536),
  );
  return new Uint8Array(memory.buffer, 196608, f(${key}));
}`;
