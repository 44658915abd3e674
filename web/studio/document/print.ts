// Writes JSON as a person would for a pull request: what fits on a line stands
// on one. What was not changed keeps the very characters it was read from.
import type { Json, Reading } from './json.ts';

const kWidth = 80;

interface Style {
  readonly unit: string;
  /** Between a brace and what is inside, on one line. */
  readonly gap: string;
}

function styleOf(text: string): Style {
  return {
    unit: /\n([ \t]+)\S/.exec(text)?.[1] ?? '  ',
    gap: /\{ "/.test(text) ? ' ' : '',
  };
}

function inline(value: Json, gap: string): string {
  if (Array.isArray(value)) {
    return `[${value.map((item) => inline(item, gap)).join(', ')}]`;
  }
  if (typeof value === 'object' && value !== null) {
    const members = Object.entries(value).map(
      ([name, member]) => `${JSON.stringify(name)}: ${inline(member, gap)}`,
    );
    return members.length ? `{${gap}${members.join(', ')}${gap}}` : '{}';
  }
  return JSON.stringify(value);
}

/** `before` is what the unchanged parts of `value` were read from. */
export function printJson(value: Json, before?: Reading): string {
  const { unit, gap } = styleOf(before?.text ?? '');
  return `${print(value, '', 0)}\n`;

  /** The same characters, moved to another indentation where need be. */
  function kept(part: object, indent: string): string | undefined {
    const place = before?.sources.get(part);
    if (!before || !place) return undefined;
    const { text } = before;
    const line = text.lastIndexOf('\n', place.from - 1) + 1;
    const old = /^[ \t]*/.exec(text.slice(line, place.from))?.[0] ?? '';
    const piece = text.slice(place.from, place.to);
    return old === indent ? piece : piece.replaceAll(`\n${old}`, `\n${indent}`);
  }

  function print(part: Json, indent: string, used: number): string {
    if (typeof part !== 'object' || part === null) return JSON.stringify(part);
    const same = kept(part, indent);
    if (same !== undefined) return same;
    if (indent !== '') {
      const line = inline(part, gap);
      if (indent.length + used + line.length < kWidth) return line;
    }
    const inner = indent + unit;
    const isList = Array.isArray(part);
    const items = isList
      ? part.map((item) => inner + print(item, inner, 1))
      : Object.entries(part).map(([name, member]) => {
          const head = `${JSON.stringify(name)}: `;
          return inner + head + print(member, inner, head.length + 1);
        });
    const [open, close] = isList ? '[]' : '{}';
    if (items.length === 0) return `${open}${close}`;
    return `${open}\n${items.join(',\n')}\n${indent}${close}`;
  }
}
