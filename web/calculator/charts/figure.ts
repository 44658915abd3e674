// A chart in a card: its name, a switch to its table, and both as files.
import { whole } from '../../site/numbers.ts';
import { writeCsv } from '../../shared/csv.ts';
import { pngFile } from '../../shared/png_file.ts';
import { svgFile } from '../../shared/svg_file.ts';
import { download, tool } from '../../shared/ui.ts';
import { h } from '../../widget/dom.ts';
import type { Chart } from './canvas.ts';

export type Cell = string | number | null;

export interface Figure {
  /** What it is, as a title of its table and files. */
  readonly name: string;
  /** A sentence that says what there is to see. */
  readonly says: string;
  /** The first row is the head. */
  readonly table: readonly (readonly Cell[])[];
  draw(width: number, name: string): Chart;
}

const kNarrowest = 240;

/** The place of a figure; `update` draws it anew without moving the focus. */
export function makeFigure(file: string) {
  let figure: Figure | null = null;
  let chart: Chart | null = null;
  let drawnWidth = 0;
  let asTable = false;

  const plot = h('div', { class: 'plot' });
  const table = h('table', { class: 'twin' });
  const scroll = h(
    'div',
    { class: 'twin-scroll', role: 'region', tabindex: 0, hidden: true },
    table,
  );
  const swap = tool('Table', () => {
    asTable = !asTable;
    swap.setAttribute('aria-pressed', String(asTable));
    plot.hidden = asTable;
    scroll.hidden = !asTable;
    if (!asTable) draw(true);
  });
  swap.setAttribute('aria-pressed', 'false');
  const save = (
    kind: 'SVG' | 'PNG' | 'CSV',
    make: () => Blob | Promise<Blob | null>,
  ) =>
    tool(
      kind,
      async () => {
        const content = await make();
        if (content) download(`${file}.${kind.toLowerCase()}`, content);
      },
      { title: `Save as ${kind}` },
    );
  /** Files show the chart; behind its table it is drawn for them. */
  const shown = (): Chart | null => {
    if (asTable && figure) {
      plot.hidden = false;
      draw(true);
    }
    return chart;
  };
  const hideAgain = (): void => {
    plot.hidden = asTable;
  };
  const saves = [
    save('CSV', () => {
      const rows = (figure?.table ?? []).map((row) =>
        row.map((cell) => cell ?? ''),
      );
      return new Blob([writeCsv(rows)], { type: 'text/csv' });
    }),
    save('SVG', () => {
      const now = shown();
      const text = now ? svgFile(now.svg, now.world, now.size) : '';
      hideAgain();
      return new Blob([text], { type: 'image/svg+xml' });
    }),
    save('PNG', async () => {
      const now = shown();
      const content = now ? await pngFile(now.svg, now.world, now.size) : null;
      hideAgain();
      return content;
    }),
  ];
  const tools = h('div', { class: 'figure-tools' }, swap, ...saves);
  const node = h('div', { class: 'figure' }, plot, scroll);

  function draw(always = false): void {
    if (!figure || asTable === (plot.hidden === false)) return;
    const width = Math.max(kNarrowest, Math.floor(plot.clientWidth));
    if (!always && width === drawnWidth) return;
    drawnWidth = width;
    chart = figure.draw(width, `${figure.name}. ${figure.says}`);
    plot.replaceChildren(chart.svg);
  }
  new ResizeObserver(() => draw()).observe(plot);

  return {
    node,
    tools,
    update(next: Figure): void {
      figure = next;
      for (const button of saves) {
        button.setAttribute(
          'aria-label',
          `${next.name}: save as ${button.textContent}`,
        );
      }
      swap.setAttribute('aria-label', `${next.name}: table`);
      scroll.setAttribute('aria-label', `${next.name}, as a table`);
      table.replaceChildren(...twin(next));
      draw(true);
    },
  };
}

function twin({ name, table: [head = [], ...rows] }: Figure): HTMLElement[] {
  const kind = (at: number): string | undefined =>
    rows.some((row) => typeof row[at] === 'number') ? 'number' : undefined;
  const cell = (value: Cell, at: number): HTMLElement => {
    const text =
      value === null
        ? '–'
        : typeof value === 'number'
          ? shownNumber(value)
          : value;
    return at === 0
      ? h('th', { scope: 'row', class: kind(at) }, text)
      : h('td', { class: kind(at) }, text);
  };
  return [
    h('caption', { class: 'hidden' }, name),
    h(
      'thead',
      {},
      h(
        'tr',
        {},
        ...head.map((text, at) =>
          h('th', { scope: 'col', class: kind(at) }, String(text)),
        ),
      ),
    ),
    h('tbody', {}, ...rows.map((row) => h('tr', {}, ...row.map(cell)))),
  ];
}

const shownNumber = (value: number): string =>
  Number.isInteger(value)
    ? whole(value)
    : value.toFixed(1).replace('-', '\u2212');
