// A table that is edited in place: arrows move, Enter edits and goes on to the
// next, Escape takes back, Tab goes to the next language.
import { h } from '../../widget/dom.ts';
import type { SurveyText, TextState } from './survey_texts.ts';

export interface GridRow {
  readonly text: SurveyText;
  readonly states: readonly TextState[];
}

export interface GridActions {
  change(where: string, language: string, text: string): void;
  chosen(text: SurveyText, language: string): void;
}

const kStateWords: Record<TextState, string> = {
  there: '',
  missing: 'missing',
  outdated: 'outdated',
  forAll: 'as in the source',
};

interface Cell {
  readonly element: HTMLTableCellElement;
  readonly row: number;
  readonly column: number;
  signature: string;
}

export class TextGrid {
  readonly element = h('div', { class: 'languages-grid' });
  #actions: GridActions;
  #rows: readonly GridRow[] = [];
  #languages: readonly string[] = [];
  #names: (language: string) => string;
  #cells: Cell[][] = [];
  #key = '';
  #at = { row: 0, column: 0 };
  #editing: { cell: Cell; before: string; area: HTMLTextAreaElement } | null =
    null;

  constructor(actions: GridActions, names: (language: string) => string) {
    this.#actions = actions;
    this.#names = names;
    this.element.addEventListener('keydown', (event) => this.#pressed(event));
    this.element.addEventListener('click', (event) => this.#click(event));
  }

  update(rows: readonly GridRow[], languages: readonly string[]): void {
    const key = JSON.stringify([
      languages,
      rows.map(({ text }) => [text.where, text.key]),
    ]);
    const focused = this.element.contains(document.activeElement);
    const editing = this.#editing;
    const place = editing && this.#placeOf(editing.cell);
    this.#rows = rows;
    if (key !== this.#key) {
      this.#key = key;
      this.#languages = languages;
      this.#editing = null;
      this.#build();
      if (focused) this.#focus(this.#at.row, this.#at.column, !!place);
      return;
    }
    for (const cells of this.#cells) for (const cell of cells) this.#fill(cell);
  }

  #placeOf({ row, column }: Cell): string {
    return `${this.#rows[row]?.text.key}\n${this.#languages[column]}`;
  }

  #build(): void {
    const head = h(
      'tr',
      { role: 'row' },
      h('th', { scope: 'col', role: 'columnheader' }, 'Text'),
      ...this.#languages.map((language) =>
        h('th', { scope: 'col', role: 'columnheader' }, this.#names(language)),
      ),
    );
    this.#cells = [];
    const body = h('tbody', { role: 'rowgroup' });
    let step: string | null | undefined;
    for (const [row, { text }] of this.#rows.entries()) {
      if (text.step !== step) {
        step = text.step;
        const words = step ?? 'The survey';
        body.append(
          h(
            'tr',
            { class: 'languages-step', role: 'row' },
            h(
              'td',
              { colspan: this.#languages.length + 1, role: 'gridcell' },
              words,
            ),
          ),
        );
      }
      const cells = this.#languages.map((language, column) => ({
        element: h('td', {
          role: 'gridcell',
          tabindex: -1,
          lang: language,
          dir: 'auto',
          'data-row': row,
          'data-column': column,
        }),
        row,
        column,
        signature: '',
      }));
      this.#cells.push(cells);
      body.append(
        h(
          'tr',
          { role: 'row' },
          h('th', { scope: 'row', role: 'rowheader' }, text.name),
          ...cells.map(({ element }) => element),
        ),
      );
      for (const cell of cells) this.#fill(cell);
    }
    this.#at.row = Math.min(this.#at.row, Math.max(0, this.#rows.length - 1));
    this.#at.column = Math.min(
      this.#at.column,
      Math.max(0, this.#languages.length - 1),
    );
    this.#rove();
    this.element.replaceChildren(
      h(
        'table',
        {
          class: 'table',
          role: 'grid',
          'aria-label': 'Texts by language',
          '--columns': this.#languages.length,
        },
        h('thead', { role: 'rowgroup' }, head),
        body,
      ),
    );
  }

  #fill(cell: Cell): void {
    const found = this.#rows[cell.row];
    const language = this.#languages[cell.column] ?? '';
    if (!found || this.#editing?.cell === cell) return;
    const words = found.text.by.get(language) ?? '';
    const state = found.states[cell.column] ?? 'there';
    const signature = `${state}\n${words}`;
    if (cell.signature === signature) return;
    cell.signature = signature;
    const { element } = cell;
    element.className = `languages-cell ${state}`;
    const mark = kStateWords[state];
    const parts: Node[] = [];
    if (words !== '') parts.push(document.createTextNode(words));
    if (mark !== '') parts.push(h('span', { class: 'languages-mark' }, mark));
    element.replaceChildren(...parts);
  }

  #rove(): void {
    for (const cells of this.#cells) {
      for (const { element, row, column } of cells) {
        const here = row === this.#at.row && column === this.#at.column;
        element.tabIndex = here ? 0 : -1;
      }
    }
  }

  #focus(row: number, column: number, edit = false): void {
    const cell = this.#cells[row]?.[column];
    if (!cell) return;
    const before = this.#cells[this.#at.row]?.[this.#at.column];
    if (before) before.element.tabIndex = -1;
    this.#at = { row, column };
    cell.element.tabIndex = 0;
    const text = this.#rows[row]?.text;
    if (text) this.#actions.chosen(text, this.#languages[column] ?? '');
    if (edit) this.#edit(cell);
    else cell.element.focus();
  }

  #edit(cell: Cell, first?: string): void {
    const row = this.#rows[cell.row];
    const language = this.#languages[cell.column];
    if (!row || language === undefined) return;
    const before = row.text.by.get(language) ?? '';
    const area = h('textarea', {
      rows: 1,
      maxlength: 2000,
      'aria-label': `${row.text.step ?? 'Survey'}, ${row.text.name}, ${this.#names(language)}`,
      dir: 'auto',
      lang: language,
      input: () => {
        grow(area);
        this.#actions.change(row.text.where, language, area.value);
      },
      blur: () => this.#close(false),
    });
    area.value = first ?? before;
    this.#editing = { cell, before, area };
    cell.element.replaceChildren(area);
    cell.element.classList.add('editing');
    cell.signature = '';
    area.focus();
    area.setSelectionRange(area.value.length, area.value.length);
    grow(area);
    if (first !== undefined) {
      this.#actions.change(row.text.where, language, first);
    }
  }

  /** Ends editing; `back` puts the text back as it was. */
  #close(back: boolean): void {
    const editing = this.#editing;
    if (!editing) return;
    this.#editing = null;
    const { cell, before, area } = editing;
    const row = this.#rows[cell.row];
    const language = this.#languages[cell.column];
    if (back && row && language !== undefined && area.value !== before) {
      this.#actions.change(row.text.where, language, before);
    }
    cell.signature = '';
    this.#fill(cell);
  }

  #click({ target }: MouseEvent): void {
    if (!(target instanceof Element)) return;
    const element = target.closest('[data-row]');
    if (!element || element.querySelector('textarea')) return;
    const row = Number(element.getAttribute('data-row'));
    const column = Number(element.getAttribute('data-column'));
    this.#focus(row, column, true);
  }

  #pressed(event: KeyboardEvent): void {
    const { key } = event;
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) {
      return;
    }
    const { row, column } = this.#at;
    const right = this.#languages.length - 1;
    const bottom = this.#rows.length - 1;
    if (this.#editing) {
      if (key === 'Escape') {
        this.#close(true);
        this.#focus(row, column);
      } else if (key === 'Enter' && !event.shiftKey) {
        this.#close(false);
        this.#focus(Math.min(row + 1, bottom), column, row < bottom);
      } else if (key === 'Tab') {
        const to = column + (event.shiftKey ? -1 : 1);
        if (to < 0 || to > right) return;
        this.#close(false);
        this.#focus(row, to, true);
      } else return;
    } else {
      const moves: { readonly [key: string]: readonly [number, number] } = {
        ArrowUp: [Math.max(0, row - 1), column],
        ArrowDown: [Math.min(bottom, row + 1), column],
        ArrowLeft: [row, Math.max(0, column - 1)],
        ArrowRight: [row, Math.min(right, column + 1)],
        Home: [row, 0],
        End: [row, right],
        PageUp: [Math.max(0, row - 10), column],
        PageDown: [Math.min(bottom, row + 10), column],
      };
      const to = moves[key];
      const cell = this.#cells[row]?.[column];
      if (to) this.#focus(to[0], to[1]);
      else if (cell && (key === 'Enter' || key === 'F2')) this.#edit(cell);
      else if (cell && key.length === 1 && key !== ' ') this.#edit(cell, key);
      else return;
    }
    event.preventDefault();
    event.stopPropagation();
  }
}

function grow(area: HTMLTextAreaElement): void {
  area.style.height = 'auto';
  area.style.height = `${area.scrollHeight}px`;
}
