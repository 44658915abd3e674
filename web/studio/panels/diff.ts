// What has changed since the last saved revision, or against another file, in
// words; and whether the answers can still be counted together.
import type { Change, Survey, SurveyDiff } from '../../engine/types.ts';
import { h, hidden } from '../../widget/dom.ts';
import type { Hooks, Panel, PanelUpdate } from '../interfaces.ts';
import {
  type ChangeGroup,
  countWords,
  groupsOf,
  signOf,
  type TextChange,
} from './diff_report.ts';
import { wordDiff } from './word_diff.ts';

/** No survey is larger than 64 KiB; more is another file. */
const kMostBytes = 256 * 1024;

export function makeDiff(host: HTMLElement, hooks: Hooks): Panel {
  return new DiffPanel(host, hooks);
}

interface Other {
  readonly name: string;
  readonly survey: Survey;
}

class DiffPanel implements Panel {
  #hooks: Hooks;
  #given: PanelUpdate | null = null;
  #other: Other | null = null;
  #saved: HTMLButtonElement;
  #file: HTMLButtonElement;
  #message = h('p', { class: 'diff-message', role: 'status' });
  #result = h('div', { class: 'diff-result' });
  #key: readonly unknown[] = [];

  constructor(host: HTMLElement, hooks: Hooks) {
    this.#hooks = hooks;
    const open = h('input', {
      type: 'file',
      accept: '.json,application/json',
      hidden: true,
      'aria-label': 'Survey to compare with',
      change: () => {
        const [file] = open.files ?? [];
        open.value = '';
        if (file) this.#read(file);
      },
    });
    const choice = (name: string, click: () => void) =>
      h('button', { type: 'button', class: 'tool', click }, name);
    this.#saved = choice('Last saved', () => {
      this.#other = null;
      this.#draw();
    });
    this.#file = choice('Another file…', () => open.click());
    const root = h(
      'div',
      {
        class: 'diff',
        dragover: (event: DragEvent) => event.preventDefault(),
        drop: (event: DragEvent) => {
          event.preventDefault();
          const [file] = event.dataTransfer?.files ?? [];
          if (file) this.#read(file);
        },
      },
      h(
        'div',
        { class: 'diff-head', role: 'group', 'aria-label': 'Compare with' },
        h('span', { class: 'quiet', 'aria-hidden': 'true' }, 'Compare with'),
        this.#saved,
        this.#file,
        open,
      ),
      this.#message,
      this.#result,
    );
    host.replaceChildren(root);
  }

  update(given: PanelUpdate): void {
    if (this.#given?.survey.id !== given.survey.id) this.#other = null;
    this.#given = given;
    this.#draw();
  }

  async #read(file: File): Promise<void> {
    this.#message.textContent = '';
    if (file.size > kMostBytes) {
      this.#message.textContent = `${file.name} is too large to be a survey.`;
      return;
    }
    let survey: unknown;
    try {
      survey = JSON.parse(await file.text());
    } catch {
      this.#message.textContent = `${file.name} is no JSON.`;
      return;
    }
    this.#other = { name: file.name, survey: survey as Survey };
    this.#draw();
  }

  #draw(): void {
    const given = this.#given;
    if (!given) return;
    const before = this.#other?.survey ?? given.saved;
    this.#saved.setAttribute('aria-pressed', String(this.#other === null));
    this.#file.setAttribute('aria-pressed', String(this.#other !== null));
    this.#file.textContent = this.#other?.name ?? 'Another file…';
    this.#saved.textContent = given.saved
      ? `Last saved (revision ${given.saved.revision})`
      : 'Last saved';
    const key = [before, given.survey];
    if (key.every((part, at) => part === this.#key[at])) return;
    this.#key = key;
    if (before === null) {
      this.#result.replaceChildren(
        h(
          'p',
          { class: 'diff-empty quiet' },
          'Nothing has been saved yet. Once a revision is saved, what you change after it stands here. Or drop another survey’s file here to compare with it.',
        ),
      );
      return;
    }
    const reply = this.#hooks.engine.call<SurveyDiff>('diff', {
      before,
      after: given.survey,
    });
    if (!reply.ok) {
      this.#refuse(reply.errors.map(({ message }) => message));
      return;
    }
    const groups = groupsOf(reply.value, before, given.survey);
    this.#result.replaceChildren(
      h('p', { class: 'diff-count' }, countWords(groups)),
      ...(groups.length === 0 ? [] : [verdict(reply.value)]),
      ...groups.map((group) => this.#group(group)),
    );
  }

  #refuse(messages: readonly string[]): void {
    const name = this.#other?.name ?? 'The saved revision';
    this.#result.replaceChildren(
      h(
        'div',
        { class: 'diff-refused', role: 'alert' },
        h('p', {}, `${name} cannot be compared:`),
        h('ul', {}, ...messages.map((message) => h('li', {}, message))),
      ),
    );
  }

  #group({ step, changes, texts, apart }: ChangeGroup): HTMLElement {
    const gone =
      step !== null && !this.#given?.survey.steps.some(({ id }) => id === step);
    const name: Node | string =
      step === null || gone
        ? (step ?? 'The survey')
        : h(
            'button',
            { type: 'button', click: () => this.#hooks.select(step) },
            step,
          );
    const section = h('section', { class: 'diff-group' }, h('h2', {}, name));
    if (apart !== '') section.append(h('p', { class: 'diff-apart' }, apart));
    section.append(
      h(
        'ul',
        {},
        ...changes.map((change) => this.#change(change)),
        ...texts.map((text) => this.#text(text)),
      ),
    );
    return section;
  }

  #change({ kind, warning, message }: Change): HTMLElement {
    const sign = signOf(kind);
    const name = { '+': 'plus', '−': 'minus', '~': 'other' }[sign] ?? 'other';
    return h(
      'li',
      { class: warning ? 'diff-warning' : undefined },
      h('span', { class: `diff-sign ${name}`, 'aria-hidden': 'true' }, sign),
      h('span', {}, message),
    );
  }

  #text({ name, language, before, after }: TextChange): HTMLElement {
    const where = language === null ? name : `${name} (${language})`;
    const words = h('p', {
      class: 'diff-words',
      dir: 'auto',
      lang: language ?? undefined,
    });
    for (const { kind, text } of wordDiff(before, after)) {
      if (kind === 'same') words.append(text);
      else if (kind === 'gone')
        words.append(h('del', {}, hidden('Removed: '), text));
      else words.append(h('ins', {}, hidden('Added: '), text));
    }
    return h(
      'li',
      {},
      h('span', { class: 'diff-sign other', 'aria-hidden': 'true' }, '~'),
      h('div', {}, h('span', { class: 'quiet' }, where), words),
    );
  }
}

function verdict({ together, steps }: SurveyDiff): HTMLElement {
  if (together) {
    return h(
      'p',
      { class: 'diff-verdict good' },
      'Answers before and after can be counted together.',
    );
  }
  const apart = steps.filter((step) => !step.together).length;
  return h(
    'p',
    { class: 'diff-verdict bad' },
    apart > 0
      ? `Answers to ${apart} ${apart === 1 ? 'step' : 'steps'} cannot be counted together with those before: the reason stands at the step.`
      : 'Answers before and after cannot be counted together.',
  );
}
