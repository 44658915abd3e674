// The fields of one object, from its schema: what is there or needed as
// controls, what may be added as one button each.
import { h } from '../../widget/dom.ts';
import { isObject, type Members } from '../document/edit.ts';
import { type Json, pointerOf } from '../document/json.ts';
import { freshId, localeOf, member, withWords } from '../document/survey.ts';
import { tool } from '../../shared/ui.ts';
import {
  booleanControl,
  enumControl,
  guarded,
  linesControl,
  numberControl,
  setControl,
  stringControl,
  textControl,
} from './controls.ts';
import {
  type Context,
  type Control,
  type Field,
  type MakeControl,
  put,
} from './field.ts';
import { makeList } from './list.ts';
import { nextControl } from './routing.ts';
import {
  definition,
  inWords,
  refOf,
  resolve,
  type Schema,
  tagOf,
  tagsOf,
  variantOf,
} from './schema.ts';

/** The control for a schema; the first that fits. */
export const makeControl: MakeControl = (field) => {
  const { schema } = field;
  const name = refOf(schema);
  if (name === 'LocalText') return guarded(field, textControl(field));
  if (name === 'Next') return nextControl(field);
  const whole = resolve(schema);
  if (whole.enum) return guarded(field, enumControl(field));
  if (whole.type === 'boolean') return guarded(field, booleanControl(field));
  if (whole.type === 'integer') return guarded(field, numberControl(field));
  if (whole.type === 'string') return guarded(field, stringControl(field));
  if (whole.type === 'array') {
    const item = resolve(whole.items ?? {});
    const make = item.enum
      ? setControl
      : item.type === 'string'
        ? linesControl
        : listControl;
    return guarded(field, make(field));
  }
  if (whole.type === 'object') return guarded(field, groupControl(field));
  return guarded(field, stringControl(field));
};

/** An object inside an object. */
const groupControl: MakeControl = (field) => {
  const form = makeForm(field.context, field.schema, field.at, {});
  const node = h(
    'fieldset',
    { class: 'group' },
    h('legend', {}, field.label),
    form.node,
  );
  return { node, update: (value) => form.update(value) };
};

interface Wishes {
  /** Members that something else shows. */
  readonly without?: readonly string[];
  /** Controls for members that need another than their schema's. */
  readonly special?: { readonly [name: string]: MakeControl };
}

/** Whether an absent member is offered as a button, not as an empty control. */
function isOffered(schema: Schema, required: boolean): boolean {
  if (required) return false;
  const { type, enum: names } = resolve(schema);
  return !(type === 'boolean' || names || refOf(schema) === 'Next');
}

/** What a member is when it is added. */
function beginning(schema: Schema, context: Context): Json {
  const whole = resolve(schema);
  if (refOf(schema) === 'LocalText') {
    const fallback = localeOf(context.survey());
    return withWords(undefined, context.locale(), fallback, '') ?? '';
  }
  switch (whole.type) {
    case 'array':
      return [];
    case 'integer':
      return whole.maximum ?? whole.minimum ?? 1;
    case 'object':
      return Object.fromEntries(
        (whole.required ?? []).map((name) => [
          name,
          beginning(whole.properties?.[name] ?? {}, context),
        ]),
      );
    default:
      return '';
  }
}

export function makeForm(
  context: Context,
  schema: Schema,
  at: Field['at'],
  { without = [], special = {} }: Wishes,
): Control {
  const { properties = {}, required = [] } = resolve(schema);
  const order = Object.keys(properties);
  const offers = h('div', { class: 'offers' });
  const node = h('div', { class: 'form' });

  const members = order
    .filter((name) => !without.includes(name))
    .map((name) => {
      const of = properties[name] ?? {};
      const field: Field = {
        context,
        schema: of,
        at: () => [...at(), name],
        label: inWords(name),
        required: required.includes(name),
        order,
      };
      const offered = !special[name] && isOffered(of, field.required);
      const offer = tool(
        field.label,
        () => {
          const change = { label: `Add ${field.label.toLowerCase()}` };
          context.set(field.at(), beginning(of, context), change, order);
          context.focus(field.at());
        },
        { icon: 'add', class: 'tool small', title: of.description },
      );
      const close = tool(
        `Take ${field.label.toLowerCase()} away`,
        () => {
          const change = { label: `Take ${field.label.toLowerCase()} away` };
          context.set(field.at(), undefined, change, order);
        },
        { icon: 'close', bare: true, class: 'tool small take-away' },
      );
      const place = h('div', { class: `member of-${name}`, hidden: true });
      let control: Control | undefined;
      if (offered) offers.append(offer);
      node.append(place);
      return {
        update(value: Json | undefined): void {
          const shown = !offered || value !== undefined;
          if (shown && !control) {
            // Made when first needed: most members of most steps never are.
            control = (special[name] ?? makeControl)(field);
            place.append(control.node);
            if (offered) place.append(close);
          }
          place.hidden = !shown;
          offer.hidden = shown;
          if (shown) control?.update(value);
        },
        name,
        offer,
      };
    });
  node.append(offers);
  return {
    node,
    update(value) {
      const of = isObject(value) ? value : {};
      for (const { name, update } of members) update(of[name]);
      offers.hidden = members.every(({ offer }) => offer.hidden);
    },
  };
}

/** What an option, an action, a trait is called and starts as. */
function startOf(name: string, items: readonly Json[]): Members {
  const n = items.length + 1;
  switch (name) {
    case 'Option':
      return {
        id: freshId(
          items.map((item) => member(item, 'id')),
          `option-${n}`,
        ),
        text: `Option ${n}`,
      };
    case 'Action':
      return { kind: 'link', text: 'Read more', url: 'https://example.com/' };
    default:
      return {
        name: freshId(
          items.map((item) => member(item, 'name')),
          'trait',
        ),
      };
  }
}

/** A list of objects with a schema of their own. */
const listControl: MakeControl = (field) => {
  const { context } = field;
  const whole = resolve(field.schema);
  const item = whole.items ?? {};
  const name = refOf(item);
  const noun = name.toLowerCase();
  return makeList(field, {
    noun,
    most: whole.maxItems,
    blank: (items) => startOf(name, items),
    focus: [
      definition(name).properties?.['text'] || name === 'Action'
        ? 'text'
        : 'name',
    ],
    item: (at) =>
      tagOf(item)
        ? taggedControl(field, at)
        : makeForm(context, item, at, {
            special: name === 'Option' ? { id: optionId(field) } : {},
          }),
  });
};

/** Options are named after their words until somebody names them. */
const optionId =
  (list: Field): MakeControl =>
  (field) => {
    const input = h('input', {
      type: 'text',
      class: 'mono',
      spellcheck: 'false',
      autocomplete: 'off',
      'aria-label': 'Option ID',
      title: field.schema.description,
      change: () => {
        const { context } = list;
        const path = field.at();
        put({ ...field, context }, input.value.trim());
        context.focus(path);
      },
    });
    return {
      node: h('div', { class: 'field id' }, input),
      update(value) {
        const now = typeof value === 'string' ? value : '';
        if (document.activeElement !== input) input.value = now;
        const pointer = pointerOf(field.at());
        input.dataset['where'] = pointer;
        const [found] = field.context.faults(pointer);
        input.toggleAttribute('aria-invalid', found !== undefined);
        input.title = found?.message ?? field.schema.description ?? '';
      },
    };
  };

/** An item that is of one of several kinds: a menu for which, then its form. */
function taggedControl(field: Field, at: Field['at']): Control {
  const item = resolve(field.schema).items ?? {};
  const tag = tagOf(item) ?? '';
  const { context } = field;
  const body = h('div', { class: 'tagged' });
  let kind: string | undefined;
  let form: Control | undefined;
  let value: Json | undefined;
  const select = h(
    'select',
    {
      'aria-label': `${inWords(tag)} of ${refOf(item).toLowerCase()}`,
      change: () => {
        const next = variantOf(item, select.value)?.properties ?? {};
        const old = isObject(value) ? value : {};
        const fresh: Members = Object.fromEntries(
          Object.keys(next)
            .filter((name) => name !== tag)
            .map((name) => [
              name,
              old[name] ?? (name === 'url' ? 'https://example.com/' : 'CODE'),
            ]),
        );
        const made = { [tag]: select.value, ...fresh };
        context.set(at(), made, { label: `Change ${tag}` });
      },
    },
    ...tagsOf(item).map((name) => h('option', { value: name }, inWords(name))),
  );
  return {
    node: h('div', { class: 'form' }, select, body),
    update(next) {
      value = next;
      const now = isObject(next) ? String(next[tag]) : '';
      if (now !== kind) {
        kind = now;
        const variant = variantOf(item, now);
        form = variant && makeForm(context, variant, at, { without: [tag] });
        body.replaceChildren(...(form ? [form.node] : []));
        select.value = now;
      }
      form?.update(next);
    },
  };
}
