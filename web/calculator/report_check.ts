// Whether something from outside is a report: checked against the schema that
// the engine's own description generates.
import schema from '../../schema/calls.schema.json';
import type { Report } from '../engine/types.ts';

interface Rule {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly anyOf?: readonly Rule[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly properties?: { readonly [name: string]: Rule };
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | Rule;
  readonly items?: Rule;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly minimum?: number;
  readonly maximum?: number;
}

const kRules = schema.$defs as unknown as { readonly [name: string]: Rule };

const kinds: { readonly [type: string]: (value: unknown) => boolean } = {
  object: (value) =>
    typeof value === 'object' && value !== null && !Array.isArray(value),
  array: (value) => Array.isArray(value),
  string: (value) => typeof value === 'string',
  number: (value) => typeof value === 'number',
  integer: (value) => Number.isInteger(value),
  boolean: (value) => typeof value === 'boolean',
  null: (value) => value === null,
};

function fits(value: unknown, rule: Rule): boolean {
  if (rule.$ref !== undefined) {
    const named = kRules[rule.$ref.split('/').at(-1) ?? ''];
    if (!named || !fits(value, named)) return false;
  }
  if (rule.anyOf && !rule.anyOf.some((one) => fits(value, one))) return false;
  if (rule.enum && !rule.enum.includes(value)) return false;
  if ('const' in rule && rule.const !== value) return false;
  if (rule.type !== undefined) {
    const types = typeof rule.type === 'string' ? [rule.type] : rule.type;
    if (!types.some((type) => kinds[type]?.(value))) return false;
  }
  if (typeof value === 'number') {
    return (
      value >= (rule.minimum ?? -Infinity) &&
      value <= (rule.maximum ?? Infinity)
    );
  }
  if (Array.isArray(value)) {
    const { items, minItems = 0, maxItems = Infinity } = rule;
    return (
      value.length >= minItems &&
      value.length <= maxItems &&
      (!items || value.every((one) => fits(one, items)))
    );
  }
  return typeof value === 'object' && value !== null
    ? fitsObject(value as { [name: string]: unknown }, rule)
    : true;
}

function fitsObject(
  value: { readonly [name: string]: unknown },
  { properties = {}, required = [], additionalProperties = true }: Rule,
): boolean {
  if (!required.every((name) => Object.hasOwn(value, name))) return false;
  return Object.entries(value).every(([name, member]) => {
    const rule = Object.hasOwn(properties, name)
      ? properties[name]
      : additionalProperties;
    if (typeof rule === 'boolean' || rule === undefined) return rule ?? false;
    return fits(member, rule);
  });
}

export const isReport = (value: unknown): value is Report =>
  fits(value, { $ref: '#/$defs/Report' });
