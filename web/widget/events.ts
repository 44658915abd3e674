// The events of <looplet-survey>. All of them bubble and cross shadow roots.
// Fields are declared only, and set by the one constructor of the base: a
// field definition in each class would be emitted in each class.
import type {
  Answer,
  Fault,
  Preview,
  State,
  StepView,
  SurveyResponse,
} from '../engine/types.ts';

class LoopletEvent extends Event {
  constructor(name: string, fields: object, cancelable = false) {
    super(`looplet-${name}`, { bubbles: true, composed: true, cancelable });
    Object.assign(this, fields);
  }
}

/** The first question is on the page. */
export class LoopletReadyEvent extends LoopletEvent {
  declare readonly survey: string;
  declare readonly revision: number;
  declare readonly locale: string;
  constructor({ survey, revision, locale }: State) {
    super('ready', { survey, revision, locale });
  }
}

/** A step is on the page: the first, after an answer, or after going back. */
export class LoopletStepEvent extends LoopletEvent {
  declare readonly step: StepView;
  declare readonly state: State;
  constructor(state: State) {
    super('step', { step: state.step, state });
  }
}

/** An answer was accepted; `answer` is null when the step was skipped. */
export class LoopletAnswerEvent extends LoopletEvent {
  declare readonly step: string;
  declare readonly answer: Answer;
  constructor(step: string, answer: Answer) {
    super('answer', { step, answer });
  }
}

/** A score was chosen and its effect shown; nothing has been sent. */
export class LoopletPreviewEvent extends LoopletEvent {
  declare readonly score: number;
  declare readonly preview: Preview;
  constructor(score: number, preview: Preview) {
    super('preview', { score, preview });
  }
}

/**
 * The record is complete. preventDefault() keeps the element from storing and
 * sending it. `endpoint` is null when none is set: then this event is all.
 */
export class LoopletSubmitEvent extends LoopletEvent {
  declare readonly record: SurveyResponse;
  declare readonly endpoint: string | null;
  constructor(record: SurveyResponse, endpoint: string | null) {
    super('submit', { record, endpoint }, true);
  }
}

/** What became of a record on its way. */
export interface Delivery {
  readonly status:
    | 'saved'
    | 'delivered'
    | 'retrying'
    | 'rejected'
    | 'expired'
    | 'dropped';
  readonly id: string;
  /** Attempts so far, this one included. */
  readonly attempt: number;
  /** The reply's HTTP status; 0 where there was none. */
  readonly reply: number;
  /** Where the record lies: across visits, or only while the page is open. */
  readonly tier: 'journal' | 'memory';
}

export class LoopletDeliveryEvent extends LoopletEvent implements Delivery {
  declare readonly status: Delivery['status'];
  declare readonly id: string;
  declare readonly attempt: number;
  declare readonly reply: number;
  declare readonly tier: Delivery['tier'];
  constructor(delivery: Delivery) {
    super('delivery', delivery);
  }
}

/** Something keeps the element from doing what it was asked to. */
export class LoopletErrorEvent extends LoopletEvent {
  /** Of the first fault. */
  declare readonly code: string;
  declare readonly where: string;
  declare readonly message: string;
  /** All of them. */
  declare readonly errors: readonly Fault[];
  constructor(errors: readonly Fault[]) {
    super('error', { ...errors[0], errors });
  }
}

/** hide() was called. */
export class LoopletCloseEvent extends LoopletEvent {
  constructor() {
    super('close', {});
  }
}
