// The drawing itself. What has not changed stays as it is; a step that moved
// slides to its new place.
import {
  type EdgeLook,
  edgeClass,
  edgeLabel,
  edgeParts,
  edgeSignature,
} from './edge_view.ts';
import type { Layout } from './layout.ts';
import { edgeKey } from './model.ts';
import {
  type NodeLook,
  nodeClass,
  nodeParts,
  nodeSignature,
  nodeWords,
  type Pens,
} from './node_view.ts';
import { pathOf } from './route.ts';
import { s, short } from '../../shared/svg.ts';

interface Drawn {
  readonly group: SVGGElement;
  signature: string;
  place: string;
}

let scenes = 0;

export class Scene {
  readonly svg: SVGSVGElement;
  /** What zooming and panning move. */
  readonly world = s('g');
  #strands = s('g', { 'aria-hidden': 'true' });
  #walks = s('g', { 'aria-hidden': 'true' });
  #labels = s('g', { 'aria-hidden': 'true' });
  #steps = s('g');
  #nodes = new Map<string, Drawn>();
  #edges = new Map<string, { drawn: Drawn; label: SVGGElement | null }>();
  #lines = new Map<string, SVGPathElement>();
  #pens: Pens | null = null;

  constructor() {
    scenes += 1;
    this.svg = s('svg', {
      class: 'graph-picture',
      role: 'group',
      'aria-label': 'Flow of the survey. Arrow keys go from step to step.',
    });
    this.world.append(this.#strands, this.#walks, this.#labels, this.#steps);
    this.svg.append(patterns(`graph-${scenes}`), this.world);
    this.svg.style.setProperty('--hatch', `url(#graph-${scenes}-hatch)`);
    this.svg.style.setProperty('--dots', `url(#graph-${scenes}-dots)`);
  }

  node(id: string): SVGGElement | null {
    return this.#nodes.get(id)?.group ?? null;
  }

  draw(
    looks: readonly NodeLook[],
    edges: readonly EdgeLook[],
    layout: Layout,
    pens: Pens,
    moves: boolean,
  ): void {
    if (pens !== this.#pens) {
      // Other letters: every text is set anew.
      this.#pens = pens;
      for (const drawn of this.#nodes.values()) drawn.signature = '';
      for (const { drawn } of this.#edges.values()) drawn.signature = '';
    }
    this.#drawEdges(edges, layout, pens);
    this.#drawNodes(looks, edges, layout, pens, moves);
  }

  #drawNodes(
    looks: readonly NodeLook[],
    edges: readonly EdgeLook[],
    layout: Layout,
    pens: Pens,
    moves: boolean,
  ): void {
    const gone = new Set(this.#nodes.keys());
    for (const look of looks) {
      const { id } = look.node;
      gone.delete(id);
      const box = layout.nodes.get(id);
      if (!box) continue;
      const leads = leadsWords(id, edges);
      let drawn = this.#nodes.get(id);
      if (!drawn) {
        const group = s('g', {
          role: 'button',
          tabindex: -1,
          'data-step': id,
        });
        drawn = { group, signature: '', place: '' };
        this.#nodes.set(id, drawn);
        this.#steps.append(group);
      }
      const { group } = drawn;
      const signature = nodeSignature(look) + leads;
      if (drawn.signature !== signature) {
        drawn.signature = signature;
        group.setAttribute('class', nodeClass(look));
        group.setAttribute('aria-label', nodeWords(look, leads));
        group.setAttribute('aria-pressed', String(look.selected));
        group.replaceChildren(...nodeParts(look, pens));
      }
      const x = short(box.x - box.width / 2);
      const y = short(box.y - box.height / 2);
      if (drawn.place !== `${x} ${y}`) {
        if (moves && drawn.place !== '') slide(group, drawn.place, [x, y]);
        drawn.place = `${x} ${y}`;
        group.setAttribute('transform', `translate(${x} ${y})`);
      }
    }
    for (const id of gone) {
      this.#nodes.get(id)?.group.remove();
      this.#nodes.delete(id);
    }
    // In the order of the survey, for those who go through by their reader.
    let before: Element | null = null;
    for (const { node } of looks) {
      const group = this.#nodes.get(node.id)?.group;
      if (!group) continue;
      const right: Element | null = before
        ? before.nextElementSibling
        : this.#steps.firstElementChild;
      if (right !== group) this.#steps.insertBefore(group, right);
      before = group;
    }
  }

  #drawEdges(edges: readonly EdgeLook[], layout: Layout, pens: Pens): void {
    const gone = new Set(this.#edges.keys());
    for (const look of edges) {
      const key = edgeKey(look.edge);
      gone.delete(key);
      const route = layout.routes.get(key);
      if (!route) continue;
      const signature = edgeSignature(look, route) + layout.direction;
      const there = this.#edges.get(key);
      if (there?.drawn.signature === signature) continue;
      const group = there?.drawn.group ?? s('g');
      group.setAttribute('class', edgeClass(look));
      group.replaceChildren(...edgeParts(look, route, layout.direction));
      const label = edgeLabel(look, route, pens);
      label?.setAttribute('data-where', look.edge.where);
      label?.setAttribute('data-from', look.edge.from);
      there?.label?.remove();
      if (label) this.#labels.append(label);
      if (!there) this.#strands.append(group);
      this.#edges.set(key, {
        drawn: { group, signature, place: '' },
        label,
      });
    }
    for (const key of gone) {
      const there = this.#edges.get(key);
      there?.drawn.group.remove();
      there?.label?.remove();
      this.#edges.delete(key);
    }
  }

  /** Lights up ways; one that is new draws itself from its start. */
  light(keys: readonly string[], layout: Layout, moves: boolean): void {
    const gone = new Set(this.#lines.keys());
    for (const key of keys) {
      gone.delete(key);
      const route = layout.routes.get(key);
      if (!route) continue;
      const d = pathOf(route, layout.direction);
      const there = this.#lines.get(key);
      if (there) {
        there.setAttribute('d', d);
        continue;
      }
      const line = s('path', { class: 'graph-walk', d, pathLength: 1 });
      this.#walks.append(line);
      this.#lines.set(key, line);
      if (moves) {
        line.animate(
          [
            { strokeDasharray: '1 1', strokeDashoffset: 1 },
            { strokeDasharray: '1 1', strokeDashoffset: 0 },
          ],
          { duration: 320, easing: 'ease-out' },
        );
      }
    }
    for (const key of gone) {
      this.#lines.get(key)?.remove();
      this.#lines.delete(key);
    }
  }
}

function leadsWords(id: string, edges: readonly EdgeLook[]): string {
  const ways = edges
    .filter(({ edge }) => edge.from === id && edge.taken)
    .map(({ edge: { to, words } }) => {
      const name = to.replace(/^\?/, '');
      return words === '' ? name : `${name} (${words})`;
    });
  return ways.length === 0 ? '' : `Leads to ${ways.join('; ')}`;
}

function slide(
  group: SVGGElement,
  before: string,
  [x, y]: readonly [string, string],
): void {
  const [oldX, oldY] = before.split(' ');
  group.animate(
    [
      { transform: `translate(${oldX}px, ${oldY}px)` },
      { transform: `translate(${x}px, ${y}px)` },
    ],
    { duration: 180, easing: 'ease-out' },
  );
}

/** Fillings for two of the segments: stripes and dots; the third is plain. */
function patterns(prefix: string): SVGElement {
  const hatch = s(
    'pattern',
    {
      id: `${prefix}-hatch`,
      width: 4,
      height: 4,
      patternUnits: 'userSpaceOnUse',
      patternTransform: 'rotate(45)',
    },
    s('rect', { class: 'graph-detractor', width: 4, height: 4 }),
    s('rect', { class: 'graph-gap', width: 1.4, height: 4 }),
  );
  const dots = s(
    'pattern',
    {
      id: `${prefix}-dots`,
      width: 4,
      height: 4,
      patternUnits: 'userSpaceOnUse',
    },
    s('rect', { class: 'graph-passive', width: 4, height: 4 }),
    s('circle', { class: 'graph-gap', cx: 2, cy: 2, r: 0.9 }),
  );
  return s('defs', {}, hatch, dots);
}
