// What is seen: one step at a time, drawn from a StepView. The stage knows
// nothing of surveys or engines; it asks its hooks.
import type { Answer, Preview, State, StepView } from '../engine/types.ts';
import { h } from './dom.ts';
import {
  isRightToLeft,
  type MessageName,
  type Say,
  speak,
} from './messages.ts';
import sheetText from './styles.css';
import { choiceView } from './views/choice.ts';
import { consentView, contactView } from './views/contact.ts';
import { endActions } from './views/end.ts';
import { previewNodes, previewSentence } from './views/preview.ts';
import { scaleView } from './views/scale.ts';
import { textView } from './views/text.ts';
import {
  kFault,
  kHelp,
  kQuestion,
  type MakeView,
  type View,
} from './views/view.ts';

export interface Hooks {
  /** Takes the answer; a message when it cannot be taken. */
  readonly next: (answer: Answer) => MessageName | undefined;
  readonly back: () => void;
  /** Whether this answer would be the last, so that the button says Send. */
  readonly isLast: (answer: Answer) => boolean;
  /** What a score would do, when previews are wanted. */
  readonly preview: (
    score: number,
  ) => { readonly kind: 'segment' | 'score'; readonly of: Preview } | undefined;
}

const kViews: { readonly [type: string]: MakeView } = {
  nps: scaleView,
  rating: scaleView,
  choice: choiceView,
  text: textView,
  contact: contactView,
  consent: consentView,
};

const kNothing: View = { nodes: [], value: () => null };

let sheet: CSSStyleSheet | undefined;

export class Stage {
  readonly #hooks: Hooks;
  readonly #bar = h('i');
  readonly #progress = h(
    'div',
    { class: 'progress', part: 'progress', 'aria-hidden': 'true' },
    this.#bar,
  );
  readonly #step = h('div', { class: 'step', part: 'step' });
  readonly #delivery = h('p', { class: 'delivery', part: 'delivery' });
  readonly #fault = h('p', {
    id: kFault,
    class: 'fault',
    part: 'error',
    role: 'alert',
  });
  // There from the start, so that what is put into it later is read out.
  readonly #status = h('p', { class: 'hidden', role: 'status' });
  readonly #frame = h(
    'section',
    { class: 'frame', part: 'frame', hidden: true },
    this.#progress,
    this.#step,
    this.#delivery,
    this.#status,
  );
  readonly #fallback = h('slot');
  #say: Say = speak('en');
  #locale = 'en';
  #view: View = kNothing;

  constructor(root: ShadowRoot, hooks: Hooks) {
    this.#hooks = hooks;
    if (!sheet) {
      sheet = new CSSStyleSheet();
      sheet.replaceSync(sheetText);
    }
    root.adoptedStyleSheets = [sheet];
    root.append(this.#frame, this.#fallback);
    this.#step.addEventListener('keydown', (event) => this.#key(event));
  }

  /** Back to what the page shows where nothing can run. */
  clear(): void {
    this.#frame.hidden = true;
    this.#fallback.hidden = false;
  }

  /** What is written or chosen now and not yet handed in. */
  draft(): Answer | undefined {
    return this.#view.value();
  }

  draw(
    { step, locale }: State,
    former: Answer | undefined,
    move: 'start' | 'forward' | 'back',
    { label, foot }: { readonly label: string; readonly foot: readonly Node[] },
  ): void {
    this.#say = speak(locale);
    this.#locale = locale;
    this.#frame.lang = locale;
    this.#frame.dir = isRightToLeft(locale) ? 'rtl' : 'ltr';
    this.#frame.ariaLabel = label;
    this.#progress.hidden = step.type === 'end';
    this.#bar.style.inlineSize = `${step.progress * 100}%`;
    this.#delivery.textContent = this.#status.textContent = '';
    this.#step.dataset['type'] = step.type;
    this.#step.dataset['move'] = move;

    const title = h(
      'h2',
      { id: kQuestion, class: 'question', part: 'question', tabindex: -1 },
      step.text,
    );
    // A new node each time, so that the move starts anew.
    const body = h('div', { class: 'body' });
    if (step.type === 'end') {
      const frame = this.#viewFrame(() => {});
      this.#view = kNothing;
      body.append(
        h(
          'slot',
          { name: 'thanks' },
          title,
          ...help(step),
          ...endActions(step, frame),
        ),
      );
    } else {
      body.append(title, ...this.#question(step, former), ...foot);
    }
    this.#step.replaceChildren(body);
    this.#fallback.hidden = true;
    this.#frame.hidden = false;
    if (move !== 'start') this.#focus(title);
  }

  /** A line under the step about the way of the answers. */
  tell(name: MessageName): void {
    const text = this.#say(name);
    this.#delivery.textContent = this.#status.textContent = text;
  }

  #viewFrame(changed: () => void) {
    return {
      say: this.#say,
      number: this.#number,
      changed,
      announce: (text: string) => {
        this.#status.textContent = text;
      },
    };
  }

  readonly #number = (value: number): string =>
    new Intl.NumberFormat(this.#locale).format(value);

  #question(step: StepView, former: Answer | undefined): Node[] {
    const button = (name: string, act: () => void, text: string) =>
      h(
        'button',
        {
          type: 'button',
          class: name,
          part: `button ${name}`,
          // The second half of a double click is meant for the step before.
          click: (event: MouseEvent) => event.detail > 1 || act(),
        },
        text,
      );
    const primary = button('primary', () => this.#next(), '');
    const preview = h('div', { class: 'preview', part: 'preview' });
    const changed = () => {
      const value = this.#view.value();
      const last = this.#hooks.isLast(value ?? null);
      const text = step.button ?? this.#say(last ? 'send' : 'next');
      // Only when it is another: WebKit drops a click whose text is replaced
      // under it, as by the change event of the field that it leaves.
      if (primary.textContent !== text) primary.textContent = text;
      primary.classList.toggle('ready', value !== undefined);
      if (step.type === 'nps' && typeof value === 'number') {
        this.#showPreview(preview, value);
      }
    };
    const view =
      kViews[step.type]?.(
        step,
        former,
        this.#viewFrame(() => {
          this.#clearProblem();
          changed();
        }),
      ) ?? kNothing;
    this.#view = view;
    this.#fault.textContent = '';
    changed();

    const actions = h('div', { class: 'actions', part: 'actions' });
    if (step.canGoBack) {
      actions.append(
        button('quiet back', () => this.#hooks.back(), this.#say('back')),
      );
    }
    if (step.optional) {
      actions.append(
        button('quiet skip', () => this.#take(null), this.#say('skip')),
      );
    }
    actions.append(primary);
    const hint = step.help ?? (step.many ? this.#say('many') : undefined);
    return [
      ...help({ help: hint }),
      ...view.nodes,
      ...(step.type === 'nps' ? [preview] : []),
      this.#fault,
      actions,
    ];
  }

  #showPreview(node: HTMLElement, score: number): void {
    const preview = this.#hooks.preview(score);
    if (!preview) return;
    const { kind, of } = preview;
    node.replaceChildren(...previewNodes(of, kind, this.#say, this.#number));
    this.#status.textContent = previewSentence(
      of,
      kind,
      this.#say,
      this.#number,
    );
  }

  #key(event: KeyboardEvent): void {
    if (event.key !== 'Enter' || event.isComposing || event.repeat) return;
    const target = event.target;
    const typed =
      target instanceof HTMLTextAreaElement && (event.ctrlKey || event.metaKey);
    if (!typed && !(target instanceof HTMLInputElement)) return;
    event.preventDefault();
    this.#next();
  }

  #next(): void {
    const { value, problem, control } = this.#view;
    const found = problem?.();
    if (found) {
      this.#problem(found.message, found.control);
      return;
    }
    const answer = value();
    const optional = this.#step.querySelector('.skip') !== null;
    if (answer === undefined && !optional) {
      this.#problem(this.#say('answer'), control);
      return;
    }
    this.#take(answer ?? null);
  }

  #take(answer: Answer): void {
    const message = this.#hooks.next(answer);
    if (message) this.#problem(this.#say(message), this.#view.control);
  }

  /** Says what is wrong, right under the control that it is about. */
  #problem(message: string, control: HTMLElement | undefined): void {
    const fault = this.#fault;
    if (control instanceof HTMLInputElement) {
      control.closest('.labelled, .row, .words')?.after(fault);
    }
    fault.textContent = message;
    // A plain group of boxes may not be called invalid.
    if (control?.role !== 'group') {
      control?.setAttribute('aria-invalid', 'true');
    }
    (control instanceof HTMLFieldSetElement
      ? this.#view.first
      : control
    )?.focus();
  }

  #clearProblem(): void {
    if (!this.#fault.textContent) return;
    this.#fault.textContent = '';
    for (const node of this.#step.querySelectorAll('[aria-invalid]')) {
      node.removeAttribute('aria-invalid');
    }
  }

  /**
   * The next question is read out when its first control has the focus. On a
   * touch screen that would raise the keyboard over it, so there the question
   * itself has it.
   */
  #focus(title: HTMLElement): void {
    const touch = matchMedia('(pointer: coarse)').matches;
    (touch ? title : (this.#view.first ?? title)).focus();
    title.scrollIntoView({ block: 'nearest' });
  }
}

function help({ help: text }: { readonly help?: string | undefined }): Node[] {
  return text ? [h('p', { id: kHelp, class: 'help', part: 'help' }, text)] : [];
}
