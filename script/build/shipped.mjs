// A WebAssembly module as it is shipped, made from what the linker leaves. The
// one of the survey is 55 bytes smaller in its file without hints of alignment.

import { number, readNumber, signedNumber } from './leb128.mjs';

/**
 * The module as it is shipped: without custom sections (names, producers,
 * features), which take no part in running it, without hints of alignment, and
 * with its data in one piece. The linker leaves zeros out by cutting data into
 * segments, but a segment's head costs more than zeros do once they are
 * compressed.
 */
export function shipped(wasm) {
  const kept = [wasm.subarray(0, 8)];
  let at = 8;
  while (at < wasm.length) {
    const id = wasm[at];
    const size = readNumber(wasm, at + 1);
    const end = size.next + size.value;
    if (id === 10) kept.push(withoutHints(wasm.subarray(at, end)));
    // Nothing in the module copies segments by itself, so none is counted.
    else if (id === 11) kept.push(inOnePiece(wasm.subarray(size.next, end)));
    else if (id !== 0 && id !== 12) kept.push(wasm.subarray(at, end));
    at = end;
  }
  return Buffer.concat(kept);
}

/** Where the instruction at `at` ends; undefined for one it does not know. */
function endOf(bytes, at) {
  const op = bytes[at];
  const numbers = (count) => {
    let next = at + 1;
    for (let i = 0; i < count; i++) next = readNumber(bytes, next).next;
    return next;
  };
  if (op === 0x0e) return numbers(2 + readNumber(bytes, at + 1).value);
  if (op === 0x11 || (op >= 0x28 && op <= 0x3e)) return numbers(2);
  if (op === 0x43) return at + 5;
  if (op === 0x44) return at + 9;
  if (op === 0xfc) {
    const more = { 8: 2, 9: 1, 10: 2, 11: 1 }[readNumber(bytes, at + 1).value];
    return numbers(1 + (more ?? 0));
  }
  if (
    (op >= 0x02 && op <= 0x04) ||
    (op >= 0x0c && op <= 0x10) ||
    (op >= 0x20 && op <= 0x26) ||
    (op >= 0x3f && op <= 0x42)
  ) {
    return numbers(op === 0x0f ? 0 : 1);
  }
  const alone =
    op <= 0x01 || op === 0x05 || op === 0x0b || (op >= 0x45 && op <= 0xc4);
  return alone || op === 0x1a || op === 0x1b ? at + 1 : undefined;
}

/**
 * The code section with alignment 0 in each load and store. It is a hint that
 * no engine in use looks at, and follows from the opcode almost always: almost
 * is what costs. Code with other instructions than those of WebAssembly 1.0 and
 * bulk memory (vectors) stays as it is.
 */
function withoutHints(section) {
  const bytes = Buffer.from(section);
  const count = readNumber(bytes, readNumber(bytes, 1).next);
  let at = count.next;
  for (let i = 0; i < count.value; i++) {
    const size = readNumber(bytes, at);
    const end = size.next + size.value;
    const groups = readNumber(bytes, size.next);
    at = groups.next;
    for (let j = 0; j < groups.value; j++) at = readNumber(bytes, at).next + 1;
    while (at < end) {
      const next = endOf(bytes, at);
      if (next === undefined) return section;
      if (bytes[at] >= 0x28 && bytes[at] <= 0x3e) bytes[at + 1] = 0;
      at = next;
    }
    if (at !== end) throw new Error('A function ends within an instruction.');
  }
  return bytes;
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
