// A survey from elsewhere: a file, pasted text, or another tool's export.
import type { MigrationReport, Reply } from '../../engine/types.ts';
import { h } from '../../widget/dom.ts';
import { isObject } from '../document/edit.ts';
import { kLongest, readJson } from '../document/json.ts';
import { printJson } from '../document/print.ts';
import { isSurvey } from '../document/survey.ts';
import type { Engine } from '../interfaces.ts';
import { tool } from '../../shared/ui.ts';
import { openDialog } from '../../shared/dialog.ts';

export interface Imported {
  readonly text: string;
  /** Of another tool's survey: which, and what did not map. */
  readonly report?: MigrationReport;
  /** Why there is nothing to open. */
  readonly refused?: string;
}

type Migrated = MigrationReport & { readonly survey: unknown };

/** A survey of ours as it is; one of another tool as far as it maps. */
export function importText(engine: Engine, text: string): Imported {
  const { value } = readJson(text);
  const isOurs = isSurvey(value) && value['format'] !== undefined;
  if (value === undefined || !isObject(value) || isOurs) return { text };
  const reply: Reply<Migrated> = engine.call('migrate', { document: value });
  if (reply.ok) {
    const { survey, ...report } = reply.value;
    return { text: printJson(survey as never), report };
  }
  const [fault] = reply.errors;
  // A form that nobody knows is shown as it is, with its faults.
  return fault && fault.code !== 'unknown_survey_form' && !isSurvey(value)
    ? { text, refused: fault.message }
    : { text };
}

/** The text of a file, if it may be a survey at all. */
export async function readFile(file: File): Promise<string> {
  if (file.size > kLongest) {
    throw new Error(
      `${file.name} has ${file.size.toLocaleString('en')} bytes; a survey has at most 65,536.`,
    );
  }
  return file.text();
}

export function openImport(
  take: (text: string, name?: string) => void,
  fail: (message: string) => void,
): void {
  const area = h('textarea', {
    rows: 8,
    'aria-label': 'The survey as JSON',
    placeholder: '{ "format": 1, … }',
    spellcheck: 'false',
    class: 'mono',
  });
  const input = h('input', {
    type: 'file',
    accept: '.json,application/json',
    class: 'hidden',
    tabindex: -1,
    'aria-label': 'File',
    change: () => {
      const [file] = input.files ?? [];
      if (file) void open(file);
    },
  });
  const dialog = openDialog('Import a survey', [
    h(
      'div',
      { class: 'drop' },
      h('p', {}, 'Drop a file anywhere on the page, or'),
      tool('Choose a file', () => input.click(), { icon: 'upload' }),
      input,
    ),
    h('p', { class: 'quiet' }, 'or paste its text:'),
    area,
    h(
      'div',
      { class: 'dialog-foot' },
      h(
        'span',
        { class: 'quiet' },
        'SurveyJS, Formbricks and PostHog surveys are carried over as far as they map.',
      ),
      tool(
        'Import this',
        () => {
          if (!area.value.trim()) {
            area.focus();
            return;
          }
          dialog.close();
          take(area.value);
        },
        { class: 'primary' },
      ),
    ),
  ]);
  async function open(file: File): Promise<void> {
    dialog.close();
    try {
      take(await readFile(file), file.name.replace(/\.json$/i, ''));
    } catch (error) {
      fail(error instanceof Error ? error.message : String(error));
    }
  }
}
