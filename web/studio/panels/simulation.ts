// Made-up respondents sent through the survey: who sees which step, which ways
// they take, where they leave.
import type { Estimate, SimulationReport } from '../../engine/types.ts';
import { h } from '../../widget/dom.ts';
import { type Flow, kSegmentNames, shareWords } from '../graph/flow.ts';
import { kSegments } from '../graph/model.ts';
import { filledIn, textIn } from '../graph/step_text.ts';
import type { Hooks, Panel, PanelUpdate } from '../interfaces.ts';
import { figureCard } from './figure_card.ts';
import { type SimulationForm, simulationForm } from './simulation_form.ts';
import {
  flowOf,
  leftTable,
  pathTable,
  questionTable,
  reachTable,
} from './simulation_report.ts';
import {
  leaveRows,
  pathRows,
  pathWords,
  questionRows,
  questionWords,
  reachRows,
  starvedWords,
} from './simulation_rows.ts';

export interface SimulationHooks extends Hooks {
  /** Draws the simulation onto the graph; null takes it off. */
  flow(shares: Flow | null): void;
}

/** All of them, so that the graph's ways add up. */
const kPathsAsked = 1000;

export function makeSimulation(
  host: HTMLElement,
  hooks: SimulationHooks,
): Panel {
  return new SimulationPanel(host, hooks);
}

type Card = HTMLElement & { redraw?: (width: number) => void };

class SimulationPanel implements Panel {
  #hooks: SimulationHooks;
  #form: SimulationForm;
  #results = h('div', { class: 'simulation-results' });
  #run: HTMLButtonElement;
  #cancel: HTMLButtonElement;
  #bar = h('progress', { max: 1, value: 0, 'aria-label': 'Simulating' });
  #doing = h('span', { class: 'quiet', role: 'status' });
  #onGraph: HTMLInputElement;
  #given: PanelUpdate | null = null;
  #report: SimulationReport | null = null;
  /** What the report is of, as a text. */
  #of = '';
  #running: AbortController | null = null;
  #cards: Card[] = [];

  constructor(host: HTMLElement, hooks: SimulationHooks) {
    this.#hooks = hooks;
    this.#form = simulationForm(
      (scores) =>
        hooks.engine.call<Estimate>('estimate', { counts: { scores } }),
      () => this.#staleness(),
    );
    this.#run = h(
      'button',
      { type: 'button', class: 'primary', click: () => this.#start() },
      'Simulate',
    );
    this.#cancel = h(
      'button',
      {
        type: 'button',
        class: 'tool',
        hidden: true,
        click: () => this.#running?.abort(),
      },
      'Cancel',
    );
    this.#onGraph = h('input', {
      type: 'checkbox',
      checked: true,
      change: () => this.#showFlow(),
    });
    this.#bar.hidden = true;
    const root = h(
      'div',
      { class: 'simulation' },
      this.#form.element,
      h(
        'div',
        { class: 'simulation-go' },
        this.#run,
        this.#bar,
        this.#cancel,
        this.#doing,
        h(
          'label',
          { class: 'simulation-check' },
          this.#onGraph,
          'Show on the graph',
        ),
      ),
      this.#results,
    );
    this.#teach();
    host.replaceChildren(root);
    let width = 0;
    new ResizeObserver(() => {
      const now = this.#width();
      if (now === width || now <= 0) return;
      width = now;
      for (const card of this.#cards) card.redraw?.(now);
    }).observe(this.#results);
  }

  update(given: PanelUpdate): void {
    const before = this.#given;
    this.#given = given;
    if (before?.survey.id !== given.survey.id) this.#forget();
    this.#staleness();
  }

  #forget(): void {
    if (this.#report) this.#hooks.flow(null);
    this.#report = null;
    this.#cards = [];
    this.#doing.textContent = '';
    this.#teach();
  }

  #teach(): void {
    this.#results.replaceChildren(
      h(
        'p',
        { class: 'simulation-empty quiet' },
        'Sends made-up respondents through this survey: how many see each step, where they leave, and which steps hardly anybody comes to. The same seed always gives the same people.',
      ),
    );
  }

  #request() {
    const { respondents, seed, mix } = this.#form.wish();
    const survey = this.#given?.survey;
    return { survey, respondents, seed, mix, top: kPathsAsked };
  }

  async #start(): Promise<void> {
    if (this.#running || !this.#given) return;
    const running = new AbortController();
    this.#running = running;
    const request = this.#request();
    const of = JSON.stringify(request);
    this.#busy(true);
    const begun = performance.now();
    const reply = await this.#hooks.engine.work<SimulationReport>(
      'simulate',
      request,
      {
        signal: running.signal,
        progress: (done, total) => {
          this.#bar.value = done / Math.max(1, total);
          this.#doing.textContent = `${done.toLocaleString('en')} of ${total.toLocaleString('en')}`;
        },
      },
    );
    this.#running = null;
    this.#busy(false);
    if (!reply.ok) {
      const [fault] = reply.errors;
      const cancelled = fault?.code === 'cancelled';
      this.#doing.textContent = cancelled ? 'Cancelled.' : '';
      if (!cancelled) this.#refuse(reply.errors.map((one) => one.message));
      return;
    }
    const seconds = (performance.now() - begun) / 1000;
    this.#report = reply.value;
    this.#of = of;
    this.#doing.textContent = `Done in ${seconds.toFixed(1)} s.`;
    this.#draw(reply.value);
    this.#showFlow();
  }

  #busy(busy: boolean): void {
    this.#run.disabled = busy;
    this.#bar.hidden = !busy;
    this.#bar.value = 0;
    this.#cancel.hidden = !busy;
    if (busy) this.#doing.textContent = 'Starting…';
  }

  #refuse(messages: readonly string[]): void {
    this.#cards = [];
    this.#hooks.flow(null);
    this.#report = null;
    this.#results.replaceChildren(
      h(
        'div',
        { class: 'simulation-refused', role: 'alert' },
        h('p', {}, 'This survey cannot be simulated yet.'),
        h('ul', {}, ...messages.map((message) => h('li', {}, message))),
      ),
    );
  }

  /** Says when what is shown is not of what is asked for now. */
  #staleness(): void {
    const stale =
      this.#report !== null && JSON.stringify(this.#request()) !== this.#of;
    if (stale === this.#results.classList.contains('stale')) return;
    this.#results.classList.toggle('stale', stale);
    if (stale) this.#doing.textContent = 'Changed since: simulate again.';
    this.#showFlow();
  }

  #showFlow(): void {
    const report = this.#report;
    if (!report) return;
    const stale = this.#results.classList.contains('stale');
    this.#hooks.flow(this.#onGraph.checked && !stale ? flowOf(report) : null);
  }

  #width(): number {
    return Math.floor(this.#results.clientWidth);
  }

  #title(id: string): string {
    const given = this.#given;
    const step = given?.survey.steps.find((each) => each.id === id);
    if (!given || !step) return '';
    const { survey, locale } = given;
    return filledIn(textIn(step.text, locale, survey.locale), survey, locale);
  }

  #draw(report: SimulationReport): void {
    this.#results.classList.remove('stale');
    const name = `${this.#given?.survey.id ?? 'survey'}-simulation`;
    const card = (
      content: Omit<Parameters<typeof figureCard>[0], 'file'>,
      file: string,
    ) =>
      figureCard(
        { ...content, file: `${name}-${file}` },
        this.#width(),
        (to, blob) => this.#hooks.download(to, blob),
      );
    this.#cards = [
      card(
        {
          title: 'Who sees each step',
          says: starvedWords(report),
          rows: reachRows(report, (id) => this.#title(id)),
          table: reachTable(report),
          foot: [legend()],
        },
        'reach',
      ),
      card(
        {
          title: 'Where they leave',
          says: 'Of those who came to the step.',
          rows: leaveRows(report, (id) => this.#title(id)),
          table: leftTable(report),
        },
        'leaving',
      ),
      card(
        {
          title: 'Most frequent paths',
          says: pathWords(report),
          rows: pathRows(report),
          above: true,
          table: pathTable(report),
        },
        'paths',
      ),
      card(
        {
          title: 'Questions asked',
          says: questionWords(report),
          rows: questionRows(report),
          table: questionTable(report),
        },
        'questions',
      ),
    ];
    this.#results.replaceChildren(figures(report), ...this.#cards);
  }
}

/** The figures at a glance. */
function figures(report: SimulationReport): HTMLElement {
  const { completedShare, questions, completion } = report;
  const figure = (name: string, value: string, note: string) =>
    h(
      'div',
      {},
      h('dt', {}, name),
      h(
        'dd',
        {},
        h('strong', {}, value),
        ' ',
        h('span', { class: 'quiet' }, note),
      ),
    );
  const number = (value: number | null): string =>
    value === null ? 'none' : String(value);
  return h(
    'dl',
    { class: 'simulation-figures' },
    figure(
      'Reach an end',
      completedShare === null ? 'nobody' : shareWords(completedShare),
      `of ${report.respondents.toLocaleString('en')}`,
    ),
    figure(
      'Questions asked',
      number(questions.median),
      `median; nine in ten at most ${number(questions.p90)}`,
    ),
    ...completion.flatMap(({ segment, share }) =>
      segment === null || share === null
        ? []
        : [
            figure(
              `${kSegmentNames[segment].many} at an end`,
              shareWords(share),
              '',
            ),
          ],
    ),
  );
}

function legend(): HTMLElement {
  return h(
    'ul',
    { class: 'simulation-legend' },
    ...kSegments.map((segment) =>
      h('li', {}, swatch(segment), kSegmentNames[segment].many),
    ),
    h('li', {}, swatch('none'), 'No score'),
  );
}

const swatch = (kind: string): HTMLElement =>
  h('span', { class: `simulation-swatch ${kind}`, 'aria-hidden': 'true' });
