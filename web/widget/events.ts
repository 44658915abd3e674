// The events of <looplet-survey>: each a class of its own, with named fields.
// All of them bubble and cross shadow roots.
import type {
  Answer,
  Fault,
  Preview,
  State,
  StepView,
  SurveyResponse,
} from '../engine/types.ts';

/** The class of `looplet-NAME`, whose fields are those of type F. */
const define = <F extends object>(name: string, cancelable = false) =>
  class extends Event {
    constructor(fields: F) {
      super(`looplet-${name}`, { bubbles: true, composed: true, cancelable });
      Object.assign(this, fields);
    }
  } as unknown as new (
    fields: F,
  ) => Event & Readonly<F>;

/** The first question is on the page. */
export const LoopletReadyEvent = define<{
  survey: string;
  revision: number;
  locale: string;
}>('ready');
export type LoopletReadyEvent = InstanceType<typeof LoopletReadyEvent>;

/** A step is on the page: the first, after an answer, or after going back. */
export const LoopletStepEvent = define<{ step: StepView; state: State }>(
  'step',
);
export type LoopletStepEvent = InstanceType<typeof LoopletStepEvent>;

/** An answer was accepted; `answer` is null when the step was skipped. */
export const LoopletAnswerEvent = define<{ step: string; answer: Answer }>(
  'answer',
);
export type LoopletAnswerEvent = InstanceType<typeof LoopletAnswerEvent>;

/** A score was chosen and its effect shown; nothing has been sent. */
export const LoopletPreviewEvent = define<{ score: number; preview: Preview }>(
  'preview',
);
export type LoopletPreviewEvent = InstanceType<typeof LoopletPreviewEvent>;

/**
 * The record is complete. preventDefault() keeps the element from storing and
 * sending it. `endpoint` is null when none is set: then this event is all.
 */
export const LoopletSubmitEvent = define<{
  record: SurveyResponse;
  endpoint: string | null;
}>('submit', true);
export type LoopletSubmitEvent = InstanceType<typeof LoopletSubmitEvent>;

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

export const LoopletDeliveryEvent = define<Delivery>('delivery');
export type LoopletDeliveryEvent = InstanceType<typeof LoopletDeliveryEvent>;

/** Something keeps the element from doing what it was asked to. */
export const LoopletErrorEvent = define<
  /** Of the first fault, and all of them. */
  Fault & { errors: readonly Fault[] }
>('error');
export type LoopletErrorEvent = InstanceType<typeof LoopletErrorEvent>;

/** hide() was called. */
export const LoopletCloseEvent = define<object>('close');
export type LoopletCloseEvent = InstanceType<typeof LoopletCloseEvent>;
