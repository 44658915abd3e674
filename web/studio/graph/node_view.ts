// A step as it is drawn: who comes by, the question, its type and id, and a
// badge where something is wrong.
import { shareWords } from './flow.ts';
import { kNode } from './layout.ts';
import { kTypeNames, typeIcon } from './marks.ts';
import type { FlowNode } from './model.ts';
import { isRightToLeft, type Measure, wrapped } from './step_text.ts';
import { s, short } from '../../shared/svg.ts';

export interface NodeLook {
  readonly node: FlowNode;
  /** The worst fault, and how many there are. */
  readonly mark: 'error' | 'warning' | null;
  readonly problems: number;
  readonly selected: boolean;
  readonly walk: 'none' | 'been' | 'here';
  /** Of all respondents, where a simulation is shown. */
  readonly share: number | null;
}

export interface Pens {
  /** The width of a text in the letters of a question. */
  readonly title: Measure;
  /** In those of a label. */
  readonly label: Measure;
}

const kInset = 22;
/** Letters of what is read from far away, and those that labels are measured
 * in, px. */
const kSign = 27;
const kLabelLetters = 12;

/** Everything that the drawing depends on, as one text. */
export const nodeSignature = (look: NodeLook): string => JSON.stringify(look);

export function nodeClass({ node, mark, selected, walk }: NodeLook): string {
  return [
    'graph-node',
    `is-${node.type}`,
    node.reached ? '' : 'unreached',
    mark ?? '',
    selected ? 'selected' : '',
    walk === 'none' ? '' : walk,
  ]
    .filter((word) => word !== '')
    .join(' ');
}

/** What is read out when the step has the focus. */
export function nodeWords(
  { node, problems, walk, share }: NodeLook,
  leads: string,
): string {
  const parts = [
    `${node.id.replace(/^\?/, '')}, ${kTypeNames[node.type]}`,
    node.type === 'missing' ? '' : node.title,
    node.start ? 'Start' : '',
    node.reached ? '' : 'Nothing leads here',
    problems > 0
      ? `${problems} ${problems === 1 ? 'problem' : 'problems'}`
      : '',
    walk === 'here' ? 'The preview is here' : '',
    share === null ? '' : `Reached by ${shareWords(share)}`,
    leads,
  ];
  return parts.filter((part) => part !== '').join('. ');
}

/** The drawing, with its upper left corner at 0, 0. */
export function nodeParts(look: NodeLook, pens: Pens): SVGElement[] {
  const { node, mark, problems, share } = look;
  const { width, height } = kNode;
  const rx = node.type === 'end' ? 22 : 10;
  const parts: SVGElement[] = [
    s('rect', {
      class: 'graph-focus',
      x: -4,
      y: -4,
      width: width + 8,
      height: height + 8,
      rx: rx + 4,
    }),
    s('rect', { class: 'graph-box', width, height, rx }),
  ];
  parts.push(...strip(node));
  parts.push(...title(node, pens), ...sign(look, pens));
  const foot = height - 19;
  parts.push(typeIcon(node.type, kInset - 1, foot, 13));
  const id = s(
    'text',
    { class: 'graph-id', x: kInset + 17, y: foot + 10.5 },
    trimmed(node.id.replace(/^\?/, ''), share === null ? 21 : 14),
  );
  parts.push(id);
  if (share !== null) {
    const x = width - 12;
    parts.push(
      s('text', { class: 'graph-share', x, y: foot + 10.5 }, shareWords(share)),
    );
  }
  if (node.start) parts.push(tag('Start', 'start', pens));
  if (node.type === 'end') parts.push(tag('End', 'end', pens));
  if (mark !== null) parts.push(badge(mark, problems));
  const [first] = parts;
  first?.append(s('title', {}, node.title));
  return parts;
}

const trimmed = (id: string, letters: number): string =>
  id.length > letters ? `${id.slice(0, letters - 1)}…` : id;

/** Who comes by: a band for each segment, told apart by its pattern too. */
function strip({ segments }: FlowNode): SVGElement[] {
  const top = 11;
  const whole = kNode.height - 2 * top;
  const each = whole / Math.max(1, segments.length);
  return segments.map((segment, at) =>
    s('rect', {
      class: `graph-band graph-${segment}`,
      x: 10,
      y: short(top + at * each),
      width: 4,
      height: short(each - (at < segments.length - 1 ? 1.5 : 0)),
      rx: 1.5,
    }),
  );
}

function title(node: FlowNode, { title: measure }: Pens): SVGElement[] {
  const room = kNode.width - kInset - 14;
  const lines = wrapped(node.title, room, 2, measure);
  const rtl = isRightToLeft(node.title);
  return lines.map((line, at) =>
    s(
      'text',
      {
        class: 'graph-title',
        x: rtl ? kNode.width - 14 : kInset,
        y: 23 + at * 17,
        direction: rtl ? 'rtl' : undefined,
      },
      line,
    ),
  );
}

/** What is read from far away: the id, and how many come by. */
function sign({ node, share }: NodeLook, { label }: Pens): SVGElement[] {
  const measure: Measure = (text) => (label(text) * kSign) / kLabelLetters;
  const room = kNode.width - kInset - 10;
  // An id may go on after its hyphens.
  const words = node.id.replace(/^\?/, '').replace(/([-_.])(?=.)/g, '$1 ');
  const lines = wrapped(words, room, share === null ? 2 : 1, measure).map(
    (line) => line.replace(/([-_.]) /g, '$1'),
  );
  if (share !== null) lines.push(shareWords(share));
  const first = kNode.height / 2 + kSign * (lines.length > 1 ? -0.2 : 0.36);
  return lines.map((line, at) =>
    s(
      'text',
      { class: 'graph-sign-text', x: kInset, y: short(first + at * kSign) },
      line,
    ),
  );
}

function tag(word: string, kind: 'start' | 'end', { label }: Pens): SVGElement {
  const width = Math.ceil(label(word)) + 12;
  return s(
    'g',
    { class: `graph-tag ${kind}`, transform: 'translate(12 -9)' },
    s('rect', { width, height: 18, rx: 9 }),
    s('text', { x: width / 2, y: 12.75 }, word),
  );
}

/** A disc for errors, a square on its tip for warnings. */
function badge(mark: 'error' | 'warning', problems: number): SVGElement {
  const words = problems > 9 ? '9+' : problems > 0 ? String(problems) : '!';
  const shape =
    mark === 'error'
      ? s('circle', { r: 10 })
      : s('rect', {
          x: -8,
          y: -8,
          width: 16,
          height: 16,
          rx: 2.5,
          transform: 'rotate(45)',
        });
  return s(
    'g',
    {
      class: `graph-badge ${mark}`,
      transform: `translate(${kNode.width - 8} 1)`,
    },
    shape,
    s('text', { y: 4 }, words),
  );
}
