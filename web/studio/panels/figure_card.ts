// A chart with its name, its table, and both as files.
import { h } from '../../widget/dom.ts';
import { svgFile } from '../../shared/svg_file.ts';
import { writeCsv } from '../../shared/csv.ts';
import { type Chart, type ChartRow, rowChart } from './row_chart.ts';

export interface CardContent {
  readonly title: string;
  /** A sentence that says what there is to see. */
  readonly says: string;
  readonly rows: readonly ChartRow[];
  /** The first row is the head. */
  readonly table: readonly (readonly (string | number)[])[];
  /** For files, without an ending. */
  readonly file: string;
  readonly foot?: readonly Node[];
  /** Labels are long. */
  readonly above?: boolean;
}

export function figureCard(
  content: CardContent,
  width: number,
  download: (name: string, content: Blob) => void,
): HTMLElement {
  const { title, says, rows, table, file, foot = [] } = content;
  const draw = (wide: number): Chart =>
    rowChart(rows, wide, `${title}. ${says}`, {
      above: content.above ?? false,
    });
  let chart = draw(width);
  const save = (kind: string, make: () => Blob) =>
    h(
      'button',
      {
        type: 'button',
        class: 'tool',
        'aria-label': `Save “${title}” as ${kind}`,
        title: `Save as ${kind}`,
        click: () => download(`${file}.${kind.toLowerCase()}`, make()),
      },
      kind,
    );
  const tools = h(
    'div',
    { class: 'simulation-tools' },
    save('CSV', () => new Blob([writeCsv(table)], { type: 'text/csv' })),
    save('SVG', () => {
      const world = chart.svg.querySelector('g');
      const text = world ? svgFile(chart.svg, world, chart.size) : '';
      return new Blob([text], { type: 'image/svg+xml' });
    }),
  );
  const place = h('div', { class: 'simulation-plot' });
  place.append(chart.svg);
  const figure = h(
    'figure',
    { class: 'simulation-card' },
    h(
      'figcaption',
      {},
      h('div', {}, h('strong', {}, title), h('p', { class: 'quiet' }, says)),
      tools,
    ),
    place,
    ...foot,
    twin(title, table),
  );
  return Object.assign(figure, {
    // The chart is drawn anew for another width; the rest stays.
    redraw(wide: number) {
      chart = draw(wide);
      place.replaceChildren(chart.svg);
    },
  });
}

function twin(
  title: string,
  [head = [], ...rows]: readonly (readonly (string | number)[])[],
): HTMLElement {
  const cell = (value: string | number, at: number) => {
    const text = typeof value === 'number' ? value.toLocaleString('en') : value;
    const kind = typeof value === 'number' ? 'number' : undefined;
    return at === 0
      ? h('th', { scope: 'row', class: kind }, text)
      : h('td', { class: kind }, text);
  };
  const columns = head.map((text, at) => {
    const kind = typeof rows[0]?.[at] === 'number' ? 'number' : undefined;
    return h('th', { scope: 'col', class: kind }, String(text));
  });
  return h(
    'details',
    { class: 'simulation-twin' },
    h('summary', {}, 'The same as a table'),
    h(
      'div',
      {
        class: 'simulation-scroll',
        tabindex: 0,
        role: 'region',
        'aria-label': `${title}, as a table`,
      },
      h(
        'table',
        { class: 'table' },
        h('thead', {}, h('tr', {}, ...columns)),
        h('tbody', {}, ...rows.map((row) => h('tr', {}, ...row.map(cell)))),
      ),
    ),
  );
}
