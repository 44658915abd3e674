// The events of <looplet-survey>. All of them bubble and cross shadow roots.
import type {
  Answer,
  Fault,
  Preview,
  State,
  StepView,
  SurveyResponse,
} from '../engine/types.ts';

class LoopletEvent extends Event {
  constructor(name: string, cancelable = false) {
    super(`looplet-${name}`, { bubbles: true, composed: true, cancelable });
  }
}

/** The first question is on the page. */
export class LoopletReadyEvent extends LoopletEvent {
  readonly survey: string;
  readonly revision: number;
  readonly locale: string;
  constructor(state: State) {
    super('ready');
    this.survey = state.survey;
    this.revision = state.revision;
    this.locale = state.locale;
  }
}

/** A step is on the page, after an answer or after going back. */
export class LoopletStepEvent extends LoopletEvent {
  readonly step: StepView;
  readonly state: State;
  constructor(state: State) {
    super('step');
    this.step = state.step;
    this.state = state;
  }
}

/** An answer was accepted; `answer` is null when the step was skipped. */
export class LoopletAnswerEvent extends LoopletEvent {
  readonly step: string;
  readonly answer: Answer;
  constructor(step: StepView, answer: Answer) {
    super('answer');
    this.step = step.id;
    this.answer = answer;
  }
}

/** A score was chosen and its effect shown; nothing has been sent. */
export class LoopletPreviewEvent extends LoopletEvent {
  readonly score: number;
  readonly preview: Preview;
  constructor(score: number, preview: Preview) {
    super('preview');
    this.score = score;
    this.preview = preview;
  }
}

/**
 * The record is complete. preventDefault() keeps the element from storing and
 * sending it. `endpoint` is null when none is set: then this event is all.
 */
export class LoopletSubmitEvent extends LoopletEvent {
  readonly record: SurveyResponse;
  readonly endpoint: string | null;
  constructor(record: SurveyResponse, endpoint: string | null) {
    super('submit', true);
    this.record = record;
    this.endpoint = endpoint;
  }
}

/** What became of a record on its way. */
export interface Delivery {
  readonly state:
    | 'saved'
    | 'delivered'
    | 'retrying'
    | 'rejected'
    | 'expired'
    | 'dropped';
  readonly id: string;
  /** Attempts so far, this one included. */
  readonly attempt: number;
  /** The HTTP status; 0 where no reply came or none was asked for. */
  readonly status: number;
  /** Where the record lies: across visits, or only while the page is open. */
  readonly tier: 'journal' | 'memory';
}

export class LoopletDeliveryEvent extends LoopletEvent implements Delivery {
  readonly state: Delivery['state'];
  readonly id: string;
  readonly attempt: number;
  readonly status: number;
  readonly tier: Delivery['tier'];
  constructor(delivery: Delivery) {
    super('delivery');
    this.state = delivery.state;
    this.id = delivery.id;
    this.attempt = delivery.attempt;
    this.status = delivery.status;
    this.tier = delivery.tier;
  }
}

/** Something keeps the element from doing what it was asked to. */
export class LoopletErrorEvent extends LoopletEvent {
  readonly code: string;
  readonly where: string;
  readonly message: string;
  readonly errors: readonly Fault[];
  constructor(errors: readonly Fault[]) {
    super('error');
    const first = errors[0];
    this.code = first?.code ?? '';
    this.where = first?.where ?? '';
    this.message = first?.message ?? '';
    this.errors = errors;
  }
}

/** hide() was called. */
export class LoopletCloseEvent extends LoopletEvent {
  constructor() {
    super('close');
  }
}
