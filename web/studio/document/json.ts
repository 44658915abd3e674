// Reads JSON with the place of every value, for faults underlined where they
// stand, and goes on where JSON.parse would lose something: a name given twice
// is a fault of its own.

export type Json =
  | null
  | boolean
  | number
  | string
  | readonly Json[]
  | { readonly [name: string]: Json };

/** A piece of the text, in UTF-16 units. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** Where a value stands, and what is inside. */
export interface Place extends Range {
  /** The member's name, quotes included. */
  readonly key: Range | null;
  readonly inside: ReadonlyMap<string, Place> | null;
}

export interface Slip extends Range {
  readonly code: 'not_json' | 'duplicate_key' | 'too_deep' | 'too_large';
  readonly message: string;
  /** JSON Pointer, as far as it is known. */
  readonly where: string;
}

export interface Reading {
  readonly text: string;
  /** Undefined when the text is no JSON. */
  readonly value: Json | undefined;
  readonly root: Place | null;
  readonly slips: readonly Slip[];
  /** Where each array and object of the value came from. */
  readonly sources: ReadonlyMap<object, Place>;
}

/** Deeper than any survey (32), and harmless for the stack. */
const kDeepest = 64;
/** Longer texts are kept and shown, not read: a survey has at most 64 KiB. */
export const kLongest = 1_000_000;

class Stop extends Error {}

const escapePointer = (name: string): string =>
  name.replaceAll('~', '~0').replaceAll('/', '~1');

export function readJson(text: string): Reading {
  const slips: Slip[] = [];
  const sources = new Map<object, Place>();
  let at = 0;
  let where = '';

  const stop = (
    message: string,
    from = at,
    to = from + 1,
    code: Slip['code'] = 'not_json',
  ): never => {
    slips.push({ code, message, where, from, to: Math.min(to, text.length) });
    throw new Stop(message);
  };
  const blanks = (): void => {
    for (;;) {
      const c = text.charCodeAt(at);
      if (c !== 32 && c !== 10 && c !== 13 && c !== 9) return;
      at++;
    }
  };
  const found = (): string => {
    if (at >= text.length) return 'the end of the text';
    const word = /^[\w.$-]+/.exec(text.slice(at, at + 20))?.[0];
    return `'${word ?? String.fromCodePoint(text.codePointAt(at) ?? 0)}'`;
  };

  function string(): string {
    const from = at++;
    for (; at < text.length; at++) {
      const c = text.charCodeAt(at);
      if (c === 34) {
        at++;
        try {
          return JSON.parse(text.slice(from, at)) as string;
        } catch {
          return stop('This text has a wrong escape after a \\.', from, at);
        }
      }
      if (c === 92) at++;
      else if (c < 32) {
        return stop(
          c === 10 || c === 13
            ? 'The text that begins here is not closed on its line.'
            : 'A control character may only be written as an escape, like \\t.',
          c === 10 || c === 13 ? from : at,
          at + 1,
        );
      }
    }
    return stop('The text that begins here is not closed.', from, text.length);
  }

  function scalar(): Json {
    const match = /[-+.\w]+/y;
    match.lastIndex = at;
    const word = match.exec(text)?.[0] ?? '';
    if (word === 'true' || word === 'false' || word === 'null') {
      at += word.length;
      return word === 'null' ? null : word === 'true';
    }
    if (/^-?(0|[1-9]\d*)(\.\d+)?([eE][-+]?\d+)?$/.test(word)) {
      at += word.length;
      return Number(word);
    }
    if (text[at] === "'") {
      return stop('A text stands in double quotes: "…".');
    }
    return stop(
      `A value is expected here, not ${found()}.`,
      at,
      at + Math.max(1, word.length),
    );
  }

  /** The items between brackets, each read by `one`. */
  function items(close: string, what: string, one: () => void): void {
    at++;
    blanks();
    if (text[at] === close) {
      at++;
      return;
    }
    for (;;) {
      blanks();
      one();
      blanks();
      if (text[at] === ',') {
        const comma = at++;
        blanks();
        if (text[at] === close) {
          stop(`There is a comma too many before the '${close}'.`, comma);
        }
      } else if (text[at] === close) {
        at++;
        return;
      } else {
        stop(`A ',' or '${close}' ends ${what}; here is ${found()}.`);
      }
    }
  }

  function value(key: Range | null, depth: number): [Json, Place] {
    blanks();
    const from = at;
    const c = text[at];
    if (c !== '{' && c !== '[') {
      const made = c === '"' ? string() : scalar();
      return [made, { from, to: at, key, inside: null }];
    }
    if (depth >= kDeepest) {
      stop(
        `This is nested deeper than ${kDeepest} levels.`,
        at,
        at + 1,
        'too_deep',
      );
    }
    const inside = new Map<string, Place>();
    const outer = where;
    let made: Json;
    if (c === '[') {
      const list: Json[] = [];
      items(']', 'an item', () => {
        where = `${outer}/${list.length}`;
        const [item, place] = value(null, depth + 1);
        inside.set(String(list.length), place);
        list.push(item);
      });
      made = list;
    } else {
      const members: { [name: string]: Json } = {};
      items('}', 'a member', () => {
        where = outer;
        if (text[at] !== '"') {
          stop(`A name in double quotes is expected here, not ${found()}.`);
        }
        const start = at;
        const name = string();
        const range = { from: start, to: at };
        blanks();
        if (text[at] !== ':') {
          stop(`A ':' follows the name; here is ${found()}.`);
        }
        at++;
        where = `${outer}/${escapePointer(name)}`;
        const [member, place] = value(range, depth + 1);
        if (inside.has(name)) {
          const message = `The name '${name}' stands here twice; only one can count.`;
          slips.push({ code: 'duplicate_key', message, where, ...range });
        }
        inside.set(name, place);
        // Not by assignment: that would set the prototype for '__proto__'.
        Object.defineProperty(members, name, {
          value: member,
          enumerable: true,
          configurable: true,
          writable: true,
        });
      });
      made = members;
    }
    where = outer;
    const place = { from, to: at, key, inside };
    sources.set(made as object, place);
    return [made, place];
  }

  try {
    if (text.length > kLongest) {
      stop(
        `This is ${text.length.toLocaleString('en')} characters long. A survey has at most 65,536 bytes, so it is kept but not read.`,
        0,
        1,
        'too_large',
      );
    }
    blanks();
    if (at >= text.length) stop('Nothing stands here: a survey is one {…}.', 0);
    const [read, root] = value(null, 0);
    blanks();
    if (at < text.length) {
      stop(`Nothing follows the survey's last '}'; here is ${found()}.`);
    }
    return { text, value: read, root, slips, sources };
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    return { text, value: undefined, root: null, slips, sources: new Map() };
  }
}

/** The names and numbers of a JSON Pointer. */
export const namesOf = (pointer: string): string[] =>
  pointer === ''
    ? []
    : pointer
        .slice(1)
        .split('/')
        .map((name) => name.replaceAll('~1', '/').replaceAll('~0', '~'));

export const pointerOf = (names: readonly (string | number)[]): string =>
  names.map((name) => `/${escapePointer(String(name))}`).join('');

/**
 * The range of a JSON Pointer: of the value, or, where there is none, of the
 * name of the nearest thing around it.
 */
export function rangeOf(reading: Reading, pointer: string): Range | null {
  let place = reading.root;
  if (!place) return null;
  for (const name of namesOf(pointer)) {
    const next: Place | undefined = place.inside?.get(name);
    if (!next) {
      // Of an object that lacks a member, only its beginning.
      return place.key ?? { from: place.from, to: place.from + 1 };
    }
    place = next;
  }
  return { from: place.from, to: place.to };
}

/** The JSON Pointer of what stands at an offset, as deep as it goes. */
export function pointerAt(reading: Reading, offset: number): string {
  let place = reading.root;
  const names: string[] = [];
  while (place?.inside) {
    let next: Place | undefined;
    for (const [name, inner] of place.inside) {
      const from = inner.key?.from ?? inner.from;
      if (from <= offset && offset <= inner.to) {
        names.push(name);
        next = inner;
        break;
      }
    }
    if (!next) break;
    place = next;
  }
  return pointerOf(names);
}

export const lineOf = (text: string, offset: number): number =>
  text.slice(0, offset).split('\n').length;
