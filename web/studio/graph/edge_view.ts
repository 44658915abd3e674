// A way as it is drawn: a strand for each segment that can go it, a head, and
// a label that says when it is gone.
import { type FlowWay, shareWords, wayWidth } from './flow.ts';
import type { Direction, Route } from './layout.ts';
import { segmentMark } from './marks.ts';
import type { FlowEdge } from './model.ts';
import type { Pens } from './node_view.ts';
import {
  headOf,
  markPlace,
  pathOf,
  type Strand,
  strandOffsets,
} from './route.ts';
import { cut } from './step_text.ts';
import { s, short } from '../../shared/svg.ts';

export interface EdgeLook {
  readonly edge: FlowEdge;
  readonly walked: boolean;
  /** In a simulation; null: none is shown. */
  readonly way: FlowWay | null;
  /** The step it leaves is reached from the start. */
  readonly reached: boolean;
}

const kLabelRoom = 150;
const kMarkRoom = 12;
export const kLabelHeight = 20;

/** One strand for each of one or two segments; all three are everybody. */
export function strandsOf({ edge, way }: EdgeLook): readonly Strand[] {
  if (way) {
    const [only] = edge.segments;
    const segment = edge.segments.length === 1 ? (only ?? null) : null;
    return [{ segment, width: wayWidth(way.share) }];
  }
  const { segments } = edge;
  if (segments.length === 0 || segments.length === 3) {
    return [{ segment: null, width: 1.5 }];
  }
  return segments.map((segment) => ({ segment, width: 2 }));
}

/** The marks of the segments beside the words of the label. */
const marksOf = ({ segments }: FlowEdge): FlowEdge['segments'] =>
  segments.length === 3 ? [] : segments;

/** The words that a label has room for. */
export function labelWords(
  edge: FlowEdge,
  share: number | null,
  { label }: Pens,
): string {
  const words = cut(edge.words, kLabelRoom, label);
  if (share === null || share === 0) return words;
  return words === '' ? shareWords(share) : `${words} · ${shareWords(share)}`;
}

/** The room a label needs; null where there is nothing to say. */
export function labelSize(
  edge: FlowEdge,
  share: number | null,
  pens: Pens,
): { width: number; height: number } | null {
  const words = labelWords(edge, share, pens);
  const marks = marksOf(edge).length * kMarkRoom;
  if (words === '') {
    return marks === 0 ? null : { width: marks + 4, height: 14 };
  }
  const width = Math.ceil(pens.label(words)) + 14 + (marks && marks + 2);
  return { width, height: kLabelHeight };
}

/** The same for the layout, in steps: a letter more moves nothing. */
export function labelRoom(
  edge: FlowEdge,
  share: number | null,
  pens: Pens,
): { width: number; height: number } | null {
  const size = labelSize(edge, share, pens);
  return size && { ...size, width: 24 * Math.ceil(size.width / 24) };
}

export const edgeSignature = (look: EdgeLook, route: Route): string =>
  JSON.stringify([look, route]);

export function edgeClass({ edge, walked, reached, way }: EdgeLook): string {
  return [
    'graph-edge',
    edge.kind,
    edge.taken && reached ? '' : 'unreached',
    edge.to.startsWith('?') ? 'missing' : '',
    edge.loop ? 'loop' : '',
    walked ? 'walked' : '',
    way ? (way.share > 0 ? 'flowing' : 'unused') : '',
  ]
    .filter((word) => word !== '')
    .join(' ');
}

/** The strands and the head. */
export function edgeParts(
  look: EdgeLook,
  route: Route,
  direction: Direction,
): SVGElement[] {
  const strands = strandsOf(look);
  const offsets = strandOffsets(strands, 2);
  const whole =
    strands.reduce((sum, { width }) => sum + width, 0) + 2 * strands.length - 2;
  const lines = strands.map(({ segment, width }, at) =>
    s('path', {
      class: `graph-strand graph-${segment ?? 'anybody'}`,
      d: pathOf(route, direction, offsets[at]),
      'stroke-width': short(width),
    }),
  );
  const [first] = strands;
  const colour =
    strands.length === 1 ? (first?.segment ?? 'anybody') : 'anybody';
  const head = s('path', {
    class: `graph-head graph-${colour}`,
    d: headOf(route, direction, whole),
  });
  return [...lines, head];
}

/** The label, or the marks alone; null where there is neither. */
export function edgeLabel(
  look: EdgeLook,
  route: Route,
  pens: Pens,
): SVGGElement | null {
  const { edge, way } = look;
  const share = way?.share ?? null;
  const size = labelSize(edge, share, pens);
  if (!size) return null;
  const { x, y } = markPlace(route);
  const words = labelWords(edge, share, pens);
  const marks = marksOf(edge);
  const { width, height } = size;
  const label = s('g', {
    class: `graph-label ${edgeClass(look)}`,
    transform: `translate(${short(x)} ${short(y)})`,
  });
  label.append(
    s('rect', {
      x: short(-width / 2),
      y: -height / 2,
      width,
      height,
      rx: height / 2,
    }),
  );
  let at = -width / 2 + (words === '' ? 2 : 7) + kMarkRoom / 2;
  for (const segment of marks) {
    label.append(segmentMark(segment, at, 0));
    at += kMarkRoom;
  }
  if (words !== '') {
    const start = marks.length > 0 ? at - kMarkRoom / 2 + 2 : -width / 2 + 7;
    label.append(s('text', { x: short(start), y: 4 }, words));
    label.append(s('title', {}, edge.words || words));
  }
  return label;
}
