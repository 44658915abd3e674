// Numbers of WebAssembly modules: LEB128.

/** A number and where it ends. */
export function readNumber(bytes, at, signed = false) {
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

export function number(value) {
  return value < 128 ? [value] : [(value & 127) | 128, ...number(value >> 7)];
}

/** The same with a sign, here never negative. */
export function signedNumber(value) {
  return value < 64
    ? [value]
    : [(value & 127) | 128, ...signedNumber(value >> 7)];
}
