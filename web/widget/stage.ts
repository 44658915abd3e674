// What is seen: one step at a time, drawn from a StepView. The stage knows
// nothing of surveys or engines; it asks its hooks.
import type { Answer, Preview, State, StepView } from '../engine/types.ts';
import { h } from './dom.ts';
import { isRightToLeft, M, speak } from './messages.ts';
import sheetText from './styles.css';
import { choiceView } from './views/choice.ts';
import { consentView, contactView } from './views/contact.ts';
import { endActions } from './views/end.ts';
import { drawPreview } from './views/preview.ts';
import { scaleView } from './views/scale.ts';
import { textView } from './views/text.ts';
import type { Frame, MakeView, View } from './views/view.ts';

export interface Hooks {
  /** Takes the answer; the place of a message when it cannot be taken. */
  readonly next: (answer: Answer) => number | undefined;
  readonly back: () => void;
  /** Whether this answer would be the last, so that the button says Send. */
  readonly isLast: (answer: Answer) => boolean;
  /** What a score would do, when previews are wanted. */
  readonly preview: (
    score: number,
  ) => { readonly kind: 'segment' | 'score'; readonly of: Preview } | undefined;
}

/** Languages whose digits are 0 to 9, unless their tag says otherwise. */
const kPlainDigits =
  /^(en|de|fr|es|pt|it|nl|da|sv|nb|no|fi|pl|cs|sk|hu|ro|bg|el|tr|ru|uk|he|id|vi|th|ja|ko|zh)\b(?!.*-u-)/i;

/**
 * Writes numbers as a language does. The points of a scale, where they are
 * plain digits, without Intl: its first use costs a page more main-thread time
 * than all else up to the first question.
 */
function numbersOf(locale: string): (value: number) => string {
  const plain = kPlainDigits.test(locale);
  let format: Intl.NumberFormat | undefined;
  return (value) => {
    if (plain && /^\d\d?$/.test(`${value}`)) return `${value}`;
    format ??= new Intl.NumberFormat(locale);
    return format.format(value);
  };
}

export interface Stage {
  /** Back to what the page shows where nothing can run. */
  readonly clear: () => void;
  /** What is written or chosen now and not yet handed in. */
  readonly draft: () => Answer | undefined;
  readonly draw: (
    state: State,
    former: Answer | undefined,
    move: 'start' | 'forward' | 'back',
    label: string,
    foot: Node,
  ) => void;
  /** A line under the step about the way of the answers. */
  readonly tell: (message: number) => void;
}

const kViews: { readonly [type: string]: MakeView } = {
  nps: scaleView,
  rating: scaleView,
  choice: choiceView,
  text: textView,
  contact: contactView,
  consent: consentView,
};

let sheet: CSSStyleSheet | undefined;

export function makeStage(root: ShadowRoot, hooks: Hooks): Stage {
  const bar = h('i');
  const progress = h('div.progress', { 'aria-hidden': true }, bar);
  const stepNode = h('div.step', {
    keydown: (event: KeyboardEvent) => onKey(event),
  });
  const delivery = h('p.delivery');
  const fault = h('p.error', { id: 'error', role: 'alert' });
  // There from the start, so that what is put into it later is read out.
  const status = h('p.hidden', { role: 'status' });
  const frame = h(
    'section.frame',
    { hidden: true },
    progress,
    stepNode,
    delivery,
    status,
  );
  const fallback = h('slot');
  let say = speak('en');
  let optional = false;
  let view: View;

  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(sheetText);
  }
  root.adoptedStyleSheets = [sheet];
  root.append(frame, fallback);

  const announce = (text: string) => {
    status.textContent = text;
  };

  function question(
    step: StepView,
    former: Answer | undefined,
    number: Frame['number'],
  ): Node[] {
    const button = (name: string, text: string, act: () => void) =>
      h(
        `button.button.${name}`,
        {
          type: 'button',
          // The second half of a double click is meant for the step before.
          click: (event: MouseEvent) => event.detail > 1 || act(),
        },
        text,
      );
    const primary = button('primary', '', next);
    const preview = h('div.preview');
    const update = () => {
      const value = view.value();
      // Nothing is no answer where one is needed; the engine is not asked.
      const last =
        (value !== undefined || step.optional) && hooks.isLast(value ?? null);
      const text = step.button ?? say(last ? M.send : M.next);
      // Only when it is another: WebKit drops a click whose text is replaced
      // under it, as by the change event of the field that it leaves.
      if (primary.textContent !== text) primary.textContent = text;
      primary.classList.toggle('ready', value !== undefined);
      const shown =
        step.type === 'nps' &&
        typeof value === 'number' &&
        hooks.preview(value);
      if (shown) {
        const [said, ...nodes] = drawPreview(shown.of, shown.kind, say, number);
        preview.replaceChildren(...nodes);
        announce(said);
      }
    };
    const changed = () => {
      if (fault.textContent) {
        fault.textContent = '';
        for (const node of stepNode.querySelectorAll('[aria-invalid]')) {
          node.removeAttribute('aria-invalid');
        }
      }
      update();
    };
    view = kViews[step.type]?.(step, former, {
      say,
      number,
      changed,
      announce,
    }) ?? { node: h('p'), value: () => null };
    fault.textContent = '';
    update();

    const actions = h('div.actions');
    if (step.canGoBack) {
      actions.append(button('quiet.back', say(M.back), hooks.back));
    }
    if (optional) {
      actions.append(button('quiet.skip', say(M.skip), () => take(null)));
    }
    actions.append(primary);
    return [view.node, preview, fault, actions];
  }

  function onKey(event: KeyboardEvent): void {
    const { target } = event;
    if (
      event.key === 'Enter' &&
      !event.isComposing &&
      !event.repeat &&
      (target instanceof HTMLInputElement ||
        (target instanceof HTMLTextAreaElement &&
          (event.ctrlKey || event.metaKey)))
    ) {
      event.preventDefault();
      next();
    }
  }

  function next(): void {
    const found = view.problem?.();
    if (found) {
      show(...found);
      return;
    }
    const answer = view.value();
    if (answer === undefined && !optional) show(say(M.answer));
    else take(answer ?? null);
  }

  function take(answer: Answer): void {
    const message = hooks.next(answer);
    if (message) show(say(message));
  }

  /** Says what is wrong, right under the control that it is about. */
  function show(message: string, control = view.control ?? view.node): void {
    if (control instanceof HTMLInputElement) {
      control.closest('.labelled, .row, .words')?.after(fault);
    }
    fault.textContent = message;
    // A plain group of boxes may not be called invalid.
    if (control.role !== 'group') control.setAttribute('aria-invalid', 'true');
    (control === view.node ? first(control) : control)?.focus();
  }

  return {
    clear: () => {
      frame.hidden = true;
      fallback.hidden = false;
    },
    draft: () => view.value(),
    draw: (state, former, move, label, foot) => {
      const { step, locale } = state;
      const end = step.type === 'end';
      const number = numbersOf(locale);
      say = speak(locale);
      optional = step.optional;
      frame.lang = locale;
      frame.dir = isRightToLeft(locale) ? 'rtl' : 'ltr';
      frame.ariaLabel = label;
      progress.hidden = end;
      bar.style.inlineSize = `${step.progress * 100}%`;
      delivery.textContent = status.textContent = '';
      Object.assign(stepNode.dataset, { type: step.type, move });

      const title = h(
        'h2.question',
        { id: 'question', tabindex: -1 },
        step.text,
      );
      const hint = step.help ?? (step.many ? say(M.many) : '');
      const head = [
        title,
        ...(hint ? [h('p.help', { id: 'help' }, hint)] : []),
      ];
      // A new node each time, so that the move starts anew.
      const body = h('div.body');
      if (end) {
        view = { node: body, value: () => null };
        const actions = endActions(step, say, announce);
        body.append(h('slot', { name: 'thanks' }, ...head, ...actions));
      } else {
        body.append(...head, ...question(step, former, number), foot);
      }
      stepNode.replaceChildren(body);
      fallback.hidden = true;
      frame.hidden = false;
      if (move !== 'start') {
        // The next question is read out when its first control has the focus.
        // On a touch screen that would raise the keyboard over it, so there
        // the question itself has it.
        const touch = matchMedia('(pointer: coarse)').matches;
        ((!touch && !end && first(view.node)) || title).focus();
        title.scrollIntoView({ block: 'nearest' });
      }
    },
    tell: (message) => {
      delivery.textContent = say(message);
      announce(say(message));
    },
  };
}

/** What has the focus when a step comes up. */
const first = (node: HTMLElement): HTMLElement | null =>
  node.querySelector('[type=radio]:checked') ??
  node.querySelector('input, textarea');
