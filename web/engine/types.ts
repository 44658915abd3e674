// The documents that cross the border to the engine.

/** A document's way back: what was asked for, or every fault in it. */
export type Reply<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly errors: readonly Fault[] };

export interface Fault {
  readonly code: string;
  /** A JSON Pointer. */
  readonly where: string;
  readonly message: string;
}

/** One text, or one for each language (BCP 47 tags). */
export type Text = string | { readonly [tag: string]: string };

export type StepType =
  | 'nps'
  | 'rating'
  | 'choice'
  | 'text'
  | 'contact'
  | 'consent'
  | 'statement'
  | 'end';

export interface Survey {
  readonly format: 1;
  readonly id: string;
  readonly revision: number;
  readonly locale: string;
  readonly title?: Text;
  readonly subject: Text;
  readonly owner?: Text;
  readonly privacy?: { readonly text: Text; readonly url: string };
  readonly steps: readonly unknown[];
}

export interface Contact {
  readonly name?: string;
  readonly email?: string;
  readonly phone?: string;
  readonly consent?: boolean;
}

export type Answer =
  | number
  | string
  | boolean
  | null
  | readonly string[]
  | { readonly options: readonly string[]; readonly other: string }
  | Contact;

export interface OptionView {
  readonly id: string;
  readonly text: string;
}

export interface ActionView {
  readonly kind: 'link' | 'review' | 'referral' | 'case_study' | 'copy';
  readonly text: string;
  readonly url?: string;
  readonly code?: string;
}

/** A step ready to draw: language chosen, pieces piped in, options in order. */
export interface StepView {
  readonly id: string;
  readonly type: StepType;
  readonly text: string;
  readonly help?: string;
  readonly optional: boolean;
  /** 0 to 1, never going back. */
  readonly progress: number;
  readonly canGoBack: boolean;
  readonly low?: string;
  readonly high?: string;
  readonly points?: number;
  readonly style?: 'numbers' | 'stars' | 'smileys';
  readonly metric?: 'csat' | 'ces' | 'other';
  readonly many?: boolean;
  readonly other?: boolean;
  readonly otherText?: string;
  readonly options?: readonly OptionView[];
  readonly placeholder?: string;
  readonly maxLength?: number;
  readonly fields?: readonly ('name' | 'email' | 'phone')[];
  readonly consent?: string;
  readonly label?: string;
  readonly button?: string;
  readonly actions?: readonly ActionView[];
}

export interface Given {
  readonly step: string;
  readonly answer: Answer;
}

export interface State {
  readonly survey: string;
  readonly revision: number;
  readonly locale: string;
  readonly seed: number;
  readonly traits?: { readonly [name: string]: string };
  readonly given: readonly Given[];
  readonly step: StepView;
}

export type Segment = 'detractor' | 'passive' | 'promoter';

/** The record that is posted. */
export interface SurveyResponse {
  readonly v: 1;
  readonly id: string;
  readonly survey: string;
  readonly revision: number;
  readonly locale: string;
  readonly answers: readonly {
    readonly step: string;
    readonly type: StepType;
    readonly value: Answer;
  }[];
  readonly score?: number | null;
  readonly segment?: Segment | null;
  readonly themes: readonly string[];
  readonly sentiment?: number | null;
  readonly complete: boolean;
  readonly clientTime: string;
  readonly sentTime?: string;
  readonly traits?: { readonly [name: string]: string };
  readonly page?: string;
  readonly seq?: number;
}

export type Counts =
  | {
      readonly promoters: number;
      readonly passives: number;
      readonly detractors: number;
    }
  | { readonly scores: readonly number[] };

export interface Estimate {
  readonly n: number;
  readonly nps: number | null;
  readonly npsExact: string | null;
  readonly rounded: number | null;
  readonly low: number | null;
  readonly high: number | null;
  /** Promoters, passives, detractors in whole percent that add up to 100. */
  readonly shares: readonly number[] | null;
  /** Fewer than 30 answers. */
  readonly smallSample: boolean;
}

export interface Preview {
  readonly segment: Segment;
  readonly before: Estimate | null;
  readonly after: Estimate;
  readonly delta: number | null;
}

export interface StartOptions {
  readonly locale?: string;
  readonly traits?: { readonly [name: string]: string };
  readonly seed?: number;
}

export interface RecordOptions {
  readonly id: string;
  readonly clientTime: string;
  readonly sentTime?: string;
  readonly page?: string;
  readonly seq?: number;
}
