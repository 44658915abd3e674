// What was understood of a file: its format, which column is what (with menus
// to choose others), what became of each row, and what to know before
// believing it.
import { setOptions, setText } from '../../shared/ui.ts';
import { h } from '../../widget/dom.ts';
import type { Report, ReportRows } from '../../engine/types.ts';
import type { Choices, Session } from '../file_session.ts';
import { columnChoices } from '../inputs/file_options.ts';
import { kReasons } from '../inputs/paste.ts';
import type { Model } from '../model.ts';
import { whole } from '../words.ts';
import { labelled, makeCard, type Part } from './card.ts';

export interface SourceHooks {
  choose(choices: Choices): void;
}

const kRoles = [
  ['score', 'Score'],
  ['comment', 'Comment'],
  ['time', 'Date'],
  ['respondent', 'Person'],
  ['weight', 'Weight'],
] as const;

const kOrders = [
  ['', 'Not told'],
  ['day first', 'The day comes first'],
  ['month first', 'The month comes first'],
] as const;

export interface SourceCard extends Part<Model> {
  /** The file that is open, and its headings. */
  setSession(session: Session | null): void;
}

export function sourceCard(hooks: SourceHooks): SourceCard {
  const card = makeCard('source', 'What was read');
  let session: Session | null = null;
  let report: Report | null = null;
  const menus = kRoles.map(([role, words]) => {
    const select = h('select', {
      change: () => {
        const columns = { ...session?.choices.columns };
        if (select.value === '') delete columns[role];
        else columns[role] = select.value;
        hooks.choose({ columns });
      },
    });
    return { role, select, node: labelled(words, select) };
  });
  const order = h('select', {
    change: () => {
      if (order.value !== '') hooks.choose({ dateOrder: order.value });
    },
  });
  // Asked only where the file does not tell: 3/4/2026 may be either.
  const orderField = labelled('Dates such as 3/4/2026', order);
  const fields = h(
    'div',
    { class: 'menus' },
    ...menus.map(({ node }) => node),
    orderField,
  );
  const facts = h('p', { class: 'fine' });
  const notes = h('ul', { class: 'notes' });
  const list = h('tbody');
  const summary = h('summary', {});
  const dropped = h(
    'details',
    { class: 'dropped' },
    summary,
    h(
      'div',
      {
        class: 'twin-scroll',
        role: 'region',
        tabindex: 0,
        'aria-label': 'Rows that were left out',
      },
      h(
        'table',
        { class: 'twin' },
        h(
          'thead',
          {},
          h(
            'tr',
            {},
            h('th', { scope: 'col' }, 'Line'),
            h('th', { scope: 'col' }, 'Cell'),
            h('th', { scope: 'col' }, 'Reason'),
          ),
        ),
        list,
      ),
    ),
  );
  card.body.append(fields, facts, notes, dropped);

  /** The column that the report says it used for a role. */
  const used = (role: string) =>
    report?.source?.columns.find((column) => column.role === role);

  function drawMenus(): void {
    const headings = session?.source?.headings ?? [];
    const found = session?.source?.dateOrderFound ?? '';
    const chosen = session?.choices.dateOrder ?? '';
    orderField.hidden = !/undecided|conflict/.test(found) && chosen === '';
    setOptions(order, kOrders, chosen);
    fields.hidden = headings.length === 0;
    for (const { role, select } of menus) {
      const found = used(role);
      const none = found ? `${found.name} (found)` : 'None';
      const told = session?.choices.columns?.[role] ?? '';
      setOptions(select, [['', none], ...columnChoices(headings, told)], told);
    }
  }

  return {
    node: card.node,
    setSession(next) {
      session = next;
      drawMenus();
    },
    update({ answers }) {
      report = answers?.report ?? null;
      card.show(report !== null && !answers?.soFar);
      if (!report || answers?.soFar) return;
      const { source, rows } = report;
      card.say(source ? sourceWords(source) : '');
      drawMenus();
      setText(facts, rowWords(rows));
      notes.hidden = report.notes.length === 0;
      notes.replaceChildren(
        ...report.notes.map(({ message }) => h('li', {}, message)),
      );
      const left = leftOut(report);
      const all = report.faultCount + countLeftOut(rows);
      dropped.hidden = all === 0;
      setText(
        summary,
        `Left out or mended: ${whole(all)}${all > left.length ? `, the first ${whole(left.length)} of them listed` : ''}`,
      );
      list.replaceChildren(
        ...left.map(({ place, cell, reason }) =>
          h(
            'tr',
            {},
            h('th', { scope: 'row' }, place),
            h('td', {}, cell === '' ? '–' : cell),
            h('td', {}, reason),
          ),
        ),
      );
    },
  };
}

interface LeftOut {
  readonly line: number;
  readonly place: string;
  readonly cell: string;
  readonly reason: string;
}

const kAside: { readonly [why: string]: string } = {
  partial: 'begun and not sent off',
  preview: 'a test by the makers',
  excluded: 'taken out in the tool it comes from',
  notAnswered: 'asked, and kept silent',
  otherType: 'of another kind of survey',
  duplicate: 'the same answer again',
};

const countLeftOut = (rows: ReportRows): number =>
  rows.rejectedCount +
  rows.duplicates +
  rows.partial +
  rows.preview +
  rows.excluded +
  rows.notAnswered +
  rows.otherType;

/** Every row that does not count and every fault, by line. */
function leftOut({ rows, faults }: Report): LeftOut[] {
  return [
    ...rows.rejected.map(({ line, raw, disposition }) => ({
      line,
      place: whole(line),
      cell: raw,
      reason: kReasons[disposition],
    })),
    ...rows.setAside.map(({ line, why }) => ({
      line,
      place: whole(line),
      cell: '',
      reason: kAside[why] ?? why,
    })),
    ...faults.map(({ where, message }) => ({
      line: Number(/\d+/.exec(where)?.[0] ?? 0),
      place: where.replace(/^line /, ''),
      cell: '',
      reason: message,
    })),
  ].toSorted((a, b) => a.line - b.line);
}

const kDelimiters: { readonly [of: string]: string } = {
  ',': 'commas',
  ';': 'semicolons',
  '\t': 'tabs',
  '|': 'bars',
};

function sourceWords({
  format,
  kind,
  encoding,
  delimiter,
  columns,
}: NonNullable<Report['source']>): string {
  const cells = kDelimiters[delimiter];
  return [
    format === 'plain' ? kind : `${format}, ${kind}`,
    ...(cells ? [`cells between ${cells}`] : []),
    ...(encoding ? [encoding] : []),
    ...columns
      .filter(({ role }) => role === 'score')
      .map(({ name, found }) => `score from “${name}” (${found})`),
  ].join(' · ');
}

/** "362 rows: 360 scored, 1 blank, ..." Kinds without a row are not named. */
function rowWords(rows: ReportRows): string {
  const kinds: readonly (readonly [number, string])[] = [
    [rows.scored, 'in the score'],
    [rows.missing, 'blank'],
    [rows.rejectedCount, 'left out'],
    [rows.duplicates, 'repeated'],
    [rows.partial, 'unfinished'],
    [rows.preview, 'tests'],
    [rows.excluded, 'excluded in the tool'],
    [rows.notAnswered, 'without an answer'],
    [rows.otherType, 'of another kind of survey'],
  ];
  return `${whole(rows.read)} rows: ${kinds
    .filter(([count]) => count > 0)
    .map(([count, words]) => `${whole(count)} ${words}`)
    .join(', ')}.`;
}
