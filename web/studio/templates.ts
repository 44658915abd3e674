// Surveys to start from: those of the catalogue, as files beside the page.

import { isList, isObject } from './document/edit.ts';
import { type Json, readJson } from './document/json.ts';
import { member, wordsOf } from './document/survey.ts';

export interface Template {
  readonly id: string;
  readonly file: string;
  readonly title: string;
  /** "Hotels", "Software" */
  readonly industry: string;
  readonly about: string;
  readonly when: string;
  /** "nps", "csat" or "ces" */
  readonly metric: string;
  readonly languages: readonly string[];
}

const kFolder = '../surveys/';

/** Where there is no catalogue. */
const kExamples: readonly Template[] = [
  ['saas-relationship', 'Software, relationship', 'Thirty days after sign-up.'],
  ['shop-after-delivery', 'Shop, after delivery', 'When the parcel arrived.'],
  ['after-support-case', 'After a support case', 'When a case is closed.'],
  ['employees', 'Employees', 'Twice a year, without names.'],
].map(([id = '', title = '', about = '']) => ({
  id,
  file: `${id}.json`,
  title,
  industry: '',
  about,
  when: '',
  metric: 'nps',
  languages: ['en', 'de'],
}));

/** What has come, and what is on its way. */
const texts = new Map<string, Promise<string>>();

function fetchText(file: string): Promise<string> {
  const known = texts.get(file);
  if (known) return known;
  const coming = load(file);
  texts.set(file, coming);
  coming.catch(() => texts.delete(file));
  return coming;
}

async function load(file: string): Promise<string> {
  const reply = await fetch(kFolder + file, { referrerPolicy: 'no-referrer' });
  if (!reply.ok) throw new Error(`${file} cannot be loaded (${reply.status}).`);
  return reply.text();
}

/** An entry of the catalogue, or undefined when it is of another form. */
function readEntry(entry: Json): Template | undefined {
  const id = member(entry, 'id');
  if (!id || !isObject(entry)) return undefined;
  const languages = entry['languages'];
  return {
    id,
    file: member(entry, 'file') || `${id}.json`,
    title: wordsOf(entry['title'], 'en', 'en') || id,
    industry: member(entry, 'industry'),
    about: member(entry, 'description'),
    when: member(entry, 'when'),
    metric: member(entry, 'metric'),
    languages: isList(languages) ? languages.map(String) : [],
  };
}

export async function listTemplates(): Promise<readonly Template[]> {
  try {
    const { value } = readJson(await fetchText('catalogue.json'));
    const entries = isObject(value) ? value['templates'] : value;
    const list = isList(entries) ? entries : [];
    const found = list.map(readEntry).filter((one) => one !== undefined);
    return found.length ? found : kExamples;
  } catch {
    return kExamples;
  }
}

export const fetchTemplate = ({ file }: Template): Promise<string> =>
  fetchText(file);

/** All of them, one after the other, for when there is no connection. */
export async function fetchTemplates(): Promise<void> {
  const { connection } = navigator as {
    connection?: { readonly saveData?: boolean };
  };
  if (connection?.saveData) return;
  for (const template of await listTemplates()) await fetchTemplate(template);
}
