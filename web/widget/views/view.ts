// What a view is: the part of a step that asks, for one family of step types.
import type { Answer, StepView } from '../../engine/types.ts';
import type { Say } from '../messages.ts';

/** Ids inside the shadow root, which controls refer to. */
export const kQuestion = 'question';
export const kHelp = 'help';
export const kFault = 'fault';
export const kDescribed = `${kHelp} ${kFault}`;

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
export interface Problem {
  readonly message: string;
  readonly control: HTMLElement;
}

export interface View {
  readonly nodes: readonly Node[];
  /** What has the focus when the step comes up. */
  readonly first?: HTMLElement | undefined;
  /** What is chosen or written now; undefined where nothing is. */
  readonly value: () => Answer | undefined;
  /** The control that a general problem is about. */
  readonly control?: HTMLElement;
  /** What the view itself finds wrong. */
  readonly problem?: () => Problem | undefined;
}

export type MakeView = (
  step: StepView,
  former: Answer | undefined,
  frame: Frame,
) => View;
