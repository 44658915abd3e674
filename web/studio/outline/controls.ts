// A control for each kind of value that the schema knows.
import { h } from '../../widget/dom.ts';
import { isList, isObject } from '../document/edit.ts';
import type { Json } from '../document/json.ts';
import { localeOf, ownWords, withWords, wordsOf } from '../document/survey.ts';
import { setOptions, setValue, toggles } from '../../shared/ui.ts';
import {
  type Control,
  type Field,
  labelled,
  type MakeControl,
  put,
} from './field.ts';
import { definition, inWords, resolve } from './schema.ts';

const kLongestText = definition('LocalText').anyOf?.[0]?.maxLength ?? 2000;

/** Words in the language chosen, with those of another shown where none are. */
export const textControl: MakeControl = (field) => {
  const { context, required } = field;
  const missing = h('div', { class: 'missing' });
  let value: Json | undefined;
  const area = h('textarea', {
    rows: 1,
    maxlength: kLongestText,
    input: () => {
      const fallback = localeOf(context.survey());
      const made = withWords(value, context.locale(), fallback, area.value);
      put(field, made ?? (required ? '' : undefined), true);
    },
  });
  const frame = labelled(field, area, { below: true, after: [missing] });
  return {
    node: frame.node,
    update(next) {
      value = next;
      const language = context.locale();
      const fallback = localeOf(context.survey());
      setValue(area, ownWords(next, language, fallback) ?? '');
      area.placeholder = wordsOf(next, fallback, fallback);
      area.lang = language;
      area.dir = 'auto';
      const lacks =
        next === undefined || next === ''
          ? []
          : context
              .languages()
              .filter(
                (tag) =>
                  tag !== language &&
                  typeof next !== 'string' &&
                  ownWords(next, tag, fallback) === undefined,
              );
      const key = lacks.join(' ');
      if (missing.dataset['key'] !== key) {
        missing.dataset['key'] = key;
        missing.hidden = lacks.length === 0;
        missing.replaceChildren(
          'Missing in ',
          ...lacks.map((tag) =>
            h(
              'button',
              {
                type: 'button',
                class: 'link',
                click: () => {
                  context.setLocale(tag);
                  area.focus();
                },
              },
              tag,
            ),
          ),
        );
      }
      frame.update();
    },
  };
};

export const stringControl: MakeControl = (field) => {
  const { required, schema } = field;
  const { maxLength } = resolve(schema);
  const input = h('input', {
    type: 'text',
    spellcheck: 'false',
    autocomplete: 'off',
    maxlength: maxLength,
    input: () => put(field, input.value || (required ? '' : undefined), true),
  });
  const frame = labelled(field, input);
  return {
    node: frame.node,
    update(value) {
      setValue(input, value === undefined ? '' : String(value));
      frame.update();
    },
  };
};

export const numberControl: MakeControl = (field) => {
  const { minimum, maximum } = resolve(field.schema);
  const input = h('input', {
    type: 'number',
    inputmode: 'numeric',
    min: minimum,
    max: maximum,
    step: 1,
    input: () => {
      const number = input.valueAsNumber;
      put(field, Number.isNaN(number) ? undefined : number, true);
    },
  });
  const frame = labelled(field, input);
  return {
    node: frame.node,
    update(value) {
      // "1e" is on its way to a number: leave it alone.
      if (!(document.activeElement === input && !input.validity.valid)) {
        setValue(input, typeof value === 'number' ? String(value) : '');
      }
      frame.update();
    },
  };
};

export const booleanControl: MakeControl = (field) => {
  const { label, schema, at } = field;
  const input = h('input', {
    type: 'checkbox',
    change: () => put(field, input.checked ? true : undefined),
  });
  const node = h(
    'label',
    { class: 'check' },
    input,
    h(
      'span',
      {},
      label,
      h('span', { class: 'help' }, schema.description ?? ''),
    ),
  );
  return {
    node,
    update(value) {
      input.checked = value === true;
      input.dataset['where'] = `/${at().join('/')}`;
    },
  };
};

export const enumControl: MakeControl = (field) => {
  const { required } = field;
  const names = resolve(field.schema).enum ?? [];
  const select = h('select', {
    change: () => put(field, select.value || undefined),
  });
  const frame = labelled(field, select);
  return {
    node: frame.node,
    update(value) {
      const now = typeof value === 'string' ? value : '';
      setOptions(
        select,
        [
          ...(required ? [] : [['', 'as usual'] as const]),
          ...names.map((name) => [name, inWords(name)] as const),
          ...(now && !names.includes(now) ? [[now, now] as const] : []),
        ],
        now,
      );
      frame.update();
    },
  };
};

/** Some of a closed set of words. */
export const setControl: MakeControl = (field) => {
  const names = resolve(resolve(field.schema).items ?? {}).enum ?? [];
  const set = toggles(field.label, (chosen) => put(field, chosen));
  const frame = labelled(field, h('div', { class: 'hold' }, set.node));
  // A group of boxes is named by its legend.
  frame.node.querySelector('label[for]')?.removeAttribute('for');
  return {
    node: frame.node,
    update(value) {
      set.update(
        names.map((name) => [name, inWords(name)] as const),
        isList(value) ? value.map(String) : [],
      );
      frame.update();
    },
  };
};

/** Words of one's own, one a line. */
export const linesControl: MakeControl = (field) => {
  const area = h('textarea', {
    rows: 2,
    spellcheck: 'false',
    input: () => {
      const lines = area.value.split('\n').filter((line) => line.trim());
      put(field, lines.length ? lines : undefined, true);
    },
  });
  const frame = labelled(field, area, {
    below: true,
    help: `${field.schema.description ?? ''}; one a line`,
  });
  return {
    node: frame.node,
    update(value) {
      const lines = isList(value) ? value.map(String) : [];
      const shown = area.value.split('\n').filter((line) => line.trim());
      if (lines.join('\n') !== shown.join('\n')) area.value = lines.join('\n');
      frame.update();
    },
  };
};

/** True when a value is not what the control of its schema can show. */
export function isStrange(field: Field, value: Json | undefined): boolean {
  if (value === undefined) return false;
  const schema = resolve(field.schema);
  switch (schema.type ?? (schema.enum ? 'string' : '')) {
    case 'string':
    case 'integer':
      return typeof value === 'object' && value !== null;
    case 'boolean':
      return typeof value !== 'boolean';
    case 'array':
      return !isList(value);
    case 'object':
      return !isObject(value);
    default:
      return false;
  }
}

/** Shows `inner` where it can show the value, and says so where not. */
export function guarded(field: Field, inner: Control): Control {
  const note = h(
    'p',
    { class: 'quiet strange', hidden: true },
    `${field.label} has a form that is only shown in the code.`,
  );
  return {
    node: h('div', { class: 'guarded' }, inner.node, note),
    update(value) {
      const odd = isStrange(field, value);
      note.hidden = !odd;
      inner.node.hidden = odd;
      if (!odd) inner.update(value);
    },
  };
}
