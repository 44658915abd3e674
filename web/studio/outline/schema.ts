// What the schema says of each member: labels, help, limits and order of the
// form's fields come from it alone.
import document_ from '../../../schema/survey.schema.json';

export interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly const?: string | number;
  readonly enum?: readonly string[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly items?: Schema;
  readonly properties?: { readonly [name: string]: Schema };
  readonly required?: readonly string[];
  readonly description?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly pattern?: string;
  readonly additionalProperties?: boolean | Schema;
}

const defs = (document_ as unknown as { $defs: { [name: string]: Schema } })
  .$defs;

export const kSchema: Schema = { $ref: '#/$defs/Survey' };

/** The name of the type a schema refers to. */
export const refOf = (schema: Schema): string =>
  schema.$ref?.replace('#/$defs/', '') ?? '';

/** The schema itself, where it is a reference to another. */
export const resolve = (schema: Schema): Schema => {
  const found = defs[refOf(schema)];
  if (!found) return schema;
  return schema.description
    ? { ...found, description: schema.description }
    : found;
};

/** The name of the member that tells the forms of a type apart. */
export const tagOf = (schema: Schema): string | undefined => {
  const first = resolve(schema).oneOf?.[0]?.properties ?? {};
  return Object.keys(first).find((name) => first[name]?.const !== undefined);
};

/** The form of a type with this tag. */
export const variantOf = (schema: Schema, tag: unknown): Schema | undefined => {
  const name = tagOf(schema) ?? '';
  return resolve(schema).oneOf?.find(
    (one) => one.properties?.[name]?.const === tag,
  );
};

/** Every tag, in order. */
export const tagsOf = (schema: Schema): string[] => {
  const name = tagOf(schema) ?? '';
  return (resolve(schema).oneOf ?? []).map((one) =>
    String(one.properties?.[name]?.const),
  );
};

export const definition = (name: string): Schema => defs[name] ?? {};

/** "otherText" as "Other text"; "case_study" as "Case study". */
export const inWords = (name: string): string => {
  const words = name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/[_-]+/g, ' ')
    .toLowerCase();
  const spelled = words.replace(/\b(nps|csat|ces|id|url)\b/g, (short) =>
    short === 'id' ? 'ID' : short.toUpperCase(),
  );
  return spelled.charAt(0).toUpperCase() + spelled.slice(1);
};

/** The schema of what stands at the names of a JSON Pointer, in a value. */
export function schemaAt(
  names: readonly string[],
  value: unknown,
): Schema | undefined {
  let schema: Schema | undefined = kSchema;
  let at: unknown = value;
  for (const name of names) {
    const here: Schema = shapeOf(schema, at);
    const holder = at as { [name: string]: unknown } | undefined;
    schema =
      here.items ??
      here.properties?.[name] ??
      (typeof here.additionalProperties === 'object'
        ? here.additionalProperties
        : undefined);
    if (!schema) return undefined;
    at =
      typeof holder === 'object' && holder !== null ? holder[name] : undefined;
  }
  return schema;
}

/** Of several forms, the one that a value has. */
export function shapeOf(given: Schema, value: unknown): Schema {
  const schema = resolve(given);
  if (schema.oneOf) {
    const tag = tagOf(schema) ?? '';
    const of = (value as { [name: string]: unknown } | null | undefined)?.[tag];
    return variantOf(schema, of) ?? mergedForms(schema, tag);
  }
  if (schema.anyOf) {
    const kind = Array.isArray(value)
      ? 'array'
      : typeof value === 'object' && value !== null
        ? 'object'
        : typeof value;
    const found = schema.anyOf.find((one) => resolve(one).type === kind);
    return found ? resolve(found) : schema;
  }
  return schema;
}

/** All members that any form has, while it is not known which it is. */
function mergedForms(schema: Schema, tag: string): Schema {
  const properties: { [name: string]: Schema } = {};
  for (const one of schema.oneOf ?? []) {
    Object.assign(properties, one.properties);
  }
  const of = properties[tag];
  properties[tag] = {
    ...(of?.description && { description: of.description }),
    enum: tagsOf(schema),
  };
  return { type: 'object', properties };
}
