// The small drawings of the graph: what a step asks, and the three segments,
// which differ in form as well as in colour.
import type { Segment } from '../../engine/types.ts';
import type { FlowNode } from './model.ts';
import { s } from '../../shared/svg.ts';

/** One stroke in a field of 24 by 24. */
const kTypePaths: Record<FlowNode['type'], string> = {
  nps: 'M3 12h18M5 9v6M12 9v6M19 9v6',
  rating:
    'M12 3.5l2.6 5.4 5.9.8-4.3 4.1 1 5.8-5.2-2.8-5.2 2.8 1-5.8L3.5 9.7l5.9-.8z',
  choice: 'M10 6h11M10 12h11M10 18h11M3.5 6l1.2 1.2L7 4.8M4 12h2.5M4 18h2.5',
  text: 'M4 5h16v11h-9l-5 4v-4H4z',
  contact:
    'M12 11.5a4 4 0 1 0 0-8 4 4 0 0 0 0 8M4.5 20.5c.5-4 3.5-6 7.5-6s7 2 7.5 6',
  consent: 'M4 4h16v16H4zM8 12.2l3 3 5.2-6',
  statement: 'M6 3h8l4 4v14H6zM9.5 12h5M9.5 16h5',
  end: 'M6 21V4h12l-3 4 3 4H6',
  missing:
    'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18M9.5 9.5a2.5 2.5 0 1 1 3.6 2.3c-.8.4-1.1.9-1.1 1.7M12 16.6v.2',
};

/** What a step asks, as a person would say. */
export const kTypeNames: Record<FlowNode['type'], string> = {
  nps: 'score from 0 to 10',
  rating: 'rating',
  choice: 'choice',
  text: 'text',
  contact: 'contact',
  consent: 'consent',
  statement: 'statement',
  end: 'end',
  missing: 'missing step',
};

export function typeIcon(
  type: FlowNode['type'],
  x: number,
  y: number,
  size: number,
): SVGElement {
  const scale = size / 24;
  return s('path', {
    class: 'graph-icon',
    d: kTypePaths[type],
    transform: `translate(${x} ${y}) scale(${scale})`,
  });
}

/** A triangle that points down, a circle, a triangle that points up. */
const kSegmentPaths: Record<Segment, string> = {
  detractor: 'M-4.5 -3.5h9l-4.5 7.5z',
  passive: 'M-3.75 0a3.75 3.75 0 1 0 7.5 0a3.75 3.75 0 1 0 -7.5 0z',
  promoter: 'M-4.5 3.5h9l-4.5 -7.5z',
};

export function segmentMark(
  segment: Segment,
  x: number,
  y: number,
): SVGElement {
  return s('path', {
    class: `graph-mark graph-${segment}`,
    d: kSegmentPaths[segment],
    transform: `translate(${x} ${y})`,
  });
}

/** The same mark by itself, for a legend in a page. */
export function segmentSign(segment: Segment): SVGElement {
  return s(
    'svg',
    {
      class: 'graph-sign',
      viewBox: '-6 -6 12 12',
      width: 12,
      height: 12,
      'aria-hidden': 'true',
    },
    segmentMark(segment, 0, 0),
  );
}
