// <looplet-survey>: asks a survey on the page it stands in. What is asked is
// decided by the engine, what is seen is drawn by the stage, what is sent goes
// through the outbox; this class ties them to attributes and events.
import { loadEngine } from '../engine/survey.ts';
import type { Answer, Counts, State, Survey, Text } from '../engine/types.ts';
import {
  attributeFaults,
  type Choice,
  choice,
  endpointOf,
  jsonObject,
  kChoices,
} from './attributes.ts';
import { makeCourier } from './courier.ts';
import { h } from './dom.ts';
import {
  LoopletAnswerEvent,
  LoopletCloseEvent,
  LoopletDeliveryEvent,
  LoopletErrorEvent,
  LoopletPreviewEvent,
  LoopletReadyEvent,
  LoopletStepEvent,
  LoopletSubmitEvent,
} from './events.ts';
import { linkTarget } from './links.ts';
import { M } from './messages.ts';
import { makeId } from './outbox/page.ts';
import { failure, fetchSurvey, LoopletFailure } from './source.ts';
import { makeStage, type Stage } from './stage.ts';
import { link } from './views/end.ts';
import { makeWalk, type Walk } from './walk.ts';

type Mark = 'loading' | 'ready' | 'done' | 'failed' | 'unsent';

/** Properties that are their attribute, as text or as one of some words. */
const kTexts = ['src', 'endpoint', 'locale', ...Object.keys(kChoices)];
/** Properties that are objects, which may also be JSON in the attribute. */
const kObjects = ['survey', 'traits', 'baseline'];

/**
 * A state of so many characters makes a record below 8 KiB: at most three
 * bytes for each of them, and less than 2 KB around them for 64 steps.
 */
const kSurelySmall = 2000;

export class LoopletSurvey extends HTMLElement {
  static readonly observedAttributes = [...kTexts, ...kObjects];

  declare src: string | null;
  declare endpoint: string | null;
  declare locale: string | null;
  declare mode: Choice<'mode'>;
  declare theme: Choice<'theme'>;
  declare preview: Choice<'preview'>;
  declare storage: Choice<'storage'>;
  /** The survey as an object; comes before `src`. */
  declare survey: Survey | null;
  /** Facts for conditions and piping, by name. */
  declare traits: { readonly [name: string]: string | number | boolean } | null;
  /** The counts that preview="score" adds the answer to. */
  declare baseline: Counts | null;
  /**
   * How far the respondent is, as plain data; null before the first question.
   * Set it to go on from there, as far as its answers fit the survey.
   */
  declare state: State | null;

  readonly #stage: Stage;
  readonly #courier = makeCourier(
    (delivery) => this.dispatchEvent(new LoopletDeliveryEvent(delivery)),
    (message, waiting) => {
      this.#mark('unsent', waiting);
      if (this.#walk?.isDone()) this.#stage.tell(message);
    },
  );
  readonly #internals = this.attachInternals();
  /** Objects given as properties; they come before attributes. */
  readonly #given: { [name: string]: unknown } = {};
  #walk: Walk | undefined;
  /** A state that was given, until the walk goes on from it. */
  #from: State | null = null;
  /** Whether the walk is to be made anew, with what was answered. */
  #stale = true;
  /** Counts starts, so that a late one finds out that it is not wanted. */
  #turn = 0;
  #waiting = false;

  static {
    for (const name of LoopletSurvey.observedAttributes) {
      const isObject = kObjects.includes(name);
      Object.defineProperty(LoopletSurvey.prototype, name, {
        configurable: true,
        enumerable: true,
        get(this: LoopletSurvey) {
          return isObject
            ? (this.#given[name] ?? jsonObject(this, name))
            : name in kChoices
              ? choice(this, name as keyof typeof kChoices)
              : this.getAttribute(name);
        },
        set(this: LoopletSurvey, value: unknown) {
          if (isObject) {
            this.#given[name] = value;
            this.#changed(name);
          } else if (value == null) this.removeAttribute(name);
          else this.setAttribute(name, String(value));
        },
      });
    }
    Object.defineProperty(LoopletSurvey.prototype, 'state', {
      configurable: true,
      enumerable: true,
      get(this: LoopletSurvey) {
        return this.#walk?.state ?? this.#from;
      },
      set(this: LoopletSurvey, value: State | null) {
        this.#from = value;
        this.#stale = true;
        if (!value) this.restart();
        this.#soon();
      },
    });
  }

  constructor() {
    super();
    // Compiled in the background while the rest is made. What keeps it from
    // starting is told by the start that waits for it.
    loadEngine().catch(() => undefined);
    this.#stage = makeStage(this.attachShadow({ mode: 'open' }), {
      next: (answer) => this.#guard(() => this.#next(answer), M.wrong),
      back: () => this.#guard(() => this.#back(), undefined),
      isLast: (answer) => {
        const next = this.#walk?.peek(answer);
        return next?.ok === true && next.value.step.type === 'end';
      },
      preview: (score) => this.#guard(() => this.#preview(score), undefined),
    });
  }

  /** Shows the element again after hide(). */
  show(): void {
    this.hidden = false;
  }

  /** Takes the element out of sight; what was answered stays. */
  hide(): void {
    if (this.hidden) return;
    this.hidden = true;
    this.dispatchEvent(new LoopletCloseEvent({}));
  }

  /** Starts from the first question, with nothing answered. */
  restart(): void {
    this.#changed('src');
  }

  /** Tries now to send what waits; resolves when that has been tried. */
  flush(): Promise<void> {
    return this.#courier.flush();
  }

  /** Drops what was answered and what waits to be sent, and starts anew. */
  forget(): void {
    this.#courier.forget();
    this.restart();
  }

  connectedCallback(): void {
    for (const name of [...LoopletSurvey.observedAttributes, 'state']) {
      // One set before this class was known is an own property: give it.
      if (Object.hasOwn(this, name)) {
        const own = this as unknown as { [name: string]: unknown };
        const value = own[name];
        delete own[name];
        own[name] = value;
      }
    }
    this.#soon();
  }

  disconnectedCallback(): void {
    // Moving an element takes it out and puts it in again.
    queueMicrotask(() => {
      if (this.isConnected) return;
      this.#turn++;
      this.#walk?.close();
      this.#stale = !this.#walk?.isDone();
      this.#courier.connect(undefined, 'none');
    });
  }

  attributeChangedCallback(
    name: string,
    old: string | null,
    value: string | null,
  ): void {
    if (old !== value) this.#changed(name);
  }

  /** What has to happen anew when a property is another. */
  #changed(name: string): void {
    if (name === 'src' || name === 'survey') {
      this.#walk?.close();
      this.#walk = undefined;
      this.#stale = true;
    } else if (name === 'locale' || name === 'traits') {
      this.#stale ||= !this.#walk?.isDone();
    }
    this.#soon();
  }

  /** Several changes in one task are one start. */
  #soon(): void {
    if (this.#waiting) return;
    this.#waiting = true;
    queueMicrotask(() => {
      this.#waiting = false;
      if (!this.isConnected) return;
      this.#courier.connect(endpointOf(this), this.storage);
      // Says what is wrong, and goes on with defaults.
      const faults = attributeFaults(this);
      if (faults.length) this.#fail(new LoopletFailure(faults));
      if (this.#stale) void this.#start();
    });
  }

  /** To the first question, or to where the respondent was. */
  async #start(): Promise<void> {
    const { src, survey } = this;
    if (!survey && !src) return;
    const turn = ++this.#turn;
    const before = this.#walk;
    this.#show('loading');
    try {
      // Both at once: a module is made while the file is on its way.
      const [engine, read] = await Promise.all([
        loadEngine(),
        before?.survey ?? survey ?? fetchSurvey(src ?? ''),
      ]);
      if (turn !== this.#turn) return;
      // The page's language, unless an attribute names another.
      const locale =
        this.locale ||
        this.closest<HTMLElement>('[lang]')?.lang ||
        document.documentElement.lang ||
        navigator.language;
      const options = { locale, traits: this.traits };
      const from = this.#from;
      this.#from = null;
      const walk = makeWalk(
        engine,
        read as Survey,
        options,
        from
          ? {
              state: from,
              answers: new Map(
                from.given.map(({ step, answer }) => [step, answer]),
              ),
            }
          : before,
      );
      before?.close();
      this.#walk = walk;
      this.#stale = false;
      this.#show('ready');
      this.#draw(walk, 'start');
      const { survey: id, revision, locale: spoken } = walk.state;
      this.dispatchEvent(
        new LoopletReadyEvent({ survey: id, revision, locale: spoken }),
      );
      this.#tellStep(walk);
    } catch (error) {
      if (turn !== this.#turn) return;
      this.#show('failed');
      this.#stage.clear();
      this.#fail(error);
    }
  }

  #draw(walk: Walk, move: 'start' | 'forward' | 'back'): void {
    const { state, survey } = walk;
    const text = (of: Text) => pick(of, state.locale, survey.locale);
    // What stands under each question: the way to the privacy notice.
    const foot = h('slot', { name: 'privacy' });
    const { privacy } = survey;
    const href = privacy && linkTarget(privacy.url);
    if (privacy && href) {
      foot.append(h('p.privacy', {}, link('', href, text(privacy.text))));
    }
    const label = text(survey.title ?? survey.subject);
    this.#stage.draw(state, walk.former(), move, label, foot);
  }

  #tellStep({ state }: Walk): void {
    this.dispatchEvent(new LoopletStepEvent({ step: state.step, state }));
  }

  #next(answer: Answer): number | undefined {
    const walk = this.#walk;
    const next = walk?.peek(answer);
    if (!walk || !next?.ok) return M.wrong;
    const step = walk.state.step.id;
    const last = next.value.step.type === 'end';
    const record =
      last || JSON.stringify(next.value).length > kSurelySmall
        ? walk.record(next.value, makeId())
        : undefined;
    // Too much is refused here, where it can still be shortened.
    if (record && !record.ok) return M.long;
    walk.go(answer, next.value);
    this.dispatchEvent(new LoopletAnswerEvent({ step, answer }));
    this.#draw(walk, 'forward');
    if (last && record) {
      this.#show('done');
      const endpoint = this.#courier.endpoint();
      const event = new LoopletSubmitEvent({ record: record.value, endpoint });
      if (this.dispatchEvent(event) && endpoint) {
        this.#courier.send(record.value);
      }
    }
    this.#tellStep(walk);
    return undefined;
  }

  #back(): void {
    const walk = this.#walk;
    if (!walk) return;
    walk.back(this.#stage.draft());
    this.#draw(walk, 'back');
    this.#tellStep(walk);
  }

  #preview(score: number) {
    const kind = this.preview;
    if (kind === 'none' || !this.#walk) return undefined;
    const preview = this.#walk.preview(score, this.baseline);
    this.dispatchEvent(new LoopletPreviewEvent({ score, preview }));
    return { kind, of: preview };
  }

  /** Keeps what goes wrong from the page, and says it in an event. */
  #guard<T>(work: () => T, otherwise: T): T {
    try {
      return work();
    } catch (error) {
      this.#fail(error);
      return otherwise;
    }
  }

  #fail(error: unknown): void {
    const { errors } =
      error instanceof LoopletFailure
        ? error
        : failure('engine_failed', 'engine', `${error}`);
    const [first] = errors;
    if (first) this.dispatchEvent(new LoopletErrorEvent({ ...first, errors }));
  }

  /** Exactly one of these states holds. */
  #show(mark: Mark): void {
    for (const other of ['loading', 'ready', 'done', 'failed'] as const) {
      this.#mark(other, other === mark);
    }
  }

  #mark(mark: Mark, on: boolean): void {
    try {
      this.#internals.states[on ? 'add' : 'delete'](mark);
    } catch {
      // Browsers before custom states; nothing here depends on them.
    }
  }
}

/** The text of a language: of the tag, of a shorter one, of the default. */
function pick(text: Text, locale: string, fallback: string): string {
  if (typeof text === 'string') return text;
  for (let tag = locale; tag; tag = tag.replace(/-?[^-]*$/, '')) {
    const found = text[tag];
    if (found) return found;
  }
  return text[fallback] ?? Object.values(text)[0] ?? '';
}
