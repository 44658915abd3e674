// Prints web/engine/types.ts: the documents that cross the border to the
// engine, from schema/calls.schema.json.
//
//   node script/checks/types.mjs > web/engine/types.ts

import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../stages/run.mjs';

/** What the web calls a type, where it is not the schema's own name. */
const names = { LocalText: 'Text' };

/** Kinds of schema, each as TypeScript; the first that fits is taken. */
const kinds = [
  [(s) => s.$ref, (s) => named(s.$ref.replace('#/$defs/', ''))],
  [(s) => 'const' in s, (s) => JSON.stringify(s.const)],
  [(s) => s.enum, (s) => s.enum.map((one) => `'${one}'`).join(' | ')],
  [(s) => s.anyOf ?? s.oneOf, (s) => union(s.anyOf ?? s.oneOf)],
  [
    (s) => Array.isArray(s.type),
    (s) => union(s.type.map((type) => ({ type }))),
  ],
  [(s) => s.type === 'array', (s) => `readonly ${bracketed(type(s.items))}[]`],
  [(s) => s.properties, members],
  [
    (s) => s.type === 'object',
    (s) => `{ readonly [name: string]: ${type(s.additionalProperties)} }`,
  ],
  [(s) => s.type === 'integer', () => 'number'],
  [(s) => typeof s.type === 'string', (s) => s.type],
];

function type(schema) {
  const kind = kinds.find(([fits]) => fits(schema));
  if (!kind) throw new Error(`no type for ${JSON.stringify(schema)}`);
  return kind[1](schema);
}

function named(name) {
  return names[name] ?? name;
}

function union(all) {
  return [...new Set(all.map(type))].join(' | ');
}

function bracketed(text) {
  return /[|]|^readonly /.test(text) && !text.startsWith('{')
    ? `(${text})`
    : text;
}

function members(schema) {
  const required = new Set(schema.required ?? []);
  const lines = Object.entries(schema.properties).map(([name, of]) => {
    const key = /^\w+$/.test(name) ? name : `'${name}'`;
    return `/** ${of.description} */\nreadonly ${key}${required.has(name) ? '' : '?'}: ${type(of)};`;
  });
  return `{\n${lines.join('\n')}\n}`;
}

function declaration(name, schema) {
  return schema.properties
    ? `export interface ${named(name)} ${members(schema)}`
    : `export type ${named(name)} = ${type(schema)};`;
}

const { $defs } = JSON.parse(
  readFileSync(join(root, 'schema/calls.schema.json'), 'utf8'),
);
// The object with the ways to reach a person is one of an answer's forms.
const forms = $defs.Answer.anyOf.find(({ anyOf }) => anyOf).anyOf;
const contact = forms.findIndex(({ properties }) => properties.email);
$defs.Contact = forms[contact];
forms[contact] = { $ref: '#/$defs/Contact' };

const text = `// Generated from schema/calls.schema.json by script/checks/types.mjs: the
// documents that cross the border to the engine.

/** A document's way back: what was asked for, or every fault in it. */
export type Reply<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly errors: readonly Fault[] };

/** What is wrong, and where. */
export interface Fault {
  /** Never renamed; the table is in include/looplet/README.md. */
  readonly code: string;
  /** A JSON Pointer, or "line 14". */
  readonly where: string;
  /** A whole sentence in English. */
  readonly message: string;
}

${Object.entries($defs)
  .map(([name, schema]) => declaration(name, schema))
  .join('\n\n')}
`;

const biome = spawnSync(
  join(root, 'node_modules/.bin/biome'),
  ['format', '--stdin-file-path=web/engine/types.ts'],
  { cwd: root, input: text, encoding: 'utf8' },
);
if (biome.status !== 0) throw new Error(biome.stderr ?? biome.error?.message);
process.stdout.write(biome.stdout);
