// A list of things: add, move by buttons or Alt with the arrows, take away.
import { h } from '../../widget/dom.ts';
import { isList, moveAt } from '../document/edit.ts';
import { type Json, pointerOf } from '../document/json.ts';
import { setText, tool } from '../../shared/ui.ts';
import { type Control, type Field, put } from './field.ts';
import { inWords } from './schema.ts';

export interface ListWishes {
  /** What one item is called. */
  readonly noun: string;
  /** A new item. */
  blank(items: readonly Json[]): Json;
  /** The control of one item. */
  item(at: Field['at']): Control;
  /** Where the focus goes in a new item. */
  readonly focus: readonly string[];
  /** Items that may not be moved or taken away have none of these. */
  readonly most?: number | undefined;
  readonly title?: string;
}

/** The list of `field`, whose items `wishes` knows to make and draw. */
export function makeList(field: Field, wishes: ListWishes): Control {
  const { context, at, schema } = field;
  const { noun, most = Number.POSITIVE_INFINITY } = wishes;
  const holder = h('ol', { class: `items of-${field.label.toLowerCase()}` });
  const rows: { node: HTMLLIElement; control: Control }[] = [];
  const fault = h('p', { class: 'fault', hidden: true });
  let items: readonly Json[] = [];

  const move = (from: number, to: number): void => {
    if (to < 0 || to >= items.length) return;
    context.edit((survey) => moveAt(survey, at(), from, to), {
      label: `Move ${noun}`,
    });
    focusButton(to, to > from ? 'down' : 'up');
    context.say(`${inWords(noun)} ${to + 1} of ${items.length}`);
  };
  /** The same button of the row that came there, or the other at an end. */
  const focusButton = (index: number, which: string): void => {
    const buttons = rows[index]?.node.querySelectorAll<HTMLButtonElement>(
      ':scope > .row-tools button',
    );
    const wanted = [...(buttons ?? [])].filter(({ disabled }) => !disabled);
    (
      wanted.find(({ dataset }) => dataset['act'] === which) ?? wanted[0]
    )?.focus();
  };
  const add = (index = items.length): void => {
    put(field, items.toSpliced(index, 0, wishes.blank(items)));
    context.focus([...at(), index, ...wishes.focus], true);
  };
  const remove = (index: number): void => {
    const rest = items.toSpliced(index, 1);
    put(field, rest.length || field.required ? rest : undefined);
    if (rest.length) focusButton(Math.min(index, rest.length - 1), 'remove');
    else plus.focus();
  };
  const plus = tool(`Add ${noun}`, () => add(), {
    icon: 'add',
    class: 'tool small',
  });

  function makeRow(index: number) {
    const control = wishes.item(() => [...at(), index]);
    const act = (
      name: 'up' | 'down' | 'remove',
      words: string,
      of: () => void,
    ) =>
      tool(words, of, {
        icon: name,
        bare: true,
        class: 'tool small',
        'data-act': name,
      });
    const node = h(
      'li',
      {
        class: 'item',
        keydown: (event: KeyboardEvent) => {
          const by =
            event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0;
          if (!event.altKey || !by) return;
          event.preventDefault();
          event.stopPropagation();
          move(index, index + by);
        },
      },
      control.node,
      h(
        'div',
        { class: 'row-tools' },
        act('up', `Move ${noun} ${index + 1} up`, () => move(index, index - 1)),
        act('down', `Move ${noun} ${index + 1} down`, () =>
          move(index, index + 1),
        ),
        act('remove', `Remove ${noun} ${index + 1}`, () => remove(index)),
      ),
    );
    return { node, control };
  }

  const heading = h('span', { class: 'list-label' }, field.label);
  const count = h('span', { class: 'count' });
  const node = h(
    'div',
    { class: 'field list', role: 'group', 'aria-label': field.label },
    h('div', { class: 'list-head' }, heading, count),
    holder,
    fault,
    h(
      'div',
      { class: 'list-foot' },
      plus,
      h('span', { class: 'help' }, schema.description ?? ''),
    ),
  );
  return {
    node,
    update(value) {
      items = isList(value) ? value : [];
      while (rows.length > items.length) rows.pop()?.node.remove();
      while (rows.length < items.length) {
        const row = makeRow(rows.length);
        rows.push(row);
        holder.append(row.node);
      }
      items.forEach((item, i) => {
        const row = rows[i];
        row?.control.update(item);
        const [up, down] =
          row?.node.querySelectorAll<HTMLButtonElement>(
            ':scope > .row-tools button',
          ) ?? [];
        if (up) up.disabled = i === 0;
        if (down) down.disabled = i === items.length - 1;
      });
      setText(count, items.length > 3 ? String(items.length) : '');
      plus.disabled = items.length >= most;
      const text = context
        .faults(pointerOf(at()))
        .map(({ message }) => message)
        .join(' ');
      setText(fault, text);
      fault.hidden = !text;
    },
  };
}
