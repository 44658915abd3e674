// A condition, put together from menus. What the menus cannot say is shown as
// it stands in the code.
import { h } from '../../widget/dom.ts';
import { isList, isObject, type Members, type Path } from '../document/edit.ts';
import { type Json, pointerOf } from '../document/json.ts';
import { idOf, member, stepsOf } from '../document/survey.ts';
import { setOptions, tool } from '../../shared/ui.ts';
import { conditionBody } from './condition_body.ts';
import type { Context, Control } from './field.ts';
import { definition, inWords } from './schema.ts';

/** Members that say what a condition is about; the rest belong to one. */
const kDetails = new Set(['is', 'includes', 'answered']);
const kKinds = Object.keys(definition('Condition').properties ?? {}).filter(
  (name) => !kDetails.has(name),
);

/** How a rule reads with each kind. */
const kWords: { readonly [kind: string]: string } = {
  segment: 'the segment is',
  score: 'the score is one of',
  step: 'the answer to',
  trait: 'the trait',
  theme: 'a comment is about',
  sentiment: 'the comment is',
  locale: 'the language is',
  all: 'all of these hold',
  any: 'one of these holds',
  not: 'this does not hold',
};

/** The one kind of a condition; undefined when it is none or several. */
export function kindOf(condition: Json | undefined): string | undefined {
  if (!isObject(condition)) return undefined;
  const names = Object.keys(condition).filter((name) => !kDetails.has(name));
  return names.length === 1 && kKinds.includes(names[0] ?? '')
    ? names[0]
    : undefined;
}

/** A condition of a kind, to change from there. */
export function blankOf(kind: string, context: Context, before: Path): Members {
  const survey = context.survey();
  const steps = stepsOf(survey);
  switch (kind) {
    case 'segment':
      return { segment: 'detractor' };
    case 'score':
      return { score: { from: 0, to: 6 } };
    case 'step': {
      // The step itself, or the nearest above it, whose answer is known.
      const index = Number(before[1]);
      const step = steps
        .slice(0, index + 1)
        .findLast((one) => !['statement', 'end'].includes(member(one, 'type')));
      return { step: idOf(step ?? steps[0]), answered: true };
    }
    case 'trait': {
      const traits = isObject(survey) ? survey['traits'] : undefined;
      const first = isList(traits) ? traits[0] : undefined;
      const values = isObject(first) ? first['values'] : undefined;
      return {
        trait: member(first, 'name') || 'plan',
        is: isList(values) ? (values[0] ?? '') : 'free',
      };
    }
    case 'theme':
      return { theme: definition('Theme').enum?.[0] ?? 'other' };
    case 'sentiment':
      return { sentiment: -1 };
    case 'locale':
      return { locale: context.locale() };
    case 'not':
      return { not: { segment: 'promoter' } };
    default:
      return { [kind]: [{ segment: 'detractor' }] };
  }
}

/** `optional`: no condition is one that always holds. */
export function conditionControl(
  context: Context,
  at: () => Path,
  optional = false,
): Control {
  let value: Json | undefined;
  let kind: string | undefined;
  let body: Control | undefined;

  const set = (next: Json | undefined): void =>
    context.set(at(), next, { label: 'Change condition' }, ['when', 'to']);

  const select = h('select', {
    'aria-label': 'Condition',
    change: () => {
      const next = select.value;
      if (next === '') set(undefined);
      else if (isGroup(next) && value !== undefined) {
        // What was there becomes the first of the group.
        const inner = isGroup(kind) ? membersOf(value) : [value];
        set({ [next]: next === 'not' ? (inner[0] ?? {}) : [...inner] });
      } else if (
        isGroup(kind) &&
        membersOf(value)[0] &&
        kindOf(membersOf(value)[0]) === next
      ) {
        set(membersOf(value)[0]);
      } else set(blankOf(next, context, at()));
    },
  });
  const place = h('div', { class: 'condition-body' });
  const raw = h('code', { class: 'raw', hidden: true });
  const node = h(
    'div',
    { class: 'condition' },
    h('div', { class: 'if' }, h('span', { class: 'word' }, 'if'), select),
    place,
    raw,
  );
  return {
    node,
    update(next) {
      value = next;
      const now = kindOf(next);
      const odd = next !== undefined && now === undefined;
      setOptions(
        select,
        [
          ...(optional ? [['', 'always'] as const] : []),
          ...(odd ? [['?', 'as in the code'] as const] : []),
          ...kKinds.map(
            (name) => [name, kWords[name] ?? inWords(name)] as const,
          ),
        ],
        now ?? (odd ? '?' : ''),
      );
      select.dataset['where'] = pointerOf(at());
      node.classList.toggle('group', isGroup(now));
      raw.hidden = !odd;
      if (odd) raw.textContent = JSON.stringify(next);
      if (now !== kind) {
        kind = now;
        body = now === undefined ? undefined : makeBody(now);
        place.replaceChildren(...(body ? [body.node] : []));
      }
      body?.update(next);
    },
  };

  function makeBody(of: string): Control {
    if (of === 'not') {
      const inner = conditionControl(context, () => [...at(), 'not']);
      return {
        node: h('div', { class: 'nested' }, inner.node),
        update: (next) =>
          inner.update(isObject(next) ? next['not'] : undefined),
      };
    }
    if (of === 'all' || of === 'any') return makeGroup(of);
    return conditionBody(of, context, at, set);
  }

  function makeGroup(of: string): Control {
    const holder = h('div', { class: 'nested' });
    const rows: { node: HTMLElement; control: Control }[] = [];
    let items: readonly Json[] = [];
    const plus = tool(
      'Add condition',
      () => {
        set({ [of]: [...items, blankOf('score', context, at())] });
        context.focus([...at(), of, items.length - 1]);
      },
      { icon: 'add', class: 'tool small' },
    );
    return {
      node: h('div', {}, holder, plus),
      update(next) {
        items = membersOf(next);
        while (rows.length > items.length) rows.pop()?.node.remove();
        while (rows.length < items.length) {
          const i = rows.length;
          const control = conditionControl(context, () => [...at(), of, i]);
          const remove = tool(
            `Remove condition ${i + 1}`,
            () => set({ [of]: items.toSpliced(i, 1) }),
            { icon: 'remove', bare: true, class: 'tool small' },
          );
          const row = h('div', { class: 'nested-row' }, control.node, remove);
          rows.push({ node: row, control });
          holder.append(row);
        }
        items.forEach((item, i) => {
          rows[i]?.control.update(item);
          const remove = rows[i]?.node.lastElementChild;
          if (remove instanceof HTMLButtonElement) {
            remove.disabled = items.length === 1;
          }
        });
      },
    };
  }
}

const isGroup = (kind: string | undefined): boolean =>
  kind === 'all' || kind === 'any' || kind === 'not';

/** The conditions inside a group. */
function membersOf(condition: Json | undefined): readonly Json[] {
  if (!isObject(condition)) return [];
  const inner = condition['all'] ?? condition['any'] ?? condition['not'];
  return isList(inner) ? inner : inner === undefined ? [] : [inner];
}
