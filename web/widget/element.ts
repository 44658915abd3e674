// <looplet-survey>: asks a survey on the page it stands in. What is asked is
// decided by the engine, what is seen is drawn by the stage, what is sent goes
// through the outbox; this class ties them to attributes and events.
import { loadEngine, type SurveyEngine } from '../engine/survey.ts';
import type {
  Answer,
  Counts,
  Fault,
  Given,
  Reply,
  State,
  Survey,
  Text,
} from '../engine/types.ts';
import { h } from './dom.ts';
import {
  type Delivery,
  LoopletAnswerEvent,
  LoopletCloseEvent,
  LoopletDeliveryEvent,
  LoopletErrorEvent,
  LoopletPreviewEvent,
  LoopletReadyEvent,
  LoopletStepEvent,
  LoopletSubmitEvent,
} from './events.ts';
import { linkTarget, requestTarget } from './links.ts';
import type { MessageName } from './messages.ts';
import type { Outbox } from './outbox/outbox.ts';
import { makeId, outboxFor } from './outbox/page.ts';
import { failure, fetchSurvey, LoopletFailure, parseJson } from './source.ts';
import { Stage } from './stage.ts';

const kChoices = {
  mode: ['inline'],
  theme: ['auto', 'light', 'dark'],
  preview: ['none', 'segment', 'score'],
  storage: ['local', 'session', 'none'],
} as const;
type Choices = typeof kChoices;

type Mark = 'loading' | 'ready' | 'done' | 'failed' | 'unsent';

/** How long a record may be on its way before the respondent is told. */
const kPatience = 5000;

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
  readonly #internals = this.attachInternals();
  /** Objects given as properties; they come before attributes. */
  readonly #given = new Map<string, unknown>();
  /** What was answered, by step, for coming back to it. */
  readonly #answers = new Map<string, Answer>();
  #engine: SurveyEngine | undefined;
  #handle: number | undefined;
  #survey: Survey | undefined;
  #state: State | undefined;
  #outbox: Outbox | undefined;
  #unlisten: (() => void) | undefined;
  /** The record on its way, and whether the respondent was told so. */
  #sent: { id: string; told: boolean } | undefined;
  #patience: ReturnType<typeof setTimeout> | undefined;
  /** Counts starts, so that a late one finds out that it is not wanted. */
  #turn = 0;
  #waiting = false;

  constructor() {
    super();
    this.#stage = new Stage(this.attachShadow({ mode: 'open' }), {
      next: (answer) => this.#next(answer),
      back: () => this.#back(),
      isLast: (answer) => this.#isLast(answer),
      preview: (score) => this.#preview(score),
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
  get mode(): Choices['mode'][number] {
    return this.#choice('mode');
  }
  set mode(value: string | null) {
    this.#reflect('mode', value);
  }
  get theme(): Choices['theme'][number] {
    return this.#choice('theme');
  }
  set theme(value: string | null) {
    this.#reflect('theme', value);
  }
  get preview(): Choices['preview'][number] {
    return this.#choice('preview');
  }
  set preview(value: string | null) {
    this.#reflect('preview', value);
  }
  get storage(): Choices['storage'][number] {
    return this.#choice('storage');
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
    this.#answers.clear();
    this.#state = undefined;
    void this.#start();
  }

  /** Tries now to send what waits; resolves when that has been tried. */
  async flush(): Promise<void> {
    await this.#outbox?.flush(true);
  }

  /** Drops what was answered and what waits to be sent, and starts anew. */
  forget(): void {
    this.#outbox?.forget();
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
      if (!this.isConnected) this.#stop();
    });
  }

  attributeChangedCallback(name: string, old: string | null, value: string | null): void {
    if (old === value || !this.isConnected) return;
    if (name === 'src') this.#survey = undefined;
    this.#changed(name);
  }

  /** What has to happen anew when a property is another. */
  #changed(name: string): void {
    if (name === 'src' || name === 'survey') {
      this.#answers.clear();
      this.#state = undefined;
    }
    if (['src', 'survey', 'locale', 'traits'].includes(name)) {
      this.#unload();
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
      this.#checkAttributes();
      this.#connect();
      if (this.#handle === undefined && !this.#isDone()) void this.#start();
    });
  }

  #stop(): void {
    this.#turn++;
    this.#unload();
    this.#unlisten?.();
    this.#unlisten = this.#outbox = undefined;
  }

  #unload(): void {
    if (this.#handle !== undefined) this.#engine?.unload(this.#handle);
    this.#handle = undefined;
  }

  #isDone(): boolean {
    return this.#state?.step.type === 'end';
  }

  /** From nothing to the first question, or to where the respondent was. */
  async #start(): Promise<void> {
    const turn = ++this.#turn;
    const answered = this.#state?.given ?? [];
    const { src, survey } = this;
    if (!survey && !src) return;
    this.#mark('loading');
    try {
      const engine = loadEngine();
      this.#survey ??= (survey ?? (await fetchSurvey(src ?? ''))) as Survey;
      const loaded = await engine.catch(() => {
        throw failure('engine_failed', 'engine', 'The engine cannot run here.');
      });
      if (turn !== this.#turn) return;
      this.#engine = loaded;
      this.#unload();
      this.#handle = must(loaded.load(this.#survey));
      this.#state = this.#replay(answered);
      this.#mark('ready');
      this.#draw('start');
      this.dispatchEvent(new LoopletReadyEvent(this.#state));
      this.dispatchEvent(new LoopletStepEvent(this.#state));
    } catch (error) {
      if (turn !== this.#turn) return;
      this.#mark('failed');
      this.#stage.clear();
      this.#fail(error);
    }
  }

  /** A state with these answers in it, as far as they still fit. */
  #replay(answered: readonly Given[]): State {
    const { traits } = this;
    let state = this.#ask((engine, handle) =>
      engine.start(handle, {
        locale: this.#wantedLocale(),
        seed: crypto.getRandomValues(new Uint32Array(1))[0] ?? 0,
        ...(traits && { traits }),
      }),
    );
    let at = must(state);
    for (const { step, answer } of answered) {
      if (step !== at.step.id) break;
      state = this.#ask((engine, handle) => engine.answer(handle, at, answer));
      if (!state.ok) break;
      at = state.value;
    }
    return at;
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

  #draw(move: 'start' | 'forward' | 'back'): void {
    const state = this.#state;
    if (!state) return;
    const former = this.#answers.get(state.step.id);
    this.#stage.draw(state, former, move, this.#foot(state.locale));
  }

  #next(answer: Answer): MessageName | undefined {
    const before = this.#state;
    if (!before) return 'wrong';
    const reply = this.#ask((engine, handle) =>
      engine.answer(handle, before, answer),
    );
    if (!reply.ok) return 'wrong';
    if (reply.value.step.type === 'end') {
      const problem = this.#submit(reply.value);
      if (problem) return problem;
    }
    this.#state = reply.value;
    this.#answers.set(before.step.id, answer);
    this.dispatchEvent(new LoopletAnswerEvent(before.step, answer));
    this.#draw('forward');
    this.dispatchEvent(new LoopletStepEvent(reply.value));
    return undefined;
  }

  #back(): void {
    const before = this.#state;
    if (!before) return;
    const draft = this.#stage.draft();
    if (draft !== undefined) this.#answers.set(before.step.id, draft);
    const reply = this.#ask((engine, handle) => engine.back(handle, before));
    if (!reply.ok) return;
    this.#state = reply.value;
    this.#draw('back');
    this.dispatchEvent(new LoopletStepEvent(reply.value));
  }

  #isLast(answer: Answer): boolean {
    const state = this.#state;
    if (!state) return false;
    const reply = this.#ask((engine, handle) =>
      engine.answer(handle, state, answer),
    );
    return reply.ok && reply.value.step.type === 'end';
  }

  #preview(score: number) {
    const kind = this.preview;
    if (kind === 'none') return undefined;
    const { baseline } = this;
    const reply = this.#ask((engine) =>
      engine.preview({ score, ...(baseline && { baseline }) }),
    );
    if (!reply.ok) {
      this.#fail(new LoopletFailure(reply.errors));
      return undefined;
    }
    const of = reply.value;
    this.dispatchEvent(new LoopletPreviewEvent(score, of));
    return { kind, of };
  }

  // --- Sending.

  /** Hands the record over; a message when it is more than may be sent. */
  #submit(state: State): MessageName | undefined {
    const reply = this.#ask((engine, handle) =>
      engine.response(handle, state, {
        id: makeId(),
        clientTime: new Date().toISOString(),
      }),
    );
    if (!reply.ok) return 'long';
    const record = reply.value;
    const outbox = this.#outbox;
    const event = new LoopletSubmitEvent(record, outbox?.endpoint ?? null);
    this.#mark('done');
    if (!this.dispatchEvent(event) || !outbox) return undefined;
    this.#sent = { id: record.id, told: false };
    clearTimeout(this.#patience);
    this.#patience = setTimeout(() => this.#tellWaiting(), kPatience);
    // After the thanks are drawn, in the same task.
    outbox.add(record, this.#onDelivery);
    return undefined;
  }

  readonly #onDelivery = (delivery: Delivery): void => {
    this.dispatchEvent(new LoopletDeliveryEvent(delivery));
    const sent = this.#sent;
    if (delivery.id !== sent?.id) return;
    if (delivery.state === 'delivered') {
      this.#settle(sent.told ? 'sent' : undefined);
    } else if (['rejected', 'expired', 'dropped'].includes(delivery.state)) {
      this.#settle('failed');
    }
  };

  #settle(message: MessageName | undefined): void {
    clearTimeout(this.#patience);
    this.#sent = undefined;
    this.#unmark('unsent');
    if (this.#isDone() && message) {
      this.#stage.tell(this.#stage.message(message));
    }
  }

  #tellWaiting(): void {
    const sent = this.#sent;
    if (!sent || !this.#isDone()) return;
    sent.told = true;
    this.#internals.states.add('unsent');
    const tier = this.#outbox?.tier(sent.id);
    this.#stage.tell(
      this.#stage.message(tier === 'memory' ? 'open' : 'saved'),
    );
  }

  /** The outbox of the endpoint, if there is one that may be used. */
  #connect(): void {
    const { endpoint } = this;
    this.#unlisten?.();
    this.#unlisten = this.#outbox = undefined;
    if (endpoint === null) return;
    const url = requestTarget(endpoint, document.baseURI);
    if (!url) {
      this.#fail(
        failure('unsafe_address', 'endpoint', `'${endpoint}' is not https.`),
      );
      return;
    }
    this.#outbox = outboxFor(url, this.storage);
    this.#unlisten = this.#outbox.listen(this.#onDelivery);
  }

  // --- Small things.

  /** What stands under each question: the way to the privacy notice. */
  #foot(locale: string): Node[] {
    const privacy = this.#survey?.privacy;
    const href = linkTarget(privacy?.url ?? '');
    const slot = h('slot', { name: 'privacy' });
    if (privacy && href) {
      const rel = 'noopener noreferrer';
      const text = pick(privacy.text, locale, this.#survey?.locale ?? '');
      slot.append(
        h('p', { class: 'foot', part: 'privacy' }, h('a', { href, rel, target: '_blank' }, text)),
      );
    }
    return [slot];
  }

  /** A call of the engine that cannot throw. */
  #ask<T>(call: (engine: SurveyEngine, handle: number) => Reply<T>): Reply<T> {
    try {
      if (this.#engine && this.#handle !== undefined) {
        return call(this.#engine, this.#handle);
      }
    } catch (error) {
      this.#fail(error);
    }
    return { ok: false, errors: [kEngineFault] };
  }

  #fail(error: unknown): void {
    this.dispatchEvent(
      new LoopletErrorEvent(
        error instanceof LoopletFailure ? error.errors : [kEngineFault],
      ),
    );
  }

  #mark(mark: Mark): void {
    for (const other of ['loading', 'ready', 'done', 'failed'] as const) {
      this.#unmark(other);
    }
    try {
      this.#internals.states.add(mark);
    } catch {
      // Browsers before custom states; nothing depends on them.
    }
  }

  #unmark(mark: Mark): void {
    this.#internals.states?.delete(mark);
  }

  #reflect(name: string, value: string | null): void {
    if (value == null) this.removeAttribute(name);
    else this.setAttribute(name, value);
  }

  #give(name: string, value: unknown): void {
    if (name === 'survey') this.#survey = undefined;
    this.#given.set(name, value);
    if (this.isConnected) this.#changed(name);
  }

  /** A property set before this class was known is an own one: give it. */
  #upgrade(name: (typeof kProperties)[number]): void {
    if (!Object.hasOwn(this, name)) return;
    const value = this[name];
    Reflect.deleteProperty(this, name);
    Reflect.set(this, name, value);
  }

  #choice<K extends keyof Choices>(name: K): Choices[K][number] {
    const value = this.getAttribute(name);
    const known: readonly Choices[K][number][] = kChoices[name];
    const fallback = known[0] as Choices[K][number];
    return known.find((choice) => choice === value) ?? fallback;
  }

  /** An object given as a property, or as JSON in the attribute, or null. */
  #object(name: 'survey' | 'traits' | 'baseline'): unknown {
    if (this.#given.has(name)) return this.#given.get(name) ?? null;
    const text = name === 'survey' ? null : this.getAttribute(name);
    try {
      const value = text === null ? null : parseJson(text, name);
      return typeof value === 'object' ? value : null;
    } catch {
      return null;
    }
  }

  /** Says what is wrong with attributes; the rest goes on with defaults. */
  #checkAttributes(): void {
    const errors: Fault[] = [];
    for (const [name, known] of Object.entries(kChoices)) {
      const value = this.getAttribute(name);
      if (value !== null && !known.some((choice) => choice === value)) {
        const message = `'${value}' is not one of ${known.join(', ')}.`;
        errors.push({ code: 'not_one_of', where: name, message });
      }
    }
    for (const name of ['traits', 'baseline'] as const) {
      if (this.hasAttribute(name) && this.#object(name) === null) {
        const message = 'This is not a JSON object.';
        errors.push({ code: 'wrong_type', where: name, message });
      }
    }
    if (errors.length) this.#fail(new LoopletFailure(errors));
  }
}

const kEngineFault: Fault = {
  code: 'engine_failed',
  where: 'engine',
  message: 'The engine cannot run here.',
};

function must<T>(reply: Reply<T>): T {
  if (reply.ok) return reply.value;
  throw new LoopletFailure(reply.errors);
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
