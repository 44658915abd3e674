// What may be written here, from the schema and from the steps and traits that
// the survey has. Works on text that is not whole yet.
import type {
  Completion,
  CompletionContext,
  CompletionResult,
} from '@codemirror/autocomplete';
import { syntaxTree } from '@codemirror/language';
import type { EditorState } from '@codemirror/state';
import type { SyntaxNode } from '@lezer/common';
import {
  kSchema,
  refOf,
  resolve,
  type Schema,
  shapeOf,
  tagOf,
} from '../outline/schema.ts';

type Members = { readonly [name: string]: unknown };

/** Name and first words of each member of an object. */
function membersOf(state: EditorState, object: SyntaxNode): Members {
  const found: { [name: string]: unknown } = {};
  for (const property of object.getChildren('Property')) {
    const name = property.getChild('PropertyName');
    const value = name?.nextSibling;
    if (!name) continue;
    const text = value ? state.sliceDoc(value.from, value.to) : '';
    found[textOf(state, name)] =
      value?.name === 'String'
        ? text.slice(1, -1)
        : value?.name === 'Array'
          ? []
          : {};
  }
  return found;
}

const textOf = (state: EditorState, node: SyntaxNode): string =>
  state.sliceDoc(node.from, node.to).replace(/^"|"$/g, '');

/** The schema of a value, found through all that is around it. */
function schemaOf(state: EditorState, value: SyntaxNode): Schema | undefined {
  const { parent } = value;
  if (!parent || parent.name === 'JsonText') return kSchema;
  if (parent.name === 'Array') {
    const list = schemaOf(state, parent);
    return list && shapeOf(list, []).items;
  }
  if (parent.name !== 'Property') return undefined;
  const object = parent.parent;
  const name = parent.getChild('PropertyName');
  const outer = object && schemaOf(state, object);
  if (!object || !name || !outer) return undefined;
  const here = shapeOf(outer, membersOf(state, object));
  const more = here.additionalProperties;
  return (
    here.properties?.[textOf(state, name)] ??
    (typeof more === 'object' ? more : undefined)
  );
}

/** What a new member starts with. */
function startOf(given: Schema): string {
  const schema = resolve(given);
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.type === 'array') return '[]';
  if (schema.type === 'object') return '{}';
  if (schema.type === 'boolean') return 'true';
  if (schema.type === 'integer') return String(schema.minimum ?? 0);
  return refOf(given) === 'ScoreSet' ? '0' : '""';
}

/** Ids of steps, or names of traits, in the whole text. */
function named(state: EditorState, list: string, name: string): string[] {
  const top = syntaxTree(state).topNode.getChild('Object');
  const property = top?.getChildren('Property').find((one) => {
    const key = one.getChild('PropertyName');
    return key && textOf(state, key) === list;
  });
  return (property?.getChild('Array')?.getChildren('Object') ?? [])
    .map((object) => membersOf(state, object)[name])
    .filter((value) => typeof value === 'string');
}

/** The words a value may be. */
function valuesOf(
  state: EditorState,
  given: Schema | undefined,
  name: string,
): string[] {
  if (name === 'to' || name === 'next' || name === 'step') {
    return named(state, 'steps', 'id').map((id) => JSON.stringify(id));
  }
  if (name === 'trait') {
    return named(state, 'traits', 'name').map((one) => JSON.stringify(one));
  }
  const schema = given && resolve(given);
  if (!schema) return [];
  const forms = [schema, ...(schema.anyOf ?? []).map(resolve)];
  return forms.flatMap((one) => [
    ...(one.enum ?? []).map((word) => JSON.stringify(word)),
    ...(one.const !== undefined ? [JSON.stringify(one.const)] : []),
    ...(one.type === 'boolean' ? ['true', 'false'] : []),
  ]);
}

export function complete(context: CompletionContext): CompletionResult | null {
  const { state, pos, explicit } = context;
  let node = syntaxTree(state).resolveInner(pos, -1);
  const word = context.matchBefore(/"?[\w-]*/);
  if (!explicit && !word?.text) return null;
  const from = word?.from ?? pos;
  // What is half written is a name or a value that is not whole.
  while (node.name === '⚠' && node.parent) node = node.parent;
  const quoted = state.sliceDoc(pos, pos + 1) === '"';
  const to = quoted ? pos + 1 : pos;

  const property =
    node.name === 'PropertyName' || node.name === 'Property'
      ? node
      : node.parent;
  const key =
    property?.name === 'Property' ? property.getChild('PropertyName') : null;
  const isValue =
    (node.name !== 'PropertyName' &&
      property?.name === 'Property' &&
      key !== null &&
      key.to < pos) ||
    node.name === 'Array' ||
    (node.name === 'String' && node.parent?.name === 'Array');
  if (isValue) {
    const inList = node.name === 'Array' || node.parent?.name === 'Array';
    const name = key ? textOf(state, key) : '';
    const list = node.name === 'Array' ? node : node.parent;
    const holder = inList && list ? schemaOf(state, list) : undefined;
    const object = property?.parent;
    const schema = inList
      ? holder && shapeOf(holder, []).items
      : object
        ? shapeOf(schemaOf(state, object) ?? {}, membersOf(state, object))
            .properties?.[name]
        : undefined;
    const options = valuesOf(state, schema, name).map(
      (value): Completion => ({ label: value, apply: value, type: 'enum' }),
    );
    return options.length ? { from, to, options, filter: true } : null;
  }

  let object: SyntaxNode | null = node;
  while (object && object.name !== 'Object') object = object.parent;
  const schema = object && schemaOf(state, object);
  if (!object || !schema) return null;
  const there = membersOf(state, object);
  const shape = shapeOf(schema, there);
  const tag = tagOf(schema);
  const colon = /^\s*:/.test(state.sliceDoc(to, to + 20));
  const options = Object.entries(shape.properties ?? {})
    .filter(([name]) => !(name in there) || node.name === 'PropertyName')
    .map(
      ([name, of], i): Completion => ({
        label: `"${name}"`,
        detail: shape.required?.includes(name) || name === tag ? 'needed' : '',
        info: of.description ?? '',
        apply: colon ? `"${name}"` : `"${name}": ${startOf(of)}`,
        boost: (shape.required?.includes(name) ? 50 : 0) - i,
        type: 'property',
      }),
    );
  return options.length ? { from, to, options } : null;
}
