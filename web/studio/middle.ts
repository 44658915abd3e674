// The middle pane: the flow, and behind tabs what is loaded when it is looked
// at: simulation, changes, languages.
import { h } from '../widget/dom.ts';
import type { Findings } from './findings.ts';
import { makeGraph } from './graph/graph.ts';
import type {
  Hooks,
  LanguagesHooks,
  Panel,
  PanelUpdate,
} from './interfaces.ts';
import { makeTabs } from './layout.ts';
import type { State } from './store.ts';

type PanelName = 'simulation' | 'changes' | 'languages';

export interface MiddleHooks extends LanguagesHooks {
  /** Several texts at once, one step for undo. */
  setTexts(
    texts: readonly {
      readonly where: string;
      readonly language: string;
      readonly text: string;
    }[],
  ): void;
}

const kTabs = [
  ['flow', 'Flow'],
  ['simulation', 'Simulation'],
  ['changes', 'Changes'],
  ['languages', 'Languages'],
] as const;

export function makeMiddle(host: HTMLElement, hooks: MiddleHooks) {
  const parts = new Map<PanelName, Panel | 'loading'>();
  let latest: PanelUpdate | undefined;
  const tabs = makeTabs('Views of the flow', kTabs, () => refresh());
  host.append(tabs.list, ...tabs.panels);
  const graphHooks: Hooks = hooks;
  const graph = makeGraph(tabs.panel('flow'), graphHooks);

  /** Loads a panel's file; each is a chunk of its own. */
  async function make(name: PanelName): Promise<Panel> {
    const place = tabs.panel(name);
    switch (name) {
      case 'simulation': {
        const { makeSimulation } = await import('./panels/simulation.ts');
        return makeSimulation(place, {
          ...hooks,
          flow: (shares) => graph.flow(shares),
        });
      }
      case 'changes': {
        const { makeDiff } = await import('./panels/diff.ts');
        return makeDiff(place, hooks);
      }
      case 'languages': {
        const { makeLanguages } = await import('./panels/languages.ts');
        return makeLanguages(place, hooks);
      }
    }
  }

  function refresh(): void {
    const name = tabs.shown();
    if (name === 'flow' || !latest) return;
    const part = parts.get(name as PanelName);
    if (part === 'loading') return;
    if (part) part.update(latest);
    else void open(name as PanelName);
  }

  async function open(name: PanelName): Promise<void> {
    const place = tabs.panel(name);
    const note = h('p', { class: 'quiet wait', role: 'status' }, 'Loading…');
    place.append(note);
    parts.set(name, 'loading');
    try {
      const part = await make(name);
      parts.set(name, part);
      note.remove();
      if (latest) part.update(latest);
    } catch (error) {
      parts.delete(name);
      note.textContent =
        'This part cannot be loaded now. Try again when there is a connection.';
      reportError(error);
    }
  }

  return {
    graph,
    show: (name: string): void => tabs.show(name),
    update(
      state: State,
      findings: Findings,
      saved: PanelUpdate['saved'],
    ): void {
      const { survey, report, marks, stale } = findings;
      if (!survey) return;
      const step = findings.survey?.steps[state.selected ?? -1];
      const selected = step?.id ?? null;
      graph.update({
        survey,
        report,
        selected,
        marks,
        locale: state.locale,
        stale,
      });
      latest = { survey, saved, locale: state.locale, selected };
      refresh();
    },
  };
}

/** Loads what is behind the tabs while nothing else is to do. */
export const fetchPanels = (): Promise<unknown> =>
  Promise.all([
    import('./panels/simulation.ts'),
    import('./panels/diff.ts'),
    import('./panels/languages.ts'),
  ]);
