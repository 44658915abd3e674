// Ties the document to its views, and the page's commands to the document.
import type { Survey } from '../engine/types.ts';
import { h } from '../widget/dom.ts';
import { makeCommands } from './commands.ts';
import { makeToasts } from '../shared/dialog.ts';
import { namesOf, readJson } from './document/json.ts';
import { idOf, isSurvey, languagesOf, stepsOf } from './document/survey.ts';
import type { Drafts } from './drafts/drafts.ts';
import { wireDrop } from './drop.ts';
import { type CodeView, makeCode } from './editor/code.ts';
import { makeFaults } from './faults.ts';
import { type Finding, type Findings, inspect, kNothing } from './findings.ts';
import type { Engine, Hooks } from './interfaces.ts';
import { wireKeys } from './keys.ts';
import { fetchLater } from './later.ts';
import { makeLayout, makeTabs } from './layout.ts';
import { makeMiddle } from './middle.ts';
import { makeOutline } from './outline/outline.ts';
import { makePreview } from './preview/preview.ts';
import type { State, Store } from './store.ts';
import { makeToolbar } from './toolbar.ts';
import { download } from '../shared/ui.ts';
import { makeWelcome } from './welcome.ts';

export interface Parts {
  readonly store: Store;
  readonly engine: Engine;
  readonly drafts: Drafts;
}

export function runStudio(main: HTMLElement, { store, engine, drafts }: Parts) {
  const live = h('div', { class: 'hidden', role: 'status' });
  const bar = h('div', {
    class: 'bar',
    role: 'toolbar',
    'aria-label': 'Survey',
  });
  const body = h('div', { class: 'studio-body' });
  main.append(bar, body, live);
  const toast = makeToasts(main);
  const say = (text: string): void => {
    live.textContent = '';
    live.textContent = text;
  };

  /** Views are drawn once all of them are there. */
  let ready = false;
  let findings: Findings = kNothing;
  let checked: State['reading'] | undefined;

  const select = (step: string | null, where = ''): void => {
    const steps = stepsOf(store.get().survey ?? undefined);
    const [first, index] = namesOf(where);
    const at =
      first === 'steps' && index !== undefined
        ? Number(index)
        : steps.findIndex((one) => idOf(one) === step);
    store.select(at >= 0 && at < steps.length ? at : null, where);
  };
  const hooks: Hooks = { engine, select, say, download };

  const layout = makeLayout(body, () => draw());
  const editing = makeTabs(
    'Ways to edit',
    [
      ['outline', 'Outline'],
      ['code', 'Code'],
    ],
    () => draw(),
  );
  layout.panes.edit.append(editing.list, ...editing.panels);
  editing.panel('outline').classList.add('scroll');

  const commands = makeCommands({
    store,
    engine,
    drafts,
    toast,
    say,
    findings: () => findings,
  });
  const showCode = (): void => {
    layout.show('edit');
    editing.show('code');
    code.focus();
  };
  const outline = makeOutline(editing.panel('outline'), store, {
    say,
    undoable: (text) => toast(text, ['Undo', commands.undo]),
    showCode,
  });
  const code: CodeView = makeCode(editing.panel('code'), store);

  const flow = h('div', { class: 'flow' });
  const strip = h('section', { class: 'faults', 'aria-label': 'Faults' });
  layout.panes.flow.append(flow, strip);
  const middle = makeMiddle(flow, { ...hooks, ...commands.texts });
  const faults = makeFaults(strip, {
    select: (finding) => reveal(finding),
    replay: (finding) => replay(finding),
  });
  const preview = makePreview(layout.panes.preview, {
    path: (steps) => middle.graph.path(steps),
    say,
  });
  const welcome = makeWelcome(editing.panel('outline'), commands, drafts);
  const toolbar = makeToolbar(bar, commands);

  /** To a fault's field in the view that is open. */
  function reveal(finding: Finding): void {
    if (layout.isNarrow()) layout.show('edit');
    // What cannot be read has no field; only the code shows it.
    if (store.get().stale || finding.code === 'duplicate_key') {
      editing.show('code');
    }
    select(null, finding.where || '/');
    if (editing.shown() === 'code') code.focus();
  }

  function replay(finding: Finding): void {
    if (layout.isNarrow()) layout.show('preview');
    const played = preview.replay(finding);
    middle.show('flow');
    if (!played) {
      middle.graph.path((finding.replay ?? []).map(({ step }) => step));
      toast(
        'With this error the survey cannot run. Its way is shown in the flow.',
      );
    }
  }

  function draw(): void {
    if (!ready) return;
    const state = store.get();
    if (checked !== state.reading) {
      checked = state.reading;
      findings = inspect(engine, state, findings);
    }
    const languages = languagesOf(state.survey ?? undefined);
    outline.update(state, findings);
    code.update(state, findings);
    middle.update(state, findings, savedSurvey());
    faults.update(findings, state.survey);
    layout.setBadge(findings.problems.length);
    preview.update({
      survey: findings.survey,
      stale: findings.stale,
      locale: state.locale,
    });
    const open = drafts.open();
    toolbar.update({
      state,
      name: open.name,
      keeping: drafts.keeping(),
      languages,
      saved: open.saved === state.reading.text,
      errors: findings.errors,
    });
    welcome.update(state);
    if (open.id !== drawn) {
      drawn = open.id;
      middle.graph.fit();
      preview.restart();
    }
  }

  /** The draft on the screen: another one is shown from its beginning. */
  let drawn = drafts.open().id;
  let savedText: string | null = null;
  let saved: Survey | null = null;
  function savedSurvey(): Survey | null {
    const { saved: text } = drafts.open();
    if (text !== savedText) {
      savedText = text;
      const value = text === null ? undefined : readJson(text).value;
      saved = isSurvey(value) ? (value as unknown as Survey) : null;
    }
    return saved;
  }

  store.listen(draw);
  wireKeys({
    ...commands,
    show: (name) => {
      if (name === 'outline' || name === 'code') {
        layout.show('edit');
        editing.show(name);
        if (name === 'code') code.focus();
        else editing.panel('outline').querySelector('button')?.focus();
      } else {
        layout.show(name);
        layout.panes[name]
          .querySelector<HTMLElement>('button, [tabindex="0"]')
          ?.focus();
      }
    },
    nextFault: (back) => {
      if (layout.isNarrow()) layout.show('flow');
      faults.focusNext(back);
    },
  });
  wireDrop(main, commands);
  ready = true;
  draw();
  fetchLater(engine);
  return {
    refresh: draw,
    toast: (message: string) => toast(message),
    openLink: commands.openLink,
  };
}
