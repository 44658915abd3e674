// All texts of the survey side by side, one column for each language: what is
// missing, what is outdated, edited in place, sent to translators and back.
import type { Translations } from '../../engine/types.ts';
import { h, icon } from '../../widget/dom.ts';
import type { LanguagesHooks, Panel, PanelUpdate } from '../interfaces.ts';
import {
  countOf,
  countWords,
  type SurveyText,
  stateOf,
  surveyTexts,
} from './survey_texts.ts';
import { type GridRow, TextGrid } from './text_grid.ts';
import {
  importedWords,
  languageTag,
  readTexts,
  type TextChange,
  writeTexts,
} from './texts_csv.ts';

/** Many texts at once are one step of undo where the page offers that. */
export type TextHooks = LanguagesHooks & {
  setTexts?(changes: readonly TextChange[]): void;
};

const kCommon =
  'ar cs da de el en es fi fr he hi hu it ja ko nb nl pl pt-BR pt-PT ro sv tr uk zh-Hans zh-Hant'.split(
    ' ',
  );
const kPlus = 'M5 12h14M12 5v14';
/** A file of translators is no larger. */
const kMostBytes = 4_000_000;

let panels = 0;

export function makeLanguages(host: HTMLElement, hooks: TextHooks): Panel {
  return new LanguagesPanel(host, hooks);
}

const names = new Intl.DisplayNames(['en'], { type: 'language' });
function languageName(tag: string): string {
  try {
    const name = names.of(tag);
    return name === undefined || name === tag ? tag : `${name} (${tag})`;
  } catch {
    return tag;
  }
}

class LanguagesPanel implements Panel {
  #hooks: TextHooks;
  #given: PanelUpdate | null = null;
  #added: string[] = [];
  #hiddenTags = new Set<string>();
  #grid: TextGrid;
  #chips = h('div', {
    class: 'languages-chips',
    role: 'group',
    'aria-label': 'Languages',
  });
  #chipsKey = '';
  #which: HTMLSelectElement;
  #search: HTMLInputElement;
  #message = h('p', { class: 'languages-message quiet', role: 'status' });
  #empty = h('p', { class: 'languages-empty quiet' });
  /** Places written since the choice of texts: they stay while it does. */
  #written = new Set<string>();
  #texts: readonly SurveyText[] = [];
  #told: Translations | null = null;

  constructor(host: HTMLElement, hooks: TextHooks) {
    this.#hooks = hooks;
    panels += 1;
    this.#grid = new TextGrid(
      {
        change: (where, language, text) => {
          this.#written.add(where);
          hooks.setText(where, language, text);
        },
        chosen: (text, language) =>
          hooks.select(text.step, `${text.where}/${language}`),
      },
      languageName,
    );
    const draw = () => {
      this.#written.clear();
      this.#draw();
    };
    this.#which = h(
      'select',
      { 'aria-label': 'Which texts', change: draw },
      h('option', { value: 'all' }, 'All texts'),
      h('option', { value: 'missing' }, 'Missing'),
      h('option', { value: 'outdated' }, 'Outdated'),
    );
    this.#search = h('input', {
      type: 'search',
      placeholder: 'Find a text',
      'aria-label': 'Find a text',
      input: draw,
    });
    const root = h(
      'div',
      { class: 'languages' },
      h(
        'div',
        { class: 'languages-head' },
        this.#chips,
        this.#adder(),
        h(
          'div',
          { class: 'languages-filter' },
          this.#search,
          this.#which,
          ...this.#files(),
        ),
        this.#message,
      ),
      this.#empty,
      this.#grid.element,
    );
    host.replaceChildren(root);
  }

  update(given: PanelUpdate): void {
    const before = this.#given;
    this.#given = given;
    if (before?.survey.id !== given.survey.id) {
      this.#added = [];
      this.#hiddenTags.clear();
      this.#written.clear();
      this.#message.textContent = '';
    }
    if (before?.survey !== given.survey || before.saved !== given.saved) {
      this.#ask(given);
    }
    this.#draw();
  }

  #ask({ survey, saved }: PanelUpdate): void {
    const previous = saved === null ? {} : { previous: saved };
    const reply = this.#hooks.engine.call<Translations>('translations', {
      survey,
      ...previous,
    });
    if (reply.ok) {
      this.#told = reply.value;
      this.#texts = surveyTexts(reply.value, survey);
    } else {
      this.#told = null;
      this.#texts = [];
      this.#say(reply.errors.map(({ message }) => message).join(' '));
    }
  }

  #languages(): string[] {
    const own = this.#told?.languages ?? [];
    return [...own, ...this.#added.filter((tag) => !own.includes(tag))];
  }

  #draw(): void {
    const given = this.#given;
    if (!given) return;
    const all = this.#languages();
    const source = given.survey.locale;
    this.#drawChips(all, source);
    const shown = all.filter((tag) => !this.#hiddenTags.has(tag));
    const which = this.#which.value;
    const words = this.#search.value.trim().toLowerCase();
    const rows: GridRow[] = [];
    for (const text of this.#texts) {
      const states = shown.map((language) => stateOf(text, language));
      const fits =
        which === 'all' ||
        states.some((state) => state === which) ||
        this.#written.has(text.where);
      if (!fits) continue;
      if (words !== '' && !matches(text, words)) continue;
      rows.push({ text, states });
    }
    this.#grid.update(rows, shown);
    this.#grid.element.hidden = rows.length === 0;
    this.#empty.hidden = rows.length > 0 || this.#told === null;
    this.#empty.textContent = emptyWords(which, words);
  }

  #drawChips(all: readonly string[], source: string): void {
    const told = this.#told;
    if (!told) return;
    const counts = all.map((language) => countOf(language, told, this.#texts));
    const key = JSON.stringify([counts, [...this.#hiddenTags], source]);
    if (key === this.#chipsKey) return;
    this.#chipsKey = key;
    this.#chips.replaceChildren(
      ...counts.map((count) => {
        const { language } = count;
        const shown = !this.#hiddenTags.has(language);
        const faulty = count.missing + count.outdated > 0;
        const state = language === source ? 'source' : countWords(count);
        const mark = faulty ? 'bad' : 'good';
        return h(
          'button',
          {
            type: 'button',
            class: `languages-chip ${language === source ? 'source' : mark}`,
            'aria-pressed': String(shown),
            title: shown ? 'Hide the column' : 'Show the column',
            disabled: language === source,
            click: () => this.#toggle(language),
          },
          h('strong', {}, language),
          ` ${state}`,
        );
      }),
    );
  }

  #toggle(language: string): void {
    if (!this.#hiddenTags.delete(language)) this.#hiddenTags.add(language);
    this.#draw();
    const [chip] = [...this.#chips.querySelectorAll('button')].filter(
      (each) => each.querySelector('strong')?.textContent === language,
    );
    chip?.focus();
  }

  #adder(): HTMLElement {
    const list = `languages-common-${panels}`;
    const input = h('input', {
      list,
      size: 8,
      placeholder: 'de',
      'aria-label': 'Language to add, such as de or pt-BR',
      autocapitalize: 'off',
      spellcheck: 'false',
    });
    const add = (event: Event) => {
      event.preventDefault();
      const tag = languageTag(input.value);
      if (tag === null) {
        this.#say(`“${input.value}” is no language tag. Try de, fr or pt-BR.`);
        return;
      }
      const known = this.#languages().includes(tag);
      if (!known) this.#added.push(tag);
      this.#hiddenTags.delete(tag);
      input.value = '';
      this.#say(known ? `${languageName(tag)} is there already.` : '');
      this.#draw();
    };
    return h(
      'form',
      { class: 'languages-add', submit: add },
      input,
      h(
        'datalist',
        { id: list },
        ...kCommon.map((tag) => h('option', { value: tag }, languageName(tag))),
      ),
      h('button', { class: 'tool' }, icon(kPlus), 'Add language'),
    );
  }

  #files(): HTMLElement[] {
    const open = h('input', {
      type: 'file',
      accept: '.csv,text/csv',
      hidden: true,
      'aria-label': 'File of translated texts',
      change: () => {
        const [file] = open.files ?? [];
        open.value = '';
        if (file) this.#import(file);
      },
    });
    const button = (name: string, title: string, click: () => void) =>
      h('button', { type: 'button', class: 'tool', title, click }, name);
    return [
      button('Export CSV', 'For translators', () => this.#export()),
      button('Import CSV', 'Filled in by translators', () => open.click()),
      open,
    ];
  }

  #export(): void {
    const given = this.#given;
    if (!given) return;
    const text = writeTexts(this.#texts, this.#languages());
    const file = new Blob([text], { type: 'text/csv' });
    this.#hooks.download(`${given.survey.id}-texts.csv`, file);
  }

  async #import(file: File): Promise<void> {
    const given = this.#given;
    if (!given) return;
    if (file.size > kMostBytes) {
      this.#say('This file is too large to be one of texts.');
      return;
    }
    const read = readTexts(await file.text(), this.#texts, given.survey.locale);
    if (typeof read === 'string') {
      this.#say(read);
      return;
    }
    for (const tag of read.languages) {
      if (!this.#languages().includes(tag)) this.#added.push(tag);
    }
    if (this.#hooks.setTexts) this.#hooks.setTexts(read.changes);
    else {
      for (const { where, language, text } of read.changes) {
        this.#hooks.setText(where, language, text);
      }
    }
    this.#say(importedWords(read));
  }

  #say(text: string): void {
    this.#message.textContent = text;
  }
}

function matches(text: SurveyText, words: string): boolean {
  const all = [text.key, text.name, ...text.by.values()];
  return all.some((one) => one.toLowerCase().includes(words));
}

function emptyWords(which: string, words: string): string {
  if (words !== '') return `No text has “${words}” in it.`;
  if (which === 'missing') return 'No text is missing.';
  if (which === 'outdated') {
    return 'No text is outdated: none was left as it was when its source changed since the last saved revision.';
  }
  return 'This survey has no texts.';
}
