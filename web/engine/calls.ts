// What each call of the engine asks and answers. The documents are generated
// (types.ts); a test compares the names with what the engine says of itself.
import type {
  AdjustedP,
  AdjustPRequest,
  AnalyzeRequest,
  Answer,
  ChangeSize,
  CheckReport,
  Churn,
  ChurnRequest,
  CompareRequest,
  CommentTags,
  Comparison,
  DedupeRequest,
  Deduped,
  DetectableChange,
  DetectableChangeRequest,
  Estimate,
  EstimateRequest,
  Goal,
  GoalRequest,
  MarginSize,
  MigrationReport,
  Movement,
  MovementRequest,
  ParsedScore,
  ParseScoreRequest,
  Preview,
  PreviewRequest,
  RecordOptions,
  Report,
  Rolling,
  RollingRequest,
  SampleSizeRequest,
  SimulateRequest,
  SimulationReport,
  StartOptions,
  State,
  Survey,
  SurveyDiff,
  SurveyResponse,
  TagRequest,
  ThemeChange,
  ThemeChangeRequest,
  ThemeImpact,
  ThemeImpactRequest,
  Translations,
  Trend,
  TrendRequest,
} from './types.ts';

interface Call<Request, Value> {
  readonly request: Request;
  readonly value: Value;
}

/** A survey that need not be one: faults are what one asks about. */
interface OfSurvey {
  readonly survey: Survey | unknown;
}

export interface About {
  readonly version: string;
  readonly wire: number;
  readonly functions: readonly string[];
  readonly errorCodes: readonly string[];
  readonly themesVersion: string | null;
}

export interface Calls {
  readonly about: Call<object, About>;
  readonly parseScore: Call<ParseScoreRequest, ParsedScore>;
  readonly estimate: Call<EstimateRequest, Estimate>;
  readonly compare: Call<CompareRequest, Comparison>;
  readonly sampleSize: Call<SampleSizeRequest, MarginSize | ChangeSize>;
  readonly goal: Call<GoalRequest, Goal>;
  readonly detectableChange: Call<DetectableChangeRequest, DetectableChange>;
  readonly adjustP: Call<AdjustPRequest, AdjustedP>;
  readonly tag: Call<TagRequest, CommentTags>;
  readonly trend: Call<TrendRequest, Trend>;
  readonly movement: Call<MovementRequest, Movement>;
  readonly themeImpact: Call<ThemeImpactRequest, ThemeImpact>;
  readonly themeChange: Call<ThemeChangeRequest, ThemeChange>;
  readonly churn: Call<ChurnRequest, Churn>;
  readonly analyze: Call<AnalyzeRequest, Report>;
  readonly dedupe: Call<DedupeRequest, Deduped>;
  readonly rolling: Call<RollingRequest, Rolling>;
  readonly check: Call<OfSurvey, CheckReport>;
  readonly start: Call<OfSurvey & StartOptions, State>;
  readonly answer: Call<OfSurvey & { state: State; answer: Answer }, State>;
  readonly back: Call<OfSurvey & { state: State }, State>;
  readonly response: Call<
    OfSurvey & { state: State } & RecordOptions,
    SurveyResponse
  >;
  readonly preview: Call<PreviewRequest, Preview>;
  readonly simulate: Call<OfSurvey & SimulateRequest, SimulationReport>;
  readonly diff: Call<
    { before: Survey | unknown; after: Survey | unknown },
    SurveyDiff
  >;
  readonly migrate: Call<
    { document: unknown; from?: MigrationReport['from'] },
    MigrationReport & { survey: Survey }
  >;
  readonly translations: Call<
    OfSurvey & { previous?: Survey | unknown },
    Translations
  >;
}

/** The same names at run time, in the engine's order. */
export const kCalls = [
  'about',
  'parseScore',
  'estimate',
  'compare',
  'sampleSize',
  'detectableChange',
  'adjustP',
  'tag',
  'trend',
  'movement',
  'themeImpact',
  'themeChange',
  'churn',
  'analyze',
  'goal',
  'dedupe',
  'rolling',
  'check',
  'start',
  'answer',
  'back',
  'response',
  'preview',
  'simulate',
  'diff',
  'migrate',
  'translations',
] as const satisfies readonly (keyof Calls)[];

/** Fails to compile when kCalls lacks a name of Calls. */
type Missing = Exclude<keyof Calls, (typeof kCalls)[number]>;
export const kAllNamed: [Missing] extends [never] ? true : Missing = true;
