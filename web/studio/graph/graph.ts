// The flow of a survey as a graph: steps, ways, who can take them, what is
// wrong, and the way that somebody walks in the preview.
//
//   const graph = makeGraph(host, hooks);
//   graph.update({survey, report, selected, marks, locale, stale});
//   graph.path(['score', 'went-wrong']);
import { h } from '../../widget/dom.ts';
import type { Graph, GraphUpdate, Hooks } from '../interfaces.ts';
import { makeBar } from './bar.ts';
import { likelyDirection } from './direction.ts';
import { type EdgeLook, labelRoom } from './edge_view.ts';
import { flowFile } from './file.ts';
import type { Flow, FlowWay } from './flow.ts';
import { isArrow, neighbour } from './keys.ts';
import { problemCounts } from './problem_counts.ts';
import { type Direction, type Layout, layOut } from './layout.ts';
import { edgeKey, type FlowModel, flowModel } from './model.ts';
import type { NodeLook } from './node_view.ts';
import { lettersLoaded, makePens } from './pens.ts';
import { Scene } from './scene.ts';
import { drawTwin, twinRows } from './twin.ts';
import { fitted, revealing, type Size, Viewport } from './viewport.ts';

/** Below this, questions cannot be read: steps go by their ids, in large. */
const kFar = 0.6;
/** Below this, ids cannot either: the first look shows the start. */
const kReadable = 0.28;
/** Layouts to keep. */
const kKept = 8;

export function makeGraph(
  host: HTMLElement,
  hooks: Hooks,
): Graph & {
  /** Draws a simulation onto the graph; null takes it off. */
  flow(shares: Flow | null): void;
} {
  return new FlowGraph(host, hooks);
}

class FlowGraph implements Graph {
  #hooks: Hooks;
  #scene = new Scene();
  #view: Viewport;
  #pens = makePens();
  #pane: HTMLElement;
  #twin = h('div', { class: 'graph-twin hidden' });
  #bar: ReturnType<typeof makeBar>;
  #given: GraphUpdate | null = null;
  #model: FlowModel = { nodes: [], edges: [] };
  #layout: Layout | null = null;
  #layoutKey = '';
  /** The last ones by their keys: undo and redo need none anew. */
  #layouts = new Map<string, Layout>();
  #direction: Direction = 'TB';
  #path: readonly string[] = [];
  #flow: Flow | null = null;
  #focus: string | null = null;
  #trail: string[] = [];
  #twinKey = '';
  #twinTimer: ReturnType<typeof setTimeout> | undefined;
  #size: Size = { width: 0, height: 0 };

  constructor(host: HTMLElement, hooks: Hooks) {
    this.#hooks = hooks;
    const { svg, world } = this.#scene;
    this.#pane = h('div', { class: 'graph-pane' });
    this.#pane.append(svg);
    this.#bar = makeBar({
      zoom: (factor) => this.#view.zoom(factor),
      fit: () => this.#showAll(),
      list: (shown) => this.#showTwin(shown),
      save: (kind) => this.#save(kind),
    });
    const root = h('div', { class: 'graph' });
    root.append(this.#pane, this.#twin, this.#bar.element);
    host.replaceChildren(root);
    this.#view = new Viewport(svg, world, ({ scale }) => {
      this.#bar.scale(scale);
      svg.classList.toggle('far', scale < kFar);
    });
    // Not on the drawing: with a listener for focus it would take the focus.
    this.#pane.addEventListener('click', (event) => this.#click(event));
    this.#pane.addEventListener('keydown', (event) => this.#key(event));
    this.#pane.addEventListener('focusin', (event) => this.#focused(event));
    new ResizeObserver(() => this.#resized()).observe(this.#pane);
    // Letters are measured: once more when the page's own are there.
    lettersLoaded().then(() => {
      this.#pens = makePens();
      this.#layoutKey = '';
      this.#draw();
    });
  }

  update(given: GraphUpdate): void {
    const before = this.#given;
    this.#given = given;
    const { survey, report, locale, selected } = given;
    if (
      before?.survey !== survey ||
      before.report !== report ||
      before.locale !== locale
    ) {
      this.#model = flowModel(survey, report, locale);
    }
    if (before && before.survey.id !== survey.id) this.#view.touched = false;
    if (this.#view.touched === false && before?.survey.id !== survey.id) {
      this.#layout = null;
    }
    this.#draw();
    if (selected !== null && selected !== before?.selected) {
      this.#reveal(selected);
    }
  }

  path(steps: readonly string[]): void {
    this.#path = steps;
    this.#draw();
    const here = steps.at(-1);
    if (here !== undefined && steps.length > 1) this.#reveal(here);
  }

  flow(shares: Flow | null): void {
    this.#flow = shares;
    this.#draw();
  }

  fit(): void {
    this.#showAll();
  }

  #showAll(): void {
    if (!this.#layout) return;
    this.#view.touched = false;
    this.#view.glide(fitted(this.#layout, this.#view.size), moves());
  }

  #draw(): void {
    const given = this.#given;
    if (!given) return;
    const { layout, fresh } = this.#laidOut();
    const edges = this.#edgeLooks();
    const looks = this.#nodeLooks(given);
    const slides = moves() && fresh;
    this.#scene.draw(looks, edges, layout, this.#pens, slides);
    const lit = edges.filter(({ walked }) => walked);
    const keys = lit.map(({ edge }) => edgeKey(edge));
    this.#scene.light(keys, layout, moves());
    this.#scene.svg.classList.toggle('stale', given.stale);
    this.#scene.svg.classList.toggle('walking', this.#path.length > 0);
    this.#rove();
    this.#drawTwin(looks);
  }

  /** The layout, made again only when what it depends on has changed. */
  #laidOut(): { layout: Layout; fresh: boolean } {
    const shares = this.#shares();
    const size = (edge: FlowModel['edges'][number]) =>
      labelRoom(edge, shares.get(edgeKey(edge))?.share ?? null, this.#pens);
    if (!this.#layout) {
      this.#direction = likelyDirection(this.#model, this.#view.size);
    }
    const key = JSON.stringify([
      this.#direction,
      this.#model.nodes.map(({ id }) => id),
      this.#model.edges.map((edge) => [edgeKey(edge), edge.kind, size(edge)]),
    ]);
    const before = this.#layout;
    if (before && key === this.#layoutKey) {
      return { layout: before, fresh: false };
    }
    this.#layoutKey = key;
    const known = this.#layouts.get(key);
    const layout = known ?? layOut(this.#model, this.#direction, size);
    this.#layouts.delete(key);
    this.#layouts.set(key, layout);
    const [oldest] = this.#layouts.keys();
    if (this.#layouts.size > kKept && oldest) this.#layouts.delete(oldest);
    if (!before) {
      this.#layout = layout;
      this.#begin(layout, this.#view.size);
      return { layout, fresh: false };
    }
    this.#layout = layout;
    this.#keepStill(before, layout);
    return { layout, fresh: true };
  }

  /** The first look: all of it, or as much as can be read, from the start. */
  #begin(layout: Layout, pane: Size): void {
    const whole = fitted(layout, pane);
    const start = layout.nodes.get(this.#model.nodes[0]?.id ?? '');
    if (whole.scale >= kReadable || !start) {
      this.#view.set(whole);
      return;
    }
    const scale = kReadable;
    const view =
      layout.direction === 'LR'
        ? { scale, x: 8, y: pane.height / 2 - start.y * scale }
        : { scale, x: pane.width / 2 - start.x * scale, y: 8 };
    this.#view.set(view);
  }

  /** What somebody looks at stays where it is when the rest moves. */
  #keepStill(before: Layout, after: Layout): void {
    const { view, size } = this.#view;
    const middle = {
      x: (size.width / 2 - view.x) / view.scale,
      y: (size.height / 2 - view.y) / view.scale,
    };
    const selected = this.#given?.selected ?? '';
    let anchor: string | null =
      before.nodes.has(selected) && after.nodes.has(selected) ? selected : null;
    if (anchor === null) {
      let least = Number.POSITIVE_INFINITY;
      for (const [id, box] of before.nodes) {
        const far = Math.hypot(box.x - middle.x, box.y - middle.y);
        if (after.nodes.has(id) && far < least) {
          least = far;
          anchor = id;
        }
      }
    }
    const was = before.nodes.get(anchor ?? '');
    const is = after.nodes.get(anchor ?? '');
    if (!was || !is) return;
    this.#view.set({
      scale: view.scale,
      x: view.x + (was.x - is.x) * view.scale,
      y: view.y + (was.y - is.y) * view.scale,
    });
  }

  #shares(): Map<string, FlowWay> {
    return new Map((this.#flow?.ways ?? []).map((way) => [edgeKey(way), way]));
  }

  #edgeLooks(): EdgeLook[] {
    const shares = this.#shares();
    const reached = new Map(this.#model.nodes.map((n) => [n.id, n.reached]));
    const walked = new Set<string>();
    for (const [at, to] of this.#path.entries()) {
      const from = this.#path[at - 1];
      if (from !== undefined) walked.add(edgeKey({ from, to }));
    }
    return this.#model.edges.map((edge) => {
      const key = edgeKey(edge);
      const { from, to } = edge;
      const none = this.#flow ? { from, to, share: 0 } : null;
      return {
        edge,
        walked: walked.has(key),
        way: shares.get(key) ?? none,
        reached: reached.get(from) ?? true,
      };
    });
  }

  #nodeLooks({ survey, report, marks, selected }: GraphUpdate): NodeLook[] {
    const counts = problemCounts(survey.steps, report?.problems ?? []);
    return this.#model.nodes.map((node) => ({
      node,
      mark: node.type === 'missing' ? 'error' : (marks.get(node.id) ?? null),
      problems: counts.get(node.id) ?? 0,
      selected: node.id === selected,
      walk: this.#walkOf(node.id),
      share: this.#flow ? (this.#flow.steps.get(node.id) ?? 0) : null,
    }));
  }

  #walkOf(id: string): NodeLook['walk'] {
    if (this.#path.at(-1) === id) return 'here';
    return this.#path.includes(id) ? 'been' : 'none';
  }

  #reveal(id: string): void {
    const box = this.#layout?.nodes.get(id);
    const { size } = this.#view;
    if (!box || size.width === 0) return;
    const view = revealing(this.#view.view, box, size);
    const { x, y } = this.#view.view;
    if (view.x !== x || view.y !== y) this.#view.glide(view, moves());
  }

  #click({ target }: MouseEvent): void {
    if (!(target instanceof Element)) return;
    const id = target.closest('[data-step]')?.getAttribute('data-step');
    if (id) {
      this.#choose(id);
      return;
    }
    const label = target.closest('[data-where]');
    if (!label) return;
    this.#hooks.select(
      label.getAttribute('data-from'),
      label.getAttribute('data-where') ?? '',
    );
  }

  #choose(id: string): void {
    if (id.startsWith('?')) {
      // A step that does not exist: to the rule that wants it.
      const edge = this.#model.edges.find(({ to }) => to === id);
      if (edge) this.#hooks.select(edge.from, edge.where);
      return;
    }
    this.#hooks.select(id);
  }

  #key(event: KeyboardEvent): void {
    const { key } = event;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const from = this.#focus;
    if (isArrow(key) && from !== null && this.#layout) {
      const to = neighbour(key, from, this.#model, this.#layout, this.#trail);
      if (to !== null) this.#goTo(to);
    } else if (key === 'Home' || key === 'End') {
      const to = this.#model.nodes.at(key === 'Home' ? 0 : -1)?.id;
      if (to !== undefined) this.#goTo(to);
    } else if ((key === 'Enter' || key === ' ') && from !== null) {
      this.#choose(from);
    } else if (key === '+' || key === '=') {
      this.#view.zoom(1.25);
    } else if (key === '-') {
      this.#view.zoom(0.8);
    } else if (key === '0') {
      this.#showAll();
    } else {
      return;
    }
    event.preventDefault();
  }

  #goTo(id: string): void {
    if (this.#focus !== null) this.#trail.push(this.#focus);
    if (this.#trail.length > 64) this.#trail.shift();
    this.#focus = id;
    this.#rove();
    this.#scene.node(id)?.focus({ preventScroll: true });
    this.#reveal(id);
  }

  #focused({ target }: FocusEvent): void {
    if (!(target instanceof Element)) return;
    const id = target.getAttribute('data-step');
    if (id === null || id === this.#focus) return;
    this.#focus = id;
    this.#rove();
  }

  /** One step can be reached by Tab: the last one, the selected, the first. */
  #rove(): void {
    const here =
      [this.#focus, this.#given?.selected, this.#model.nodes[0]?.id].find(
        (id) => id != null && this.#scene.node(id) !== null,
      ) ?? null;
    this.#focus = here;
    for (const { id } of this.#model.nodes) {
      const tab = id === here ? '0' : '-1';
      const node = this.#scene.node(id);
      if (node?.getAttribute('tabindex') !== tab) {
        node?.setAttribute('tabindex', tab);
      }
    }
  }

  #resized(): void {
    const { size } = this.#view;
    const { width, height } = this.#size;
    if (size.width === width && size.height === height) return;
    this.#size = size;
    if (size.width === 0 || size.height === 0) return;
    const ratio = (a: number, b: number): number =>
      Math.max(a, b) / Math.max(1, Math.min(a, b));
    // Another shape may want the other direction.
    const other = ratio(size.width, width) * ratio(size.height, height) > 1.3;
    if (!this.#view.touched || width === 0) {
      if (other) this.#layout = null;
      this.#draw();
      if (this.#layout && !other) this.#begin(this.#layout, size);
    }
  }

  #showTwin(shown: boolean): void {
    this.#twin.classList.toggle('hidden', !shown);
    this.#pane.hidden = shown;
    this.#twinKey = '';
    if (this.#given) this.#writeTwin(this.#nodeLooks(this.#given));
  }

  /** While nobody looks at it the list comes when typing pauses. */
  #drawTwin(looks: readonly NodeLook[]): void {
    clearTimeout(this.#twinTimer);
    if (this.#pane.hidden) this.#writeTwin(looks);
    else this.#twinTimer = setTimeout(() => this.#writeTwin(looks), 250);
  }

  #writeTwin(looks: readonly NodeLook[]): void {
    const problems = new Map(
      looks.map((look) => [look.node.id, look.problems]),
    );
    const rows = twinRows(
      this.#model,
      (id) => problems.get(id) ?? 0,
      this.#flow?.steps ?? null,
    );
    const key = JSON.stringify([rows, this.#pane.hidden]);
    if (key === this.#twinKey) return;
    this.#twinKey = key;
    const chosen = this.#pane.hidden
      ? (id: string) => this.#hooks.select(id)
      : null;
    drawTwin(this.#twin, rows, chosen);
  }

  async #save(kind: 'svg' | 'png'): Promise<void> {
    const { svg, world } = this.#scene;
    if (!this.#layout || !this.#given) return;
    const name = `${this.#given.survey.id}-flow.${kind}`;
    const file = await flowFile(kind, svg, world, this.#layout);
    if (file) this.#hooks.download(name, file);
    else this.#hooks.say('The picture could not be made.');
  }
}

const moves = (): boolean =>
  !matchMedia('(prefers-reduced-motion: reduce)').matches;
