// The survey as a list of steps, each a form: nobody has to read JSON.
import { h } from '../../widget/dom.ts';
import { insertAt, moveAt, setAt } from '../document/edit.ts';
import { namesOf, pointerOf } from '../document/json.ts';
import {
  duplicateStep,
  idOf,
  languagesOf,
  member,
  newStep,
  removeStep,
  stepsOf,
  stepTypes,
} from '../document/survey.ts';
import type { Findings } from '../findings.ts';
import type { State, Store } from '../store.ts';
import { draw, isIcon, setText, tool } from '../../shared/ui.ts';
import { makeDrag } from './drag.ts';
import type { Context } from './field.ts';
import { makeForm } from './form.ts';
import { makeRow, type Row } from './row.ts';
import { definition, inWords } from './schema.ts';

export interface OutlineHooks {
  say(text: string): void;
  /** Offers to take back what was just done. */
  undoable(text: string): void;
  showCode(): void;
}

export function makeOutline(
  host: HTMLElement,
  store: Store,
  hooks: OutlineHooks,
) {
  let state = store.get();
  let findings: Findings | undefined;
  let languages: readonly string[] = [];
  let turn = -1;

  const context: Context = {
    survey: () => state.survey ?? {},
    locale: () => state.locale,
    languages: () => languages,
    setLocale: (tag) => store.setLocale(tag),
    set: (path, value, change, order) =>
      store.edit((survey) => setAt(survey, path, value, order), change),
    edit: (make, change) => store.edit(make, change),
    faults: (pointer, below = false) => {
      if (!findings) return [];
      const found = findings.byPointer.get(pointer) ?? [];
      if (!below) return found;
      const inside = findings.problems.filter(({ where }) =>
        where.startsWith(`${pointer}/`),
      );
      return inside.length ? [...found, ...inside] : found;
    },
    focus: (path, select = false) => {
      const found = find(pointerOf(path));
      found?.focus();
      if (select && isField(found)) found.select();
    },
    say: hooks.say,
    blank: (type) => newStep({ steps: [] }, type),
  };

  const isField = (
    node: Element | null,
  ): node is HTMLInputElement | HTMLTextAreaElement =>
    node instanceof HTMLTextAreaElement ||
    (node instanceof HTMLInputElement && node.type === 'text');

  /** The control of a place, or of what is around it. */
  function find(pointer: string): HTMLElement | null {
    const controls = new Map(
      [...host.querySelectorAll<HTMLElement>('[data-where]')]
        .filter((node) => node.checkVisibility())
        .map((node) => [node.dataset['where'] ?? '', node]),
    );
    const names = namesOf(pointer);
    for (; names.length; names.pop()) {
      const found = controls.get(pointerOf(names));
      if (found) return found;
    }
    return null;
  }

  const settings = makeForm(context, definition('Survey'), () => [], {
    without: ['$schema', 'format', 'steps'],
  });
  const settingsTitle = h('span', { class: 'step-text' });
  const settingsNode = h(
    'details',
    { class: 'settings' },
    h(
      'summary',
      {},
      h('span', { class: 'step-icon' }, draw('drafts')),
      h(
        'span',
        { class: 'step-words' },
        settingsTitle,
        h('span', { class: 'step-id' }, 'Survey, languages, traits'),
      ),
    ),
    h('div', { class: 'step-body' }, settings.node),
  );
  const list = h('ol', { class: 'steps', 'aria-label': 'Steps' });
  const rows: Row[] = [];
  const broken = h(
    'div',
    { class: 'banner', role: 'status', hidden: true },
    h(
      'p',
      {},
      'The code cannot be read at the moment. Here is the survey as it was before; mend the code or undo to go on.',
    ),
    tool('Show the code', () => hooks.showCode(), { class: 'tool' }),
  );
  const adders = h(
    'div',
    { class: 'adders', role: 'group', 'aria-label': 'Add a step' },
    h('span', { class: 'word', 'aria-hidden': true }, 'Add'),
    ...stepTypes.map((type) =>
      tool(inWords(type), () => add(type), {
        ...(isIcon(type) && { icon: type }),
        class: 'tool small',
      }),
    ),
  );
  const form = h(
    'fieldset',
    { class: 'outline-form' },
    h('legend', { class: 'hidden' }, 'Outline'),
    settingsNode,
    list,
    adders,
  );
  host.append(broken, form);

  const drag = makeDrag(list, (from, to) => moveTo(from, to));

  function moveTo(from: number, to: number): void {
    const last = stepsOf(state.survey ?? undefined).length - 1;
    const goal = Math.max(0, Math.min(to, last));
    if (goal === from) return;
    const { selected } = state;
    const now =
      selected === from
        ? goal
        : selected !== null && from < selected && goal >= selected
          ? selected - 1
          : selected !== null && from > selected && goal <= selected
            ? selected + 1
            : selected;
    store.edit((survey) => moveAt(survey, ['steps'], from, goal), {
      label: 'Move step',
      select: now,
    });
    rows[goal]?.head.focus();
    hooks.say(`Step ${goal + 1} of ${last + 1}`);
  }

  /** After the step selected; without one before the ends at the end. */
  function add(type: string): void {
    const steps = stepsOf(state.survey ?? undefined);
    const ends = steps.findLastIndex((step) => member(step, 'type') !== 'end');
    const index =
      state.selected === null
        ? type === 'end'
          ? steps.length
          : ends + 1
        : state.selected + 1;
    store.edit(
      (survey) => insertAt(survey, ['steps'], index, newStep(survey, type)),
      { label: 'Add step', select: index },
    );
    context.focus(['steps', index, 'text'], true);
  }

  const rowHooks = {
    toggle: (index: number) =>
      store.select(state.selected === index ? null : index),
    move: (index: number, by: number) => moveTo(index, index + by),
    duplicate: (index: number) => {
      store.edit((survey) => duplicateStep(survey, index), {
        label: 'Duplicate step',
        select: index + 1,
      });
      rows[index + 1]?.head.focus();
      hooks.say('Duplicated');
    },
    remove: (index: number) => {
      const id = idOf(stepsOf(state.survey ?? undefined)[index]);
      store.edit((survey) => removeStep(survey, index), {
        label: 'Delete step',
        select: null,
      });
      hooks.undoable(`Deleted “${id}”.`);
      rows[Math.min(index, rows.length - 1)]?.head.focus();
    },
    drag: (index: number, event: PointerEvent) => drag(index, event),
  };

  /** Who can come to each step. */
  function reachOf(found: Findings): Map<string, Set<string>> | null {
    if (!found.report || found.stale) return null;
    const { nodes, edges } = found.report.graph;
    const reach = new Map<string, Set<string>>();
    if (nodes[0]) {
      reach.set(nodes[0], new Set(['detractor', 'passive', 'promoter']));
    }
    // A way is one for those who come to its beginning. Until nothing is new:
    // steps need not stand in the order in which they are met.
    for (let more = true; more; ) {
      more = false;
      for (const { from, to, segments } of edges) {
        const here = reach.get(from);
        const there = reach.get(to) ?? new Set();
        for (const segment of segments) {
          if (!here?.has(segment) || there.has(segment)) continue;
          there.add(segment);
          reach.set(to, there);
          more = true;
        }
      }
    }
    return reach;
  }

  function draw_(): void {
    const { survey, stale, selected } = state;
    const steps = stepsOf(survey ?? undefined);
    broken.hidden = !stale;
    form.disabled = stale;
    setText(
      settingsTitle,
      member(survey ?? undefined, 'id') || 'Untitled survey',
    );
    if (settingsNode.open) settings.update(survey ?? undefined);
    while (rows.length > steps.length) rows.pop()?.node.remove();
    while (rows.length < steps.length) {
      const row = makeRow(context, rows.length, rowHooks);
      rows.push(row);
      list.append(row.node);
    }
    const reach = findings ? reachOf(findings) : null;
    steps.forEach((step, i) => {
      const who = reach?.get(idOf(step));
      rows[i]?.update({
        step,
        open: i === selected,
        count: steps.length,
        mark: findings?.marks.get(idOf(step)),
        reach: reach
          ? (['detractor', 'passive', 'promoter'] as const).filter((one) =>
              who?.has(one),
            )
          : undefined,
      });
    });
  }
  settingsNode.addEventListener('toggle', draw_);

  /** What was selected elsewhere comes into sight; a field gets the focus. */
  function reveal(): void {
    const { selected, where } = state;
    const [first] = namesOf(where);
    if (first !== undefined && first !== 'steps') {
      settingsNode.open = true;
      draw_();
    }
    if (where) {
      const found = find(where);
      found?.focus({ preventScroll: true });
      found?.scrollIntoView({ block: 'center' });
    } else if (selected !== null) {
      rows[selected]?.head.scrollIntoView({ block: 'nearest' });
    }
  }

  return {
    update(next: State, found: Findings): void {
      state = next;
      findings = found;
      languages = languagesOf(next.survey ?? undefined);
      draw_();
      if (turn !== next.turn) {
        turn = next.turn;
        if (host.checkVisibility()) reveal();
      }
    },
  };
}
