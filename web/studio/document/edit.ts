// Changes to a JSON value that leave all else as it is: the same objects, so
// that printing can keep the characters they were read from.
import type { Json } from './json.ts';

export type Path = readonly (string | number)[];
export type Members = { readonly [name: string]: Json };

export const isObject = (value: Json | undefined): value is Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const isList = (value: Json | undefined): value is readonly Json[] =>
  Array.isArray(value);

export function getAt(value: Json | undefined, path: Path): Json | undefined {
  let at = value;
  for (const name of path) {
    if (isList(at)) at = at[Number(name)];
    else if (isObject(at) && Object.hasOwn(at, name)) at = at[name];
    else return undefined;
  }
  return at;
}

/**
 * The value with another one at `path`; undefined takes the member or the item
 * away. A member that is new comes where `order` has it.
 */
export function setAt(
  value: Json,
  path: Path,
  part: Json | undefined,
  order: readonly string[] = [],
): Json {
  const [name, ...rest] = path;
  if (name === undefined) return part ?? null;
  if (isList(value)) {
    const index = Number(name);
    const inner = value[index];
    const made =
      rest.length && inner !== undefined
        ? setAt(inner, rest, part, order)
        : part;
    return made === undefined
      ? value.filter((_, i) => i !== index)
      : value.toSpliced(index, 1, made);
  }
  const members = isObject(value) ? value : {};
  const key = String(name);
  const has = Object.hasOwn(members, key);
  if (part === undefined && rest.length === 0) {
    return Object.fromEntries(
      Object.entries(members).filter(([other]) => other !== key),
    );
  }
  const made = rest.length
    ? setAt((has ? members[key] : undefined) ?? {}, rest, part, order)
    : (part as Json);
  if (has) {
    return Object.fromEntries(
      Object.entries(members).map(([other, old]) => [
        other,
        other === key ? made : old,
      ]),
    );
  }
  const entries: [string, Json][] = Object.entries(members);
  const rank = order.indexOf(key);
  const before =
    rank < 0 ? -1 : entries.findIndex(([other]) => order.indexOf(other) > rank);
  entries.splice(before < 0 ? entries.length : before, 0, [key, made]);
  return Object.fromEntries(entries);
}

export const insertAt = (
  value: Json,
  path: Path,
  index: number,
  item: Json,
): Json => {
  const list = getAt(value, path);
  return setAt(
    value,
    path,
    (isList(list) ? list : []).toSpliced(index, 0, item),
  );
};

export function moveAt(
  value: Json,
  path: Path,
  from: number,
  to: number,
): Json {
  const list = getAt(value, path);
  const item = isList(list) ? list[from] : undefined;
  if (!isList(list) || item === undefined) return value;
  return setAt(value, path, list.toSpliced(from, 1).toSpliced(to, 0, item));
}

/** The value with every part replaced by what `change` makes of it. */
export function mapDeep(
  value: Json,
  change: (part: Json, path: Path) => Json,
  path: Path = [],
): Json {
  let made = value;
  if (isList(value)) {
    const list = value.map((item, i) => mapDeep(item, change, [...path, i]));
    if (list.some((item, i) => item !== value[i])) made = list;
  } else if (isObject(value)) {
    const entries = Object.entries(value).map(
      ([name, part]) => [name, mapDeep(part, change, [...path, name])] as const,
    );
    if (entries.some(([name, part]) => part !== value[name])) {
      made = Object.fromEntries(entries);
    }
  }
  return change(made, path);
}
