// What a view is: the part of a step that asks, for one family of step types.
// `question`, `help` and `error` are ids inside the shadow root.
import type { Answer, StepView } from '../../engine/types.ts';
import { h } from '../dom.ts';
import type { Say } from '../messages.ts';

/** What a view may ask of the element. */
export interface Frame {
  readonly say: Say;
  readonly number: (value: number) => string;
  /** Something was chosen or written. */
  readonly changed: () => void;
  /** Says something to those who listen, without moving them. */
  readonly announce: (text: string) => void;
}

/** Why an answer cannot go on, and the control that it is about. */
export type Problem = readonly [message: string, control: HTMLElement];

export interface View {
  readonly node: HTMLElement;
  /** What is chosen or written now; undefined where nothing is. */
  readonly value: () => Answer | undefined;
  /** The control that a general problem is about, if not the node. */
  readonly control?: HTMLElement | undefined;
  /** What the view itself finds wrong. */
  readonly problem?: () => Problem | false | undefined;
}

export type MakeView = (
  step: StepView,
  former: Answer | undefined,
  frame: Frame,
) => View;

type Attributes = Parameters<typeof h>[1];

/** A group of controls, named by the question. */
export const group = (
  name: string,
  attributes: Attributes,
  ...children: Node[]
): HTMLElement =>
  h(
    `fieldset.${name}`,
    {
      'aria-labelledby': 'question',
      'aria-describedby': 'help error',
      ...attributes,
    },
    ...children,
  );

/** A box or a radio in a row with its words. */
export function tick(
  text: string,
  attributes: Attributes,
): [row: HTMLElement, input: HTMLInputElement] {
  const input = h('input', attributes);
  return [h('label.row.option', {}, input, h('span', {}, text)), input];
}
