// The graph as a table: the steps, and where each leads.
import { h } from '../../widget/dom.ts';
import { shareWords } from './flow.ts';
import { kTypeNames } from './marks.ts';
import type { FlowEdge, FlowModel, FlowNode } from './model.ts';

export interface TwinRow {
  readonly id: string;
  readonly asks: string;
  readonly title: string;
  readonly leads: readonly string[];
  readonly notes: readonly string[];
  readonly share: string;
}

/** The rows, as texts. */
export function twinRows(
  { nodes, edges }: FlowModel,
  problems: (id: string) => number,
  shares: ReadonlyMap<string, number> | null,
): TwinRow[] {
  return nodes
    .filter(({ type }) => type !== 'missing')
    .map((node) => ({
      id: node.id,
      asks: kTypeNames[node.type],
      title: node.title,
      leads: edges.filter(({ from }) => from === node.id).map(wayWords),
      notes: notesOf(node, problems(node.id)),
      share: shares ? shareWords(shares.get(node.id) ?? 0) : '',
    }));
}

function wayWords({ to, words, segments, taken, loop }: FlowEdge): string {
  const name = to.startsWith('?') ? `${to.slice(1)} (no such step)` : to;
  const who =
    taken && segments.length > 0 && segments.length < 3
      ? `, ${segments.map((each) => `${each}s`).join(' and ')} only`
      : '';
  const never = taken ? '' : ', nobody goes this way';
  const circle = loop ? ', in a circle' : '';
  return (words === '' ? name : `${name}: ${words}`) + who + never + circle;
}

function notesOf(node: FlowNode, problems: number): string[] {
  const notes: string[] = [];
  if (node.start) notes.push('start');
  if (!node.reached) notes.push('nothing leads here');
  if (problems > 0) {
    notes.push(`${problems} ${problems === 1 ? 'problem' : 'problems'}`);
  }
  return notes;
}

/** `select`: the steps are buttons that select. */
export function drawTwin(
  place: HTMLElement,
  rows: readonly TwinRow[],
  select: ((id: string) => void) | null,
): void {
  const shared = rows.some(({ share }) => share !== '');
  const heads = ['Step', 'Asks', 'Words', 'Leads to', 'Notes'];
  if (shared) heads.push('Reached by');
  const head = h(
    'tr',
    {},
    ...heads.map((text) => h('th', { scope: 'col' }, text)),
  );
  const body = rows.map(({ id, asks, title, leads, notes, share }) => {
    const name: Node | string = select
      ? h('button', { type: 'button', click: () => select(id) }, id)
      : id;
    const ways = h('ul', {}, ...leads.map((way) => h('li', {}, way)));
    const row = h(
      'tr',
      {},
      h('th', { scope: 'row' }, name),
      h('td', {}, asks),
      h('td', { dir: 'auto' }, title),
      leads.length > 0 ? h('td', {}, ways) : h('td', {}, 'nowhere'),
      h('td', {}, notes.join(', ')),
    );
    if (shared) row.append(h('td', {}, share));
    return row;
  });
  place.replaceChildren(
    h(
      'table',
      { class: 'table' },
      h('caption', { class: 'hidden' }, 'Steps, and where each leads'),
      h('thead', {}, head),
      h('tbody', {}, ...body),
    ),
  );
}
