// Generated from schema/calls.schema.json by script/checks/types.mjs: the
// documents that cross the border to the engine.

/** A document's way back: what was asked for, or every fault in it. */
export type Reply<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly errors: readonly Fault[] };

/** What is wrong, and where. */
export interface Fault {
  /** Never renamed; the table is in include/looplet/README.md. */
  readonly code: string;
  /** A JSON Pointer, or "line 14". */
  readonly where: string;
  /** A whole sentence in English. */
  readonly message: string;
}

export interface Survey {
  /** for editors */
  readonly $schema?: string;
  /** of this file */
  readonly format: 1;
  /** kept with every answer */
  readonly id: string;
  /** one more with every change */
  readonly revision: number;
  /** of texts without a language */
  readonly locale: string;
  /** for the team, not for respondents */
  readonly title?: Text;
  /** {subject} in texts: what is asked about */
  readonly subject: Text;
  /** {owner} in texts: who reads the answers */
  readonly owner?: Text;
  /** a link shown under the questions */
  readonly privacy?: Privacy;
  /** what the page may tell about a respondent */
  readonly traits?: readonly Trait[];
  /** in order */
  readonly steps: readonly Step[];
}

export type Text = string | { readonly [name: string]: string };

export interface Privacy {
  /** the words of the link */
  readonly text: Text;
  /** https:// */
  readonly url: string;
}

export interface Trait {
  /** as the page gives it */
  readonly name: string;
  /** all it can be; absent: any text */
  readonly values?: readonly string[];
}

export type Step =
  | {
      /** kept in answers; never change it */
      readonly id: string;
      /** what the step asks */
      readonly type: 'nps';
      /** the question, or the words of a page */
      readonly text: Text;
      /** a line under it */
      readonly help?: Text;
      /** what the lowest point means */
      readonly low: Text;
      /** what the highest point means */
      readonly high: Text;
      /** may be skipped */
      readonly optional?: boolean;
      /** what follows; absent, or no rule holds: the step below */
      readonly next?: Next;
    }
  | {
      /** kept in answers; never change it */
      readonly id: string;
      /** what the step asks */
      readonly type: 'rating';
      /** the question, or the words of a page */
      readonly text: Text;
      /** a line under it */
      readonly help?: Text;
      /** what the lowest point means */
      readonly low: Text;
      /** what the highest point means */
      readonly high: Text;
      /** what it measures; never counted in the score */
      readonly metric?: 'other' | 'csat' | 'ces';
      /** answers are 1 to this; 5 if absent */
      readonly points?: number;
      /** how the points are drawn */
      readonly style?: 'numbers' | 'stars' | 'smileys';
      /** may be skipped */
      readonly optional?: boolean;
      /** what follows; absent, or no rule holds: the step below */
      readonly next?: Next;
    }
  | {
      /** kept in answers; never change it */
      readonly id: string;
      /** what the step asks */
      readonly type: 'choice';
      /** the question, or the words of a page */
      readonly text: Text;
      /** a line under it */
      readonly help?: Text;
      /** to choose from */
      readonly options: readonly Option[];
      /** more than one may be chosen */
      readonly many?: boolean;
      /** offers words of one's own */
      readonly other?: boolean;
      /** the words for that */
      readonly otherText?: Text;
      /** another order for each respondent */
      readonly shuffle?: boolean;
      /** may be skipped */
      readonly optional?: boolean;
      /** what follows; absent, or no rule holds: the step below */
      readonly next?: Next;
    }
  | {
      /** kept in answers; never change it */
      readonly id: string;
      /** what the step asks */
      readonly type: 'text';
      /** the question, or the words of a page */
      readonly text: Text;
      /** a line under it */
      readonly help?: Text;
      /** an example */
      readonly placeholder?: Text;
      /** longest answer in characters; 2,000 if absent */
      readonly maxLength?: number;
      /** may be skipped */
      readonly optional?: boolean;
      /** what follows; absent, or no rule holds: the step below */
      readonly next?: Next;
    }
  | {
      /** kept in answers; never change it */
      readonly id: string;
      /** what the step asks */
      readonly type: 'contact';
      /** the question, or the words of a page */
      readonly text: Text;
      /** a line under it */
      readonly help?: Text;
      /** what may be filled in */
      readonly fields: readonly ('name' | 'email' | 'phone')[];
      /** must be ticked for anything to be kept */
      readonly consent?: Text;
      /** may be skipped */
      readonly optional?: boolean;
      /** what follows; absent, or no rule holds: the step below */
      readonly next?: Next;
    }
  | {
      /** kept in answers; never change it */
      readonly id: string;
      /** what the step asks */
      readonly type: 'consent';
      /** the question, or the words of a page */
      readonly text: Text;
      /** a line under it */
      readonly help?: Text;
      /** the words for yes */
      readonly label?: Text;
      /** may be skipped */
      readonly optional?: boolean;
      /** what follows; absent, or no rule holds: the step below */
      readonly next?: Next;
    }
  | {
      /** kept in answers; never change it */
      readonly id: string;
      /** what the step asks */
      readonly type: 'statement';
      /** the question, or the words of a page */
      readonly text: Text;
      /** a line under it */
      readonly help?: Text;
      /** the words for going on */
      readonly button?: Text;
      /** what follows; absent, or no rule holds: the step below */
      readonly next?: Next;
    }
  | {
      /** kept in answers; never change it */
      readonly id: string;
      /** what the step asks */
      readonly type: 'end';
      /** the question, or the words of a page */
      readonly text: Text;
      /** a line under it */
      readonly help?: Text;
      /** what may be done next */
      readonly actions?: readonly Action[];
      /** what follows; absent, or no rule holds: the step below */
      readonly next?: Next;
    };

export type Next = string | readonly Rule[];

export interface Rule {
  /** absent: always */
  readonly when?: Condition;
  /** id of the step that follows */
  readonly to: string;
}

export interface Condition {
  /** of the respondent */
  readonly segment?: Segment | readonly Segment[];
  /** given */
  readonly score?: ScoreSet;
  /** that is asked about */
  readonly step?: string;
  /** that is asked about */
  readonly trait?: string;
  /** the answer, or the trait, is this */
  readonly is?: Scalar;
  /** this option was chosen */
  readonly includes?: string;
  /** the step was answered, or was not */
  readonly answered?: boolean;
  /** that an answer is about */
  readonly theme?: Theme | readonly Theme[];
  /** of the comment */
  readonly sentiment?: number | readonly number[];
  /** the language spoken */
  readonly locale?: string | readonly string[];
  /** all of these hold */
  readonly all?: readonly Condition[];
  /** one of these holds */
  readonly any?: readonly Condition[];
  /** this does not hold */
  readonly not?: Condition;
}

export type Segment = 'detractor' | 'passive' | 'promoter';

export type ScoreSet =
  | number
  | readonly number[]
  | {
      /** 0 if absent */
      readonly from?: number;
      /** 10 if absent */
      readonly to?: number;
    };

export type Scalar = string | number | boolean;

export type Theme =
  | 'product_quality'
  | 'missing_feature'
  | 'usability'
  | 'support_speed'
  | 'support_quality'
  | 'pricing_value'
  | 'billing'
  | 'delivery_logistics'
  | 'reliability_bugs'
  | 'performance_speed'
  | 'account_communication'
  | 'staff'
  | 'other';

export interface Option {
  /** kept in answers; never change it */
  readonly id: string;
  /** what is read */
  readonly text: Text;
  /** what choosing it is about */
  readonly theme?: Theme;
}

export type Action =
  | {
      /** what it offers */
      readonly kind: 'link';
      /** the words on it */
      readonly text: Text;
      /** https:// or mailto:; names are piped into its query */
      readonly url: string;
    }
  | {
      /** what it offers */
      readonly kind: 'review';
      /** the words on it */
      readonly text: Text;
      /** https:// or mailto:; names are piped into its query */
      readonly url: string;
    }
  | {
      /** what it offers */
      readonly kind: 'referral';
      /** the words on it */
      readonly text: Text;
      /** https:// or mailto:; names are piped into its query */
      readonly url: string;
    }
  | {
      /** what it offers */
      readonly kind: 'case_study';
      /** the words on it */
      readonly text: Text;
      /** https:// or mailto:; names are piped into its query */
      readonly url: string;
    }
  | {
      /** what it offers */
      readonly kind: 'copy';
      /** the words on it */
      readonly text: Text;
      /** copied when chosen */
      readonly code: string;
    };

export type Answer =
  | null
  | number
  | boolean
  | string
  | readonly string[]
  | {
      /** ids of the options chosen */
      readonly options: readonly string[];
      /** words of one's own */
      readonly other?: string;
    }
  | Contact;

export interface State {
  /** its id */
  readonly survey: string;
  /** the survey's */
  readonly revision: number;
  /** the language spoken */
  readonly locale: string;
  /** orders shuffled options */
  readonly seed: number;
  /** of the respondent */
  readonly traits?: { readonly [name: string]: string | number | boolean };
  /** answers so far */
  readonly given: readonly Given[];
  /** to draw now */
  readonly step: StepView;
}

export interface Given {
  /** id of the step */
  readonly step: string;
  /** null: skipped, or nothing was asked */
  readonly answer: Answer;
}

export interface StepView {
  /** of the step */
  readonly id: string;
  /** what it asks */
  readonly type: StepType;
  /** the question */
  readonly text: string;
  /** a line under it */
  readonly help?: string;
  /** may be skipped */
  readonly optional: boolean;
  /** 0 to 1, never going back */
  readonly progress: number;
  /** whether to offer it */
  readonly canGoBack: boolean;
  /** the lowest point */
  readonly low?: string;
  /** the highest point */
  readonly high?: string;
  /** of a rating */
  readonly metric?: 'other' | 'csat' | 'ces';
  /** of a rating */
  readonly points?: number;
  /** of a rating */
  readonly style?: 'numbers' | 'stars' | 'smileys';
  /** in order */
  readonly options?: readonly OptionView[];
  /** several may be chosen */
  readonly many?: boolean;
  /** words of one's own are offered */
  readonly other?: boolean;
  /** the words for that */
  readonly otherText?: string;
  /** an example */
  readonly placeholder?: string;
  /** longest answer in characters */
  readonly maxLength?: number;
  /** of a contact */
  readonly fields?: readonly ('name' | 'email' | 'phone')[];
  /** must be ticked to keep a contact */
  readonly consent?: string;
  /** of a consent */
  readonly label?: string;
  /** the words for going on */
  readonly button?: string;
  /** of an end */
  readonly actions?: readonly ActionView[];
}

export type StepType =
  | 'nps'
  | 'rating'
  | 'choice'
  | 'text'
  | 'contact'
  | 'consent'
  | 'statement'
  | 'end';

export interface OptionView {
  /** to answer with */
  readonly id: string;
  /** to read */
  readonly text: string;
}

export interface ActionView {
  /** what it offers */
  readonly kind: 'link' | 'review' | 'referral' | 'case_study' | 'copy';
  /** the words on it */
  readonly text: string;
  /** safe to open */
  readonly url?: string;
  /** to copy */
  readonly code?: string;
}

export interface SurveyResponse {
  /** of the record */
  readonly v: 1;
  /** made once, the same on every attempt */
  readonly id: string;
  /** its id */
  readonly survey: string;
  /** the survey's */
  readonly revision: number;
  /** the language spoken */
  readonly locale: string;
  /** in order */
  readonly answers: readonly RecordAnswer[];
  /** null: none was given */
  readonly score: number | null;
  /** of the score */
  readonly segment: Segment | null;
  /** what the answers are about */
  readonly themes: readonly Theme[];
  /** of the comment; null: not known */
  readonly sentiment: number | null;
  /** an end was reached */
  readonly complete: boolean;
  /** when it was sent, by the respondent's clock */
  readonly clientTime: string;
  /** of this attempt */
  readonly sentTime?: string;
  /** of the respondent */
  readonly traits?: { readonly [name: string]: string | number | boolean };
  /** path of the page, if the site asked for it */
  readonly page?: string;
  /** of partial answers with one id; the highest counts */
  readonly seq?: number;
}

export interface RecordAnswer {
  /** id of the step */
  readonly step: string;
  /** what it asked */
  readonly type: StepType;
  /** null: skipped */
  readonly value: Answer;
}

export interface StartOptions {
  /** wanted, such as de-AT */
  readonly locale?: string;
  /** of the respondent */
  readonly traits?: { readonly [name: string]: string | number | boolean };
  /** orders shuffled options */
  readonly seed?: number;
}

export interface RecordOptions {
  /** made once, the same on every attempt */
  readonly id: string;
  /** when it is sent */
  readonly clientTime: string;
  /** of this attempt */
  readonly sentTime?: string;
  /** path of the page */
  readonly page?: string;
  /** of partial answers with one id */
  readonly seq?: number;
}

export interface CheckReport {
  /** errors first to last as they stand in the survey */
  readonly problems: readonly Problem[];
  /** the flow */
  readonly graph: Graph;
  /** ways through it */
  readonly paths: Paths;
}

export interface Problem {
  /** an error, or a thing to look at */
  readonly severity: 'error' | 'warning';
  /** never renamed */
  readonly code:
    | 'not_utf8'
    | 'too_large'
    | 'too_deep'
    | 'reserved_name'
    | 'unknown_field'
    | 'missing_field'
    | 'wrong_type'
    | 'not_one_of'
    | 'out_of_range'
    | 'not_whole'
    | 'too_long'
    | 'empty_text'
    | 'too_many'
    | 'too_few'
    | 'bad_form'
    | 'duplicate_id'
    | 'unknown_target'
    | 'loop'
    | 'dead_end'
    | 'two_nps_steps'
    | 'no_nps_step'
    | 'unknown_step'
    | 'unknown_option'
    | 'bad_condition'
    | 'unsafe_link'
    | 'next_after_end'
    | 'other_survey'
    | 'unknown_survey'
    | 'unknown_revision'
    | 'not_on_path'
    | 'survey_has_ended'
    | 'at_the_start'
    | 'answer_needed'
    | 'wrong_answer'
    | 'wrong_number'
    | 'bad_email'
    | 'consent_needed'
    | 'not_json'
    | 'duplicate_key'
    | 'unknown_call'
    | 'undefined_margin'
    | 'counts_and_scores'
    | 'weights_do_not_match'
    | 'population_too_small'
    | 'not_between'
    | 'not_a_weight'
    | 'no_spread'
    | 'times_do_not_match'
    | 'variance_and_pilot'
    | 'one_source'
    | 'unsupported_format'
    | 'unreachable_step'
    | 'unknown_name'
    | 'missing_language'
    | 'step_for_nobody'
    | 'contradictory_rule'
    | 'shadowed_rule'
    | 'score_left_out'
    | 'score_covered_twice'
    | 'maybe_not_given'
    | 'no_follow_up'
    | 'asks_score_change'
    | 'not_decided'
    | 'cannot_read'
    | 'not_text'
    | 'unclosed_quote'
    | 'text_after_quote'
    | 'nul_byte'
    | 'ragged_row'
    | 'cell_too_long'
    | 'row_too_large'
    | 'no_rows'
    | 'no_score_column'
    | 'several_score_columns'
    | 'unknown_column'
    | 'no_comment_column'
    | 'ambiguous_column'
    | 'too_many_rows'
    | 'unreadable_weight'
    | 'bad_phrase'
    | 'no_weight'
    | 'unknown_trait'
    | 'unknown_value'
    | 'not_for_step'
    | 'unknown_survey_form'
    | 'nothing_to_ask';
  /** JSON Pointer into the survey */
  readonly where: string;
  /** a sentence */
  readonly message: string;
  /** the answers that show it, in words; absent: none do */
  readonly witness?: string;
  /** the same answers, to give one after the other */
  readonly replay?: readonly Given[];
  /** to start the replay in, if it matters */
  readonly locale?: string;
  /** to start the replay with, if they matter */
  readonly traits?: { readonly [name: string]: string | number | boolean };
}

export interface Graph {
  /** the steps */
  readonly nodes: readonly string[];
  /** ways from one to another */
  readonly edges: readonly Edge[];
}

export interface Edge {
  /** a step */
  readonly from: string;
  /** a step that may follow it */
  readonly to: string;
  /** of the scores of those who go this way */
  readonly segments: readonly Segment[];
  /** whether anybody goes this way */
  readonly possible: boolean;
}

export interface Paths {
  /** ways through the survey */
  readonly count: number;
  /** steps on the longest, its end among them */
  readonly longest: number;
  /** the same for each segment */
  readonly bySegment: readonly SegmentPaths[];
  /** false: too entangled to count; these are upper bounds */
  readonly exact: boolean;
}

export interface SegmentPaths {
  /** of the score */
  readonly segment: Segment;
  /** ways to an end */
  readonly count: number;
  /** steps on the longest, its end among them */
  readonly longest: number;
}

export type Counts =
  | {
      /** how many gave 9 or 10 */
      readonly promoters: number;
      /** how many gave 7 or 8 */
      readonly passives: number;
      /** how many gave 0 to 6 */
      readonly detractors: number;
    }
  | {
      /** how many gave 0, 1, ... 10 */
      readonly scores: readonly number[];
    };

export interface Estimate {
  /** answers */
  readonly n: number;
  /** gave 9 or 10 */
  readonly promoters: number;
  /** gave 7 or 8 */
  readonly passives: number;
  /** gave 0 to 6 */
  readonly detractors: number;
  /** points, -100 to 100; null without answers */
  readonly nps: number | null;
  /** the same as a reduced fraction */
  readonly npsExact: string | null;
  /** whole points, half away from zero */
  readonly rounded: number | null;
  /** tenths of a point, half away from zero */
  readonly rounded1: number | null;
  /** promoters, passives, detractors in whole percent */
  readonly shares: readonly number[] | null;
  /** of one answer, 0 to 1 */
  readonly variance: number | null;
  /** points */
  readonly standardError: number | null;
  /** lower end of the interval, points */
  readonly low: number | null;
  /** upper end of the interval, points */
  readonly high: number | null;
  /** of the interval */
  readonly method:
    | 'score'
    | 'adjusted_wald'
    | 'bonett_price'
    | 'agresti_min'
    | 'newcombe'
    | 'jeffreys'
    | 'wald';
  /** 0 to 1 */
  readonly confidence: number;
  /** fewer than 30 answers */
  readonly smallSample: boolean;
  /** with a population */
  readonly finitePopulationFactor?: number;
  /** standard error times that factor */
  readonly correctedError?: number;
  /** with weights: answers they are worth */
  readonly effectiveN?: number;
  /** with weights: n over effectiveN */
  readonly designEffect?: number;
}

export interface EstimateRequest {
  /** by segment or by score */
  readonly counts?: Counts;
  /** one for each answer, instead of counts */
  readonly scores?: readonly number[];
  /** one for each score */
  readonly weights?: readonly number[];
  /** 0 to 1; 0.95 if absent */
  readonly confidence?: number;
  /** of the interval; score if absent */
  readonly method?:
    | 'score'
    | 'adjusted_wald'
    | 'bonett_price'
    | 'agresti_min'
    | 'newcombe'
    | 'jeffreys'
    | 'wald';
  /** how many could have answered */
  readonly population?: number;
}

export interface Comparison {
  /** points, after less before */
  readonly change: number | null;
  /** lower end of its interval */
  readonly low: number | null;
  /** upper end of its interval */
  readonly high: number | null;
  /** change over its standard error */
  readonly z: number | null;
  /** two-sided */
  readonly p: number | null;
  /** p is below 1 less the confidence */
  readonly significant: boolean | null;
  /** points that would have been noticed 4 times in 5 */
  readonly detectable: number | null;
  /** of the interval */
  readonly method:
    | 'score'
    | 'adjusted_wald'
    | 'bonett_price'
    | 'agresti_min'
    | 'newcombe'
    | 'jeffreys'
    | 'wald';
  /** 0 to 1 */
  readonly confidence: number;
}

export interface CompareRequest {
  /** first group */
  readonly before: Counts;
  /** second group */
  readonly after: Counts;
  /** 0 to 1; 0.95 if absent */
  readonly confidence?: number;
  /** of the interval; score if absent */
  readonly method?:
    | 'score'
    | 'adjusted_wald'
    | 'bonett_price'
    | 'agresti_min'
    | 'newcombe'
    | 'jeffreys'
    | 'wald';
}

export interface SampleSizeRequest {
  /** points either way */
  readonly margin?: number;
  /** points to be noticed */
  readonly change?: number;
  /** 0 to 1; 0.95 if absent */
  readonly confidence?: number;
  /** of one answer, 0 to 1; for a margin */
  readonly variance?: number;
  /** earlier answers, instead of a variance */
  readonly pilot?: Counts;
  /** how many can be asked; for a margin */
  readonly population?: number;
  /** 0.5 to 1; 0.8 if absent; for a change */
  readonly power?: number;
  /** 1 if absent; for a change */
  readonly varianceBefore?: number;
  /** 1 if absent; for a change */
  readonly varianceAfter?: number;
  /** answers after for each before; 1 if absent */
  readonly ratio?: number;
}

export interface MarginSize {
  /** answers */
  readonly responses: number;
  /** how many more than the pilot's */
  readonly more?: number;
}

export interface ChangeSize {
  /** answers before, and after when the ratio is 1 */
  readonly responsesPerGroup: number;
  /** answers after */
  readonly responsesAfter: number;
}

export interface DetectableChangeRequest {
  /** first group */
  readonly before: PlannedGroup;
  /** second group */
  readonly after: PlannedGroup;
  /** 0 to 1; 0.95 if absent */
  readonly confidence?: number;
  /** 0.5 to 1; 0.8 if absent */
  readonly power?: number;
}

export interface PlannedGroup {
  /** answers */
  readonly n: number;
  /** of one answer, 0 to 1; 1 if absent */
  readonly variance?: number;
}

export interface DetectableChange {
  /** that would be noticed */
  readonly points: number | null;
}

export interface AdjustPRequest {
  /** of the comparisons */
  readonly p: readonly number[];
  /** what the corrected values guarantee */
  readonly method: 'bonferroni' | 'holm' | 'bh' | 'by';
}

export interface AdjustedP {
  /** corrected, in the same order */
  readonly p: readonly number[];
}

export interface ParseScoreRequest {
  /** text of a cell */
  readonly raw: string;
}

export interface ParsedScore {
  /** what the text says */
  readonly disposition:
    | 'ok'
    | 'missing'
    | 'out_of_range'
    | 'non_integer'
    | 'unparseable';
  /** null unless it is ok */
  readonly score: number | null;
}

export interface PreviewRequest {
  /** the answers so far */
  readonly baseline?: Counts;
  /** the new answer */
  readonly score: number;
}

export interface Preview {
  /** of the score */
  readonly segment: Segment;
  /** without this answer; null without a baseline */
  readonly before: Estimate | null;
  /** with this answer */
  readonly after: Estimate;
  /** points that this answer adds */
  readonly delta: number | null;
}

export interface TrendRequest {
  /** a time for each wave */
  readonly t: readonly number[];
  /** their answers */
  readonly waves: readonly Counts[];
}

export interface Trend {
  /** of each wave, points; null without answers */
  readonly nps: readonly number[];
  /** points for each unit of t, weighted least squares */
  readonly slope: number | null;
  /** its standard error */
  readonly slopeError: number | null;
  /** slope over its error */
  readonly z: number | null;
  /** two-sided */
  readonly p: number | null;
  /** points at t = 0 */
  readonly intercept: number | null;
  /** Cochran's, of no difference between waves */
  readonly q: number | null;
  /** its degrees of freedom */
  readonly qDf: number;
  /** its p */
  readonly qP: number | null;
  /** of all answers together, a reduced fraction */
  readonly pooledNpsExact: string | null;
}

export interface MovementRequest {
  /** rows before, columns after, each detractor, passive, promoter */
  readonly transitions: readonly (readonly number[])[];
}

export interface Movement {
  /** people asked twice */
  readonly n: number;
  /** a reduced fraction */
  readonly npsBeforeExact: string | null;
  /** a reduced fraction */
  readonly npsAfterExact: string | null;
  /** points, after less before */
  readonly change: number | null;
  /** of the change, points */
  readonly standardError: number | null;
  /** change over its error */
  readonly z: number | null;
  /** two-sided */
  readonly p: number | null;
  /** chi-square of any change of the shares, 2 df */
  readonly stuartMaxwell: number | null;
  /** its p */
  readonly stuartMaxwellP: number | null;
  /** gave 0 to 6 the first time */
  readonly detractorsBefore: number;
  /** of them, gave 7 or more the second time */
  readonly recovered: number;
  /** of them, gave 9 or 10 */
  readonly recoveredToPromoter: number;
  /** recovered of detractorsBefore, 0 to 1 */
  readonly recoveryRate: number | null;
  /** lower end of its interval (Wilson, 95 %) */
  readonly recoveryLow: number | null;
  /** upper end */
  readonly recoveryHigh: number | null;
  /** of promoters, those who left, 0 to 1 */
  readonly promoterLossRate: number | null;
  /** moved to a better segment */
  readonly improved: number;
  /** to a worse one */
  readonly worsened: number;
  /** stayed */
  readonly unchanged: number;
}

export interface ThemeImpactRequest {
  /** every answer */
  readonly all: Counts;
  /** of them, those that mention the theme */
  readonly theme: Counts;
}

export interface ThemeImpact {
  /** score of all less score without the theme, points */
  readonly impact: number | null;
  /** score of all less score of the theme, points */
  readonly gap: number | null;
  /** points, if the theme's detractors became passives */
  readonly gainIfPassive: number | null;
  /** points, if they became promoters */
  readonly gainIfPromoter: number | null;
  /** that mention it, 0 to 1 */
  readonly shareOfDetractors: number | null;
  /** a reduced fraction */
  readonly npsWithoutExact: string | null;
}

export interface ThemeChangeRequest {
  /** first wave */
  readonly before: Mentions;
  /** second wave */
  readonly after: Mentions;
}

export interface Mentions {
  /** answers that mention it */
  readonly mentions: number;
  /** answers */
  readonly n: number;
}

export interface ThemeChange {
  /** share after less before, points */
  readonly differencePoints: number | null;
  /** pooled, by N - 1 */
  readonly z: number | null;
  /** two-sided */
  readonly p: number | null;
  /** lower end of the interval (Newcombe, 95 %), points */
  readonly low: number | null;
  /** upper end */
  readonly high: number | null;
  /** Fisher's exact test, two-sided */
  readonly fisherP: number | null;
}

export interface ChurnRequest {
  /** detractors who left */
  readonly detractorChurned: number;
  /** detractors who stayed */
  readonly detractorKept: number;
  /** others who left */
  readonly otherChurned: number;
  /** others who stayed */
  readonly otherKept: number;
}

export interface Churn {
  /** 0 to 1 */
  readonly churnRateDetractors: number | null;
  /** 0 to 1 */
  readonly churnRateOthers: number | null;
  /** detractors less others, points */
  readonly riskDifferencePoints: number | null;
  /** detractors over others */
  readonly riskRatio: number | null;
  /** lower end of its interval (log, 95 %) */
  readonly riskRatioLow: number | null;
  /** upper end */
  readonly riskRatioHigh: number | null;
  /** correlation of being a detractor and leaving */
  readonly phi: number | null;
}

export interface SimulateRequest {
  /** how many */
  readonly respondents: number;
  /** the same seed gives the same respondents; 0 if absent */
  readonly seed?: number;
  /** who they are and how they answer */
  readonly mix?: Mix;
  /** paths to list; 20 if absent */
  readonly top?: number;
  /** steps that fewer reach are starved; 0.001 if absent */
  readonly starvedBelow?: number;
}

export type Mix =
  | MixPreset
  | {
      /** spread of the scores; typical if absent */
      readonly preset?: MixPreset;
      /** weights of 0 to 10, instead of the preset's */
      readonly scores?: readonly number[];
      /** share who leave at a step; 0.03 if absent */
      readonly dropOff?: number;
      /** share who skip what may be skipped; 0.3 if absent */
      readonly skip?: number;
      /** share who write where they need not; 0.4 if absent */
      readonly textAnswered?: number;
      /** share who give a contact where they need not; 0.2 if absent */
      readonly contactGiven?: number;
      /** share who say yes to a consent; 0.5 if absent */
      readonly yes?: number;
      /** share who choose words of their own; 0.1 if absent */
      readonly other?: number;
      /** of many: share who choose one more, after each, up to five; 0.3 if absent */
      readonly more?: number;
      /** share of comments about a theme that a condition names; 0.1 if absent */
      readonly theme?: number;
      /** how comments sound, by segment */
      readonly sentiment?: SentimentMix;
      /** weights of each trait's values; all alike if absent */
      readonly traits?: {
        readonly [name: string]: { readonly [name: string]: number };
      };
      /** weights of languages; all alike if absent */
      readonly locales?: { readonly [name: string]: number };
      /** what differs at single steps */
      readonly steps?: { readonly [name: string]: StepMix };
    };

export type MixPreset = 'typical' | 'happy' | 'unhappy' | 'even';

export interface SentimentMix {
  /** weights of -1, 0, 1 */
  readonly detractor?: readonly number[];
  /** weights of -1, 0, 1 */
  readonly passive?: readonly number[];
  /** weights of -1, 0, 1 */
  readonly promoter?: readonly number[];
}

export interface StepMix {
  /** share who leave instead of answering */
  readonly dropOff?: number;
  /** share who skip it, where it may be skipped */
  readonly skip?: number;
  /** nps, rating: a weight for each answer */
  readonly points?: readonly number[];
  /** choice: weights by option, none for those left out */
  readonly options?: { readonly [name: string]: number };
  /** choice of many: one more is chosen, after each */
  readonly more?: number;
  /** consent: share who say yes */
  readonly yes?: number;
}

export interface SimulationReport {
  /** how many there were */
  readonly respondents: number;
  /** of their numbers */
  readonly seed: number;
  /** came to an end */
  readonly completed: number;
  /** of all */
  readonly completedShare: number | null;
  /** the most frequent first */
  readonly paths: readonly SimulatedPath[];
  /** respondents on paths that are not listed */
  readonly otherPaths: number;
  /** asked of a respondent, answered or not */
  readonly questions: QuestionsAsked;
  /** in the survey's order */
  readonly steps: readonly SimulatedStep[];
  /** by segment */
  readonly completion: readonly SegmentCompletion[];
  /** steps that hardly anybody reaches */
  readonly starved: readonly string[];
  /** the share that is meant by that */
  readonly starvedBelow: number;
}

export interface SimulatedPath {
  /** in order */
  readonly steps: readonly string[];
  /** it comes to an end of the survey */
  readonly complete: boolean;
  /** respondents */
  readonly count: number;
  /** of all */
  readonly share: number;
}

export interface QuestionsAsked {
  /** of all */
  readonly mean: number | null;
  /** nearest rank */
  readonly median: number | null;
  /** nearest rank */
  readonly p90: number | null;
  /** the most */
  readonly max: number | null;
  /** respondents who were asked 0, 1, 2, ... questions */
  readonly counts: readonly number[];
}

export interface SimulatedStep {
  /** of the step */
  readonly id: string;
  /** respondents */
  readonly reached: number;
  /** of all */
  readonly share: number | null;
  /** of those who reached it */
  readonly bySegment: SegmentCounts;
  /** reached it and came no further */
  readonly left: number;
  /** of those who reached it */
  readonly leftShare: number | null;
  /** hardly anybody reaches it */
  readonly starved: boolean;
}

export interface SegmentCounts {
  /** 0 to 6 */
  readonly detractor: number;
  /** 7 and 8 */
  readonly passive: number;
  /** 9 and 10 */
  readonly promoter: number;
  /** gave no score */
  readonly none: number;
}

export interface SegmentCompletion {
  /** null: gave no score */
  readonly segment: Segment | null;
  /** of this segment */
  readonly respondents: number;
  /** who came to an end */
  readonly completed: number;
  /** completed of respondents */
  readonly share: number | null;
}

export interface SurveyDiff {
  /** the survey's own, then step by step */
  readonly changes: readonly Change[];
  /** all answers to steps of both can be counted together */
  readonly together: boolean;
  /** those of both */
  readonly steps: readonly StepCounting[];
}

export interface Change {
  /** what has changed */
  readonly kind: ChangeKind;
  /** answers before and after are not alike */
  readonly warning: boolean;
  /** its id; absent: the survey's own */
  readonly step?: string;
  /** the place is in the old revision */
  readonly inBefore?: boolean;
  /** JSON Pointer */
  readonly where: string;
  /** a sentence */
  readonly message: string;
}

export type ChangeKind =
  | 'survey'
  | 'step_added'
  | 'step_removed'
  | 'step_renamed'
  | 'step_moved'
  | 'type'
  | 'scale'
  | 'text'
  | 'option_added'
  | 'option_removed'
  | 'option_renamed'
  | 'options_order'
  | 'option_theme'
  | 'setting'
  | 'limit'
  | 'rule_added'
  | 'rule_removed'
  | 'rule_target'
  | 'rule_order'
  | 'otherwise'
  | 'action_added'
  | 'action_removed'
  | 'action'
  | 'trait';

export interface StepCounting {
  /** its id */
  readonly step: string;
  /** old and new answers can be counted together */
  readonly together: boolean;
  /** a sentence when not */
  readonly why?: string;
}

export interface Translations {
  /** the survey's own language */
  readonly source: string;
  /** all it speaks, the source first */
  readonly languages: readonly string[];
  /** in the survey's order */
  readonly texts: readonly TranslatedText[];
  /** of each language but the source */
  readonly progress: readonly LanguageProgress[];
}

export interface TranslatedText {
  /** JSON Pointer */
  readonly where: string;
  /** its id; absent: the survey's own */
  readonly step?: string;
  /** its name there */
  readonly field: string;
  /** in the survey's own language */
  readonly source: string;
  /** one text for all languages */
  readonly plain: boolean;
  /** one for each other language */
  readonly translations: readonly Translation[];
}

export interface Translation {
  /** its tag */
  readonly language: string;
  /** null: missing */
  readonly text: string | null;
  /** its source has changed, it has not */
  readonly outdated: boolean;
}

export interface LanguageProgress {
  /** its tag */
  readonly language: string;
  /** that are there */
  readonly texts: number;
  /** texts */
  readonly missing: number;
  /** texts */
  readonly outdated: number;
}

export interface MigrationReport {
  /** the program it is from */
  readonly from: MigrationSource;
  /** what did not map */
  readonly notes: readonly MigrationNote[];
}

export type MigrationSource = 'surveyjs' | 'formbricks' | 'posthog';

export interface MigrationNote {
  /** there in another form, or not at all */
  readonly severity: 'changed' | 'lost';
  /** JSON Pointer into the document given */
  readonly where: string;
  /** a sentence */
  readonly message: string;
}

export interface TagRequest {
  /** to be tagged */
  readonly comment: string;
  /** its language; found out if absent */
  readonly locale?: string;
  /** rules of your own, besides the built-in ones */
  readonly themes?: ThemeRules;
}

export interface ThemeRules {
  /** for editors */
  readonly $schema?: string;
  /** of the file */
  readonly format: 1;
  /** of the comments it is for; absent: of all */
  readonly locale?: string;
  /** words that stand for each other, as @name */
  readonly groups?: { readonly [name: string]: readonly string[] };
  /** by their ids */
  readonly themes?: { readonly [name: string]: ThemeRule };
  /** words and phrases that tell how the writer feels */
  readonly tone?: readonly ToneRule[];
  /** phrases without feeling, though their words have one */
  readonly neutral?: readonly string[];
  /** turn what follows round */
  readonly negators?: readonly string[];
  /** negators that may also stand behind */
  readonly trailing?: readonly string[];
  /** raise what follows */
  readonly boosters?: readonly string[];
  /** lower what follows */
  readonly dampeners?: readonly string[];
  /** what follows weighs more than what was before */
  readonly contrasts?: readonly string[];
  /** may begin another thought */
  readonly joins?: readonly string[];
  /** which the language is told by */
  readonly smallWords?: readonly string[];
  /** words that are no slip of the keyboard */
  readonly known?: readonly string[];
}

export interface ThemeRule {
  /** the theme, whatever is thought of it */
  readonly about?: readonly string[];
  /** half a proof each: two different ones make the theme */
  readonly hints?: readonly string[];
  /** the theme, and a complaint */
  readonly bad?: readonly string[];
  /** the theme, and praise */
  readonly good?: readonly string[];
  /** what only looks like the theme */
  readonly except?: readonly string[];
}

export interface ToneRule {
  /** -4 (worst) to 4 (best); 0 takes a word's feeling away */
  readonly weight: number;
  /** of that weight */
  readonly words: readonly string[];
}

export interface CommentTags {
  /** what it is about; other only alone */
  readonly themes: readonly ThemeFound[];
  /** of the whole comment */
  readonly sentiment: number;
  /** above -1 and below 1 */
  readonly sentimentScore: number;
  /** whose rules were used; und: none could be told */
  readonly locale: string;
}

export interface ThemeFound {
  /** of the theme */
  readonly id: string;
  /** of the clauses that speak of it */
  readonly sentiment: number;
  /** in order, none within another */
  readonly mentions: readonly Mention[];
}

export interface Mention {
  /** of the words that told it, in UTF-16 code units */
  readonly start: number;
  /** behind the last of them */
  readonly end: number;
}

export interface AnalyzeRequest {
  /** the text of a CSV file */
  readonly csv?: string;
  /** the text of a JSON or JSON Lines file, instead */
  readonly json?: string;
  /** answers, instead of a file */
  readonly responses?: readonly GivenResponse[];
  /** what is wanted */
  readonly options?: AnalyzeOptions;
}

export interface GivenResponse {
  /** absent: gave none */
  readonly score?: number;
  /** as written */
  readonly comment?: string;
  /** of the answer */
  readonly id?: string;
  /** of the person, who may answer again */
  readonly respondent?: string;
  /** a language tag */
  readonly locale?: string;
  /** a date, or a date and a time of day */
  readonly time?: string;
  /** 1 if absent */
  readonly weight?: number;
  /** values by column, for breakdowns */
  readonly groups?: { readonly [name: string]: string };
}

export interface AnalyzeOptions {
  /** 0 to 1; 0.95 if absent */
  readonly confidence?: number;
  /** of intervals; score if absent */
  readonly method?:
    | 'score'
    | 'adjusted_wald'
    | 'bonett_price'
    | 'agresti_min'
    | 'newcombe'
    | 'jeffreys'
    | 'wald';
  /** how many could have answered */
  readonly population?: number;
  /** columns to break the score down by */
  readonly by?: readonly string[];
  /** of the groups' p; holm if absent */
  readonly adjustment?: 'bonferroni' | 'holm' | 'bh' | 'by';
  /** smaller groups show counts only; 10 if absent */
  readonly minGroup?: number;
  /** the largest that are listed; 50 if absent */
  readonly maxGroups?: number;
  /** month, week, quarter, or such as 30-days */
  readonly every?: string;
  /** the score that is wanted */
  readonly goal?: number;
  /** how those who could have answered are made up */
  readonly mix?: PopulationMix;
  /** for themes and phrases; true if absent */
  readonly readComments?: boolean;
  /** rules of your own, besides the built-in ones */
  readonly themes?: ThemeRules;
  /** by respondent; true if absent */
  readonly movement?: boolean;
  /** take in unfinished answers; false if absent */
  readonly countPartial?: boolean;
  /** how many to give as they are; 0 if absent */
  readonly comments?: number;
  /** heading or number of score, comment, time, id, respondent, locale, weight */
  readonly columns?: { readonly [name: string]: string };
  /** between cells; found if absent */
  readonly delimiter?: string;
  /** day first or month first; found if absent */
  readonly dateOrder?: string;
  /** of rows with one id: latest, first or all; latest if absent */
  readonly keep?: string;
  /** of comments; found for each if absent */
  readonly locale?: string;
}

export interface PopulationMix {
  /** the column of the groups */
  readonly by: string;
  /** by group; only their proportions count */
  readonly shares: { readonly [name: string]: number };
}

export interface Report {
  /** what was understood of the file */
  readonly source?: ReportSource;
  /** what became of each row */
  readonly rows: ReportRows;
  /** the score */
  readonly estimate: Estimate;
  /** the same without weights, where there are any */
  readonly unweighted?: Estimate;
  /** how many gave 0, 1, ... 10 */
  readonly distribution: readonly number[];
  /** answers for 5 points either way */
  readonly responsesForMargin: number | null;
  /** how many more than now */
  readonly moreForMargin: number | null;
  /** what would bring the score there */
  readonly goal?: Goal;
  /** who was asked and answered */
  readonly rates: ResponseRates;
  /** those who answered against a known mix */
  readonly representation?: Representation;
  /** one for each column that was asked for */
  readonly breakdowns: readonly Breakdown[];
  /** over time */
  readonly waves?: Waves;
  /** the same people in the last two waves */
  readonly movement?: MovementReport;
  /** scored rows with a comment */
  readonly commented: number;
  /** of the comments */
  readonly sentiment: SentimentCounts;
  /** of the rules; empty when no comment was read */
  readonly themesVersion: string;
  /** what people write about, the largest impact first */
  readonly themes: readonly ReportTheme[];
  /** what detractors say and promoters do not */
  readonly phrases?: ReportPhrases;
  /** as many as were asked for */
  readonly comments: readonly ReportComment[];
  /** what a reader should know before believing it */
  readonly notes: readonly ReportNote[];
  /** what was wrong in the file */
  readonly faultCount: number;
  /** the first thousand of them, by line */
  readonly faults: readonly FileFault[];
}

export interface ReportSource {
  /** the tool it comes from, or plain */
  readonly format: string;
  /** CSV, JSON or JSON Lines */
  readonly kind: string;
  /** of the text */
  readonly encoding: string;
  /** between cells; empty in JSON */
  readonly delimiter: string;
  /** rows before the first answer */
  readonly headerRows: number;
  /** of all columns */
  readonly headings: readonly string[];
  /** of JSON: fields that come too late to be read */
  readonly lateFields?: readonly string[];
  /** what was taken for what, and why */
  readonly columns: readonly SourceColumn[];
  /** what could not be told, and has to be */
  readonly choices: readonly SourceChoice[];
  /** day first, month first or unknown */
  readonly dateOrder: string;
  /** not needed, as told, by the format, by its content, undecided or conflicting */
  readonly dateOrderFound: string;
}

export interface SourceColumn {
  /** score, comment, time, id, respondent, locale, survey, weight, group */
  readonly role: string;
  /** its heading */
  readonly name: string;
  /** from 1; 0 where columns have no order */
  readonly number: number;
  /** as told, by its name, by its content */
  readonly found: string;
}

export interface SourceChoice {
  /** that is not filled */
  readonly role: string;
  /** one of them is to be told */
  readonly candidates: readonly SourceCandidate[];
}

export interface SourceCandidate {
  /** from 1 */
  readonly number: number;
  /** its heading */
  readonly name: string;
  /** its first filled cells */
  readonly samples: readonly string[];
}

export interface ReportRows {
  /** all rows; each is one of the following */
  readonly read: number;
  /** in the score */
  readonly scored: number;
  /** blank, or said to be no answer */
  readonly missing: number;
  /** neither a score nor missing */
  readonly rejectedCount: number;
  /** the same answer or person again */
  readonly duplicates: number;
  /** begun and not sent off */
  readonly partial: number;
  /** tests by the makers */
  readonly preview: number;
  /** taken out in the tool they come from */
  readonly excluded: number;
  /** asked, and kept silent */
  readonly notAnswered: number;
  /** of another kind of survey in the same file */
  readonly otherType: number;
  /** the first thousand of them, by line */
  readonly rejected: readonly RejectedCell[];
  /** the first thousand that do not count */
  readonly setAside: readonly SetAsideRow[];
}

export interface RejectedCell {
  /** where the row starts, from 1 */
  readonly line: number;
  /** the cell, shortened */
  readonly raw: string;
  /** why it is no score */
  readonly disposition:
    | 'ok'
    | 'missing'
    | 'out_of_range'
    | 'non_integer'
    | 'unparseable';
}

export interface SetAsideRow {
  /** where the row starts */
  readonly line: number;
  /** partial, preview, excluded, notAnswered, otherType or duplicate */
  readonly why: string;
}

export interface Goal {
  /** the score that is wanted */
  readonly points: number;
  /** it is there already */
  readonly reached: boolean;
  /** net promoters that are missing */
  readonly needed: number;
  /** more answers of 9 or 10; null: no number would do */
  readonly promotersToWin: number | null;
  /** alone; null: there are too few */
  readonly passivesToPromoters: number | null;
  /** alone; null: there are too few */
  readonly detractorsToPassives: number | null;
  /** alone; null: there are too few */
  readonly detractorsToPromoters: number | null;
  /** the mix that raises scores by the fewest points */
  readonly cheapest: GoalMix | null;
}

export interface GoalMix {
  /** people */
  readonly passivesToPromoters: number;
  /** people */
  readonly detractorsToPassives: number;
  /** people */
  readonly detractorsToPromoters: number;
  /** points of the 0-10 scale that all of them rise by */
  readonly raised: number;
}

export interface ResponseRates {
  /** invitations */
  readonly sent: number | null;
  /** of them */
  readonly delivered: number | null;
  /** of them */
  readonly opened: number | null;
  /** of them */
  readonly started: number | null;
  /** of them */
  readonly completed: number | null;
  /** in the score */
  readonly scored: number;
  /** scored of delivered, or sent; 0 to 1 */
  readonly responseRate: number | null;
  /** lower end of its interval (Wilson, 95 %) */
  readonly responseLow: number | null;
  /** upper end */
  readonly responseHigh: number | null;
  /** completed of started, 0 to 1 */
  readonly completionRate: number | null;
  /** asked and not in the score */
  readonly silent: number | null;
  /** if all who kept silent were detractors */
  readonly npsIfDetractors: number | null;
  /** if all of them were promoters */
  readonly npsIfPromoters: number | null;
}

export interface Representation {
  /** the column */
  readonly by: string;
  /** in the order of the mix */
  readonly groups: readonly RepresentedGroup[];
  /** answers of other groups, left out here */
  readonly outside: SegmentTotals;
  /** share of the population whose groups have answers */
  readonly covered: number;
  /** of the answers against the mix */
  readonly chiSquare: number | null;
  /** its degrees of freedom */
  readonly df: number;
  /** small: they are no random sample of it */
  readonly p: number | null;
  /** the score, had they answered in these proportions */
  readonly estimate: Estimate;
  /** points from the score of the report */
  readonly moved: number | null;
}

export interface RepresentedGroup {
  /** as in the file */
  readonly name: string;
  /** its answers */
  readonly counts: SegmentTotals;
  /** of those who could have answered, 0 to 1 */
  readonly populationShare: number;
  /** of the answers, 0 to 1 */
  readonly answerShare: number | null;
  /** its score */
  readonly nps: number | null;
}

export interface SegmentTotals {
  /** gave 9 or 10 */
  readonly promoters: number;
  /** gave 7 or 8 */
  readonly passives: number;
  /** gave 0 to 6 */
  readonly detractors: number;
}

export interface Breakdown {
  /** the column */
  readonly by: string;
  /** what the corrected p guarantee */
  readonly adjustment: 'bonferroni' | 'holm' | 'bh' | 'by';
  /** the largest first */
  readonly groups: readonly ReportGroup[];
  /** answers of groups that are not listed */
  readonly other: SegmentTotals;
  /** how many groups those are */
  readonly otherGroups: number;
}

export interface ReportGroup {
  /** as in the file; empty: without a value */
  readonly name: string;
  /** its answers */
  readonly counts: SegmentTotals;
  /** null: too few answers, as below */
  readonly estimate: Estimate | null;
  /** its score less that of all others */
  readonly difference: Comparison | null;
  /** p corrected for the number of groups */
  readonly pAdjusted: number | null;
  /** pAdjusted is below 1 less the confidence */
  readonly significant: boolean | null;
}

export interface Waves {
  /** month, week, quarter, or such as 30-days */
  readonly every: string;
  /** those with answers */
  readonly list: readonly Wave[];
  /** over their t */
  readonly trend: Trend;
  /** scored rows without a time */
  readonly undated: number;
  /** of waves too long ago to be listed */
  readonly before: SegmentTotals;
}

export interface Wave {
  /** 2026-05, 2026-W19, 2026-Q2, or its last day */
  readonly name: string;
  /** first day */
  readonly start: string;
  /** last day */
  readonly end: string;
  /** periods since the first wave */
  readonly t: number;
  /** its answers */
  readonly counts: SegmentTotals;
  /** its score */
  readonly estimate: Estimate;
  /** against the wave before; null for the first */
  readonly change: Comparison | null;
}

export interface MovementReport {
  /** the wave before */
  readonly from: string;
  /** the wave after */
  readonly to: string;
  /** rows before, columns after, each detractor, passive, promoter */
  readonly transitions: readonly (readonly number[])[];
  /** what that means */
  readonly movement: Movement;
  /** of a sample of the people, there are so many */
  readonly sampled: boolean;
}

export interface SentimentCounts {
  /** comments */
  readonly negative: number;
  /** comments */
  readonly neutral: number;
  /** comments */
  readonly positive: number;
}

export interface ReportTheme {
  /** of the theme */
  readonly id: string;
  /** answers that mention it */
  readonly counts: SegmentTotals;
  /** of what they say about it */
  readonly sentiment: SentimentCounts;
  /** score of all less score without the theme, points */
  readonly impact: number | null;
  /** score of all less score of the theme, points */
  readonly gap: number | null;
  /** upper bounds of what mending it would bring */
  readonly gains: ThemeGains;
  /** that mention it, 0 to 1 */
  readonly shareOfDetractors: number | null;
  /** a reduced fraction */
  readonly npsWithoutExact: string | null;
  /** of its share, the last wave against the one before */
  readonly change: ThemeChange | null;
  /** p of that corrected for the number of themes (bh) */
  readonly changePAdjusted: number | null;
  /** at most three */
  readonly examples: readonly ReportComment[];
}

export interface ThemeGains {
  /** points, if the theme's detractors became passives */
  readonly ifPassive: number | null;
  /** points, if they became promoters */
  readonly ifPromoter: number | null;
}

export interface ReportComment {
  /** where its row starts */
  readonly line: number;
  /** of its writer */
  readonly score: number;
  /** of the whole comment */
  readonly sentiment: number;
  /** at most 1,000 characters of it */
  readonly text: string;
  /** what it is about, and the words that told */
  readonly themes: readonly ThemeFound[];
}

export interface ReportPhrases {
  /** that were read for this */
  readonly detractorComments: number;
  /** that were read for this */
  readonly promoterComments: number;
  /** there were more; these are a sample */
  readonly sampled: boolean;
  /** of detractors, the most telling first */
  readonly detractors: readonly ReportPhrase[];
  /** of promoters, the most telling first */
  readonly promoters: readonly ReportPhrase[];
}

export interface ReportPhrase {
  /** one to three words */
  readonly text: string;
  /** comments of detractors that have it */
  readonly detractors: number;
  /** comments of promoters that have it */
  readonly promoters: number;
  /** above 0: detractors say it more */
  readonly logOdds: number;
  /** the same over its standard error */
  readonly z: number;
}

export interface ReportNote {
  /** never renamed */
  readonly code: string;
  /** a sentence */
  readonly message: string;
}

export interface FileFault {
  /** never renamed */
  readonly code: string;
  /** line 14 */
  readonly where: string;
  /** a sentence */
  readonly message: string;
}

export interface GoalRequest {
  /** the eleven scores tell what is cheapest, too */
  readonly counts: Counts;
  /** the score that is wanted, -100 to 100 */
  readonly goal: number;
}

export interface DedupeRequest {
  /** which row of an id counts; latest if absent */
  readonly policy?: 'latest' | 'first' | 'all';
  /** in their order */
  readonly rows: readonly DedupeRow[];
}

export interface DedupeRow {
  /** of the submission or the person; without one, a row is never merged */
  readonly id?: string | number | boolean;
  /** a date, a date and a time, or a number */
  readonly time?: string | number | boolean;
  /** what is no whole number from 0 to 10 is no answer */
  readonly score?: string | number | boolean;
}

export interface Deduped {
  /** places in rows, from 0, in their order */
  readonly kept: readonly number[];
  /** given */
  readonly rows: number;
  /** rows another row stands for */
  readonly duplicates: number;
  /** different ids */
  readonly ids: number;
  /** all kept */
  readonly withoutId: number;
}

export interface RollingRequest {
  /** in any order */
  readonly responses: readonly DatedScore[];
  /** the last day of the window */
  readonly asOf: string;
  /** of the window, the last one counted in */
  readonly days: number;
}

export interface DatedScore {
  /** 2026-05-04, or a date and a time; its day in UTC, or as written where no zone is */
  readonly date: string;
  /** what is no whole number from 0 to 10 is no answer */
  readonly score?: string | number | boolean;
}

export interface Rolling {
  /** scores in the window */
  readonly n: number;
  /** 9 and 10 */
  readonly promoters: number;
  /** 7 and 8 */
  readonly passives: number;
  /** 0 to 6 */
  readonly detractors: number;
  /** -100 to 100 */
  readonly nps: number | null;
  /** a reduced fraction such as -225/4 */
  readonly npsExact: string | null;
  /** in the window, without a score */
  readonly missing: number;
  /** responses that are older */
  readonly before: number;
  /** responses that are later */
  readonly after: number;
}

export interface Contact {
  /** of a person */
  readonly name?: string;
  /** to answer to */
  readonly email?: string;
  /** to answer to */
  readonly phone?: string;
  /** the box was ticked */
  readonly consent?: boolean;
}
