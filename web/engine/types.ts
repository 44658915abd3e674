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
    | 'variance_and_pilot'
    | 'unsupported_format'
    | 'unreachable_step'
    | 'unknown_name'
    | 'missing_language'
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
    | 'bad_phrase';
  /** JSON Pointer into the survey */
  readonly where: string;
  /** a sentence */
  readonly message: string;
  /** a way to see it, in words */
  readonly witness?: string;
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
  /** whose answers can lead this way */
  readonly segments: readonly Segment[];
}

export interface Paths {
  /** ways through the survey */
  readonly count: number;
  /** steps on the longest, its end among them */
  readonly longest: number;
  /** the same for each segment */
  readonly bySegment: readonly SegmentPaths[];
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
