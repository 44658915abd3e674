// <looplet-survey>: asks a survey on the page it stands in. What is asked is
// decided by the engine, what is seen is drawn by the stage, what is sent goes
// through the outbox; this class ties them to attributes and events.
import { loadEngine } from '../engine/survey.ts';
import type {
  Answer,
  Counts,
  Survey,
  SurveyResponse,
  Text,
} from '../engine/types.ts';
import {
  attributeFaults,
  type Choice,
  choice,
  endpointOf,
  jsonObject,
} from './attributes.ts';
import { Courier } from './courier.ts';
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
import type { MessageName } from './messages.ts';
import { makeId } from './outbox/page.ts';
import { failure, fetchSurvey, LoopletFailure } from './source.ts';
import { Stage } from './stage.ts';
import { Walk } from './walk.ts';

type Mark = 'loading' | 'ready' | 'done' | 'failed' | 'unsent';

const kProperties = [
  'src',
  'survey',
  'endpoint',
  'mode',
  'locale',
  'theme',
  'traits',
  'preview',
  'baseline',
  'storage',
] as const;

export class LoopletSurvey extends HTMLElement {
  static readonly observedAttributes = kProperties.filter(
    (name) => name !== 'survey',
  );

  readonly #stage: Stage;
  readonly #courier: Courier;
  readonly #internals = this.attachInternals();
  /** Objects given as properties; they come before attributes. */
  readonly #given = new Map<string, unknown>();
  #walk: Walk | undefined;
  /** Whether the walk is to be made anew, with what was answered. */
  #stale = true;
  /** Counts starts, so that a late one finds out that it is not wanted. */
  #turn = 0;
  #waiting = false;

  constructor() {
    super();
    this.#stage = new Stage(this.attachShadow({ mode: 'open' }), {
      next: (answer) => this.#guard(() => this.#next(answer), 'wrong'),
      back: () => this.#guard(() => this.#back(), undefined),
      isLast: (answer) => this.#guard(() => this.#isLast(answer), false),
      preview: (score) => this.#guard(() => this.#preview(score), undefined),
    });
    this.#courier = new Courier({
      delivery: (delivery) =>
        this.dispatchEvent(new LoopletDeliveryEvent(delivery)),
      tell: (message, waiting) => {
        this.#mark('unsent', waiting);
        if (this.#walk?.isDone) this.#stage.tell(message);
      },
    });
  }

  // --- Attributes and properties.

  get src(): string | null {
    return this.getAttribute('src');
  }
  set src(value: string | null) {
    this.#reflect('src', value);
  }
  get endpoint(): string | null {
    return this.getAttribute('endpoint');
  }
  set endpoint(value: string | null) {
    this.#reflect('endpoint', value);
  }
  get locale(): string | null {
    return this.getAttribute('locale');
  }
  set locale(value: string | null) {
    this.#reflect('locale', value);
  }
  get mode(): Choice<'mode'> {
    return choice(this, 'mode');
  }
  set mode(value: string | null) {
    this.#reflect('mode', value);
  }
  get theme(): Choice<'theme'> {
    return choice(this, 'theme');
  }
  set theme(value: string | null) {
    this.#reflect('theme', value);
  }
  get preview(): Choice<'preview'> {
    return choice(this, 'preview');
  }
  set preview(value: string | null) {
    this.#reflect('preview', value);
  }
  get storage(): Choice<'storage'> {
    return choice(this, 'storage');
  }
  set storage(value: string | null) {
    this.#reflect('storage', value);
  }
  /** The survey as an object; comes before `src`. */
  get survey(): Survey | null {
    return this.#object('survey') as Survey | null;
  }
  set survey(value: Survey | null) {
    this.#give('survey', value);
  }
  /** Facts for conditions and piping, by name. */
  get traits(): { readonly [name: string]: string } | null {
    return this.#object('traits') as { [name: string]: string } | null;
  }
  set traits(value: { readonly [name: string]: string } | null) {
    this.#give('traits', value);
  }
  /** The counts that preview="score" adds the answer to. */
  get baseline(): Counts | null {
    return this.#object('baseline') as Counts | null;
  }
  set baseline(value: Counts | null) {
    this.#give('baseline', value);
  }

  // --- Methods.

  /** Shows the element again after hide(). */
  show(): void {
    this.hidden = false;
  }

  /** Takes the element out of sight; what was answered stays. */
  hide(): void {
    if (this.hidden) return;
    this.hidden = true;
    this.dispatchEvent(new LoopletCloseEvent());
  }

  /** Starts from the first question, with nothing answered. */
  restart(): void {
    this.#anew();
    this.#soon();
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

  // --- Lifecycle.

  connectedCallback(): void {
    for (const name of kProperties) this.#upgrade(name);
    this.#soon();
  }

  disconnectedCallback(): void {
    // Moving an element takes it out and puts it in again.
    queueMicrotask(() => {
      if (this.isConnected) return;
      this.#turn++;
      this.#walk?.close();
      this.#stale = !this.#walk?.isDone;
      this.#courier.disconnect();
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
    if (name === 'src' || name === 'survey') this.#anew();
    if (name === 'locale' || name === 'traits') {
      this.#stale ||= !this.#walk?.isDone;
    }
    this.#soon();
  }

  #anew(): void {
    this.#walk?.close();
    this.#walk = undefined;
    this.#stale = true;
  }

  /** Several changes in one task are one start. */
  #soon(): void {
    if (this.#waiting) return;
    this.#waiting = true;
    queueMicrotask(() => {
      this.#waiting = false;
      if (!this.isConnected) return;
      this.#takeAttributes();
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
      const options = { locale: this.#wantedLocale(), traits: this.traits };
      const walk = new Walk(engine, read as Survey, options, before);
      this.#walk = walk;
      this.#stale = false;
      this.#show('ready');
      this.#draw(walk, 'start');
      this.dispatchEvent(new LoopletReadyEvent(walk.state));
      this.dispatchEvent(new LoopletStepEvent(walk.state));
    } catch (error) {
      if (turn !== this.#turn) return;
      this.#show('failed');
      this.#stage.clear();
      this.#fail(error);
    }
  }

  /** The page's language, unless an attribute names another. */
  #wantedLocale(): string {
    return (
      this.locale ||
      this.closest<HTMLElement>('[lang]')?.lang ||
      document.documentElement.lang ||
      navigator.language
    );
  }

  // --- The respondent's way.

  #draw(walk: Walk, move: 'start' | 'forward' | 'back'): void {
    const { state, survey, former } = walk;
    const text = (of: Text) => pick(of, state.locale, survey.locale);
    this.#stage.draw(state, former, move, {
      label: text(survey.title ?? survey.subject),
      foot: [privacySlot(survey, text)],
    });
  }

  #next(answer: Answer): MessageName | undefined {
    const walk = this.#walk;
    const next = walk?.peek(answer);
    if (!walk || !next?.ok) return 'wrong';
    const { step } = walk.state;
    const last = next.value.step.type === 'end';
    const record = last ? walk.record(next.value, makeId()) : undefined;
    // What is refused is refused here, where it can still be shortened.
    if (record && !record.ok) return 'long';
    walk.go(answer, next.value);
    this.dispatchEvent(new LoopletAnswerEvent(step.id, answer));
    this.#draw(walk, 'forward');
    if (record) this.#submit(record.value);
    this.dispatchEvent(new LoopletStepEvent(next.value));
    return undefined;
  }

  #back(): void {
    const walk = this.#walk;
    if (!walk) return;
    walk.back(this.#stage.draft());
    this.#draw(walk, 'back');
    this.dispatchEvent(new LoopletStepEvent(walk.state));
  }

  #isLast(answer: Answer): boolean {
    const next = this.#walk?.peek(answer);
    return next?.ok === true && next.value.step.type === 'end';
  }

  #preview(score: number) {
    const kind = this.preview;
    if (kind === 'none' || !this.#walk) return undefined;
    const of = this.#walk.preview(score, this.baseline);
    this.dispatchEvent(new LoopletPreviewEvent(score, of));
    return { kind, of };
  }

  #submit(record: SurveyResponse): void {
    this.#show('done');
    const { endpoint } = this.#courier;
    const wanted = this.dispatchEvent(new LoopletSubmitEvent(record, endpoint));
    if (wanted && endpoint) this.#courier.send(record);
  }

  // --- Small things.

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
    this.dispatchEvent(new LoopletErrorEvent(errors));
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

  #reflect(name: string, value: string | null): void {
    if (value == null) this.removeAttribute(name);
    else this.setAttribute(name, value);
  }

  #give(name: string, value: unknown): void {
    this.#given.set(name, value);
    this.#changed(name);
  }

  /** A property set before this class was known is an own one: give it. */
  #upgrade(name: (typeof kProperties)[number]): void {
    if (!Object.hasOwn(this, name)) return;
    const value = this[name];
    Reflect.deleteProperty(this, name);
    Reflect.set(this, name, value);
  }

  /** An object given as a property, or as JSON in the attribute, or null. */
  #object(name: string): unknown {
    return this.#given.get(name) ?? jsonObject(this, name);
  }

  /** Takes attributes in; says what is wrong, and goes on with defaults. */
  #takeAttributes(): void {
    this.#courier.connect(endpointOf(this), this.storage);
    const faults = attributeFaults(this);
    if (faults.length) this.#fail(new LoopletFailure(faults));
  }
}

/** What stands under each question: the way to the privacy notice. */
function privacySlot(
  { privacy }: Survey,
  text: (of: Text) => string,
): HTMLSlotElement {
  const slot = h('slot', { name: 'privacy' });
  const href = linkTarget(privacy?.url ?? '');
  if (privacy && href) {
    const rel = 'noopener noreferrer';
    const link = h('a', { href, rel, target: '_blank' }, text(privacy.text));
    slot.append(h('p', { class: 'foot', part: 'privacy' }, link));
  }
  return slot;
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
