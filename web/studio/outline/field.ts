// One labelled control of the form, with its help and what is wrong with it.
import type { Problem } from '../../engine/types.ts';
import { h } from '../../widget/dom.ts';
import type { Members, Path } from '../document/edit.ts';
import { type Json, pointerOf } from '../document/json.ts';
import type { Change } from '../store.ts';
import { freshName } from '../../shared/ui.ts';
import type { Schema } from './schema.ts';

/** What controls know of the document around them. */
export interface Context {
  /** The whole survey as it is drawn now. */
  survey(): Json;
  locale(): string;
  languages(): readonly string[];
  setLocale(tag: string): void;
  /** Puts another value at a place; undefined takes it away. */
  set(
    path: Path,
    value: Json | undefined,
    change: Change,
    order?: readonly string[],
  ): void;
  edit(make: (survey: Json) => Json, change: Change): void;
  /** What is wrong at a place, or, for a text, below it. */
  faults(
    pointer: string,
    below?: boolean,
  ): readonly Pick<Problem, 'severity' | 'message'>[];
  /** Moves the focus to the control of a place once it is drawn. */
  focus(path: Path, select?: boolean): void;
  say(text: string): void;
  /** A new step of a type, to take words from. */
  blank(type: string): Members;
}

export interface Field {
  readonly context: Context;
  /** Where the value is; changes when steps or items are moved. */
  readonly at: () => Path;
  readonly schema: Schema;
  readonly label: string;
  /** The member may not be absent. */
  readonly required: boolean;
  /** The members of the object around it, in the schema's order. */
  readonly order: readonly string[];
}

export interface Control {
  readonly node: HTMLElement;
  update(value: Json | undefined): void;
}

export type MakeControl = (field: Field) => Control;

export const put = (
  { context, at, label, order }: Field,
  value: Json | undefined,
  typed = false,
): void => {
  const path = at();
  const group = typed ? `${pointerOf(path)} ${context.locale()}` : undefined;
  const what = label.charAt(0).toLowerCase() + label.slice(1);
  context.set(
    path,
    value,
    { label: `Change ${what}`, ...(group && { group }) },
    order,
  );
};

/**
 * A label over a control, its help, and its faults. `below`: faults of what is
 * inside are shown here too.
 */
export function labelled(
  { context, at, label, schema }: Field,
  control: HTMLElement,
  { below = false, help = schema.description ?? '', after = [] as Node[] } = {},
) {
  const name = freshName('field');
  control.id = name;
  const helpNode = h('span', { class: 'help', id: `${name}-help` }, help);
  const fault = h('p', { class: 'fault', id: `${name}-fault`, hidden: true });
  const node = h(
    'div',
    { class: 'field' },
    h(
      'div',
      { class: 'field-head' },
      h('label', { for: name }, label),
      ...(help ? [helpNode] : []),
    ),
    control,
    ...after,
    fault,
  );
  control.setAttribute(
    'aria-describedby',
    `${help ? helpNode.id : ''} ${fault.id}`.trim(),
  );
  return {
    node,
    update(): void {
      const pointer = pointerOf(at());
      control.dataset['where'] = pointer;
      const found = context.faults(pointer, below);
      const text = found.map(({ message }) => message).join(' ');
      if (fault.textContent !== text) {
        fault.textContent = text;
        fault.hidden = !text;
        const isError = found.some(({ severity }) => severity === 'error');
        node.classList.toggle('faulty', isError);
        if (isError) control.setAttribute('aria-invalid', 'true');
        else control.removeAttribute('aria-invalid');
      }
    },
  };
}

/** What no control can show: it is changed in the code. */
export const strange = (what: string): HTMLElement =>
  h('p', { class: 'quiet strange' }, `${what}: change it in the code.`);
