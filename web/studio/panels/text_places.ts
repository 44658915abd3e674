// Texts by place and by key. A place is a JSON Pointer, "/steps/3/text"; a key
// goes by ids, "why/options/price/text", and stays when steps are moved.
import type { Survey, Text } from '../../engine/types.ts';

type Bag = { readonly [name: string]: unknown };

const bag = (value: unknown): Bag =>
  typeof value === 'object' && value !== null ? (value as Bag) : {};

const itemsOf = (step: unknown, list: string): readonly Bag[] => {
  const items = bag(step)[list];
  return Array.isArray(items) ? items.map(bag) : [];
};

const kItem = /^(options|actions)\/(\d+)\/(.+)$/;
const kItemKey = /^(options|actions)\/([^/]+)\/(.+)$/;

/** An action has no id: its place among them, from 1, is its name. */
const nameOf = (item: Bag | undefined, at: number): string =>
  typeof item?.['id'] === 'string' ? item['id'] : String(at + 1);

export function keyOf(survey: Survey, where: string): string {
  const [, at, rest] = /^\/steps\/(\d+)\/(.+)$/.exec(where) ?? [];
  const step = survey.steps[Number(at)];
  if (!step || rest === undefined) return where.slice(1);
  const [, list, n, field] = kItem.exec(rest) ?? [];
  if (list === undefined) return `${step.id}/${rest}`;
  const item = itemsOf(step, list)[Number(n)];
  return `${step.id}/${list}/${nameOf(item, Number(n))}/${field}`;
}

/** The place of a key; null where the survey has no such step or option. */
export function whereOf(survey: Survey, key: string): string | null {
  const [id = '', ...names] = key.split('/');
  const at = survey.steps.findIndex((step) => step.id === id);
  const rest = names.join('/');
  if (at < 0) return null;
  const [, list, name, field] = kItemKey.exec(rest) ?? [];
  if (list === undefined) return `/steps/${at}/${rest}`;
  const n = itemsOf(survey.steps[at], list).findIndex(
    (item, place) => nameOf(item, place) === name,
  );
  return n < 0 ? null : `/steps/${at}/${list}/${n}/${field}`;
}

/** The text at a place; undefined where there is none. */
export function textAt(survey: Survey, where: string): Text | undefined {
  let at: unknown = survey;
  for (const name of where.split('/').slice(1)) at = bag(at)[name];
  if (typeof at === 'string') return at;
  return typeof at === 'object' && at !== null ? (at as Text) : undefined;
}

const kFieldNames: { readonly [field: string]: string } = {
  title: 'Title',
  subject: 'Subject',
  owner: 'Owner',
  'privacy/text': 'Privacy link',
  text: 'Question',
  help: 'Help',
  low: 'Low end',
  high: 'High end',
  otherText: 'Other',
  placeholder: 'Example',
  consent: 'Consent',
  label: 'Label',
  button: 'Button',
};

/** What a text is, in words: "Question", "Option price", "Action 2". */
export function textName(survey: Survey, where: string): string {
  const [, at, rest] = /^\/steps\/(\d+)\/(.+)$/.exec(where) ?? [];
  const field = rest ?? where.slice(1);
  const [, list, n] = kItem.exec(field) ?? [];
  const step = survey.steps[Number(at)];
  if (list !== undefined) {
    const name = nameOf(itemsOf(step, list)[Number(n)], Number(n));
    return `${list === 'options' ? 'Option' : 'Action'} ${name}`;
  }
  if (
    field === 'text' &&
    (step?.type === 'end' || step?.type === 'statement')
  ) {
    return 'Words';
  }
  return kFieldNames[field] ?? field;
}
