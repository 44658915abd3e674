/** One entry of surveys/catalogue.json. */
export interface Template {
  /** Also the survey's `id`. */
  readonly id: string;
  readonly file: string;
  readonly industry: string;
  /** A key of `uses`. */
  readonly use: string;
  readonly description: string;
  /** When to ask. */
  readonly when: string;
  /** What a page may know of a respondent, to try it with. */
  readonly traits?: { readonly [name: string]: string };
  readonly title: { readonly [language: string]: string };
  readonly metric: 'nps' | 'csat' | 'ces';
  /** BCP 47 tags. */
  readonly languages: readonly string[];
  /** The most that one respondent is asked. */
  readonly questions: number;
}

export interface Catalogue {
  readonly uses: { readonly [use: string]: string };
  readonly templates: readonly Template[];
}

export function catalogue(root: string): Catalogue;
