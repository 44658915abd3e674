// The real <looplet-survey>, sending nothing, on a page of its own: kept at
// the same answers while the survey changes, and walked as one likes.
import { loadEngine, type SurveyEngine } from '../../engine/survey.ts';
import type { Given, Segment, State, Survey } from '../../engine/types.ts';
import { h } from '../../widget/dom.ts';
import type { LoopletStepEvent } from '../../widget/events.ts';
import type { Json } from '../document/json.ts';
import { languagesOf } from '../document/survey.ts';
import { kIcons, setOptions, setText, toggles, tool } from '../../shared/ui.ts';
import type { Replay } from '../findings.ts';
import { type Device, makeFrame } from './frames.ts';
import { makeTraits, type Traits } from './traits.ts';
import { makeWalker, type Walker, type Way } from './walks.ts';

export interface PreviewHooks {
  /** The steps of the walk so far, the one on the screen last. */
  path(steps: readonly string[]): void;
  say(text: string): void;
}

export interface PreviewUpdate {
  readonly survey: Survey | null;
  /** The document is broken now; this is an earlier one. */
  readonly stale: boolean;
  readonly locale: string;
}

type Element_ = HTMLElement & {
  survey: Survey | null;
  traits: Traits | null;
  state: State | null;
  restart(): void;
};

const kSegments: readonly Segment[] = ['detractor', 'passive', 'promoter'];
const kPause = 1100;

const names = new Intl.DisplayNames('en', { type: 'language' });

/** "language German, plan 'free'": what a replay had to set. */
function conditionWords(language: string, traits: Traits): string {
  return [
    ...(language ? [`language ${nameOf(language)}`] : []),
    ...Object.entries(traits).map(([name, value]) => `${name} “${value}”`),
  ].join(', ');
}

function nameOf(tag: string): string {
  try {
    return names.of(tag) ?? tag;
  } catch {
    return tag; // not a tag of any language
  }
}

export type Preview = ReturnType<typeof makePreview>;

export function makePreview(host: HTMLElement, hooks: PreviewHooks) {
  let engine: SurveyEngine | undefined;
  let shown: PreviewUpdate = { survey: null, stale: false, locale: 'en' };
  let running: Survey | null = null;
  let walker: Walker | null = null;
  let given: readonly Given[] = [];
  let way: Way = [];
  let at = 0;
  let timer: ReturnType<typeof setInterval> | undefined;
  let language = '';
  let device: Device = 'phone';
  let theme: 'light' | 'dark' = matchMedia('(prefers-color-scheme: dark)')
    .matches
    ? 'dark'
    : 'light';

  const survey = document.createElement(
    'looplet-survey',
  ) as HTMLElement as Element_;
  survey.setAttribute('storage', 'none');
  const frame = makeFrame(survey);
  const note = h('p', { class: 'preview-note', hidden: true });
  const traits = makeTraits(() => run());

  const devices = toggles(
    'Device',
    () => {
      device = device === 'phone' ? 'desktop' : 'phone';
      dress();
    },
    'one',
  );
  const themes = toggles(
    'Theme of the preview',
    () => {
      theme = theme === 'light' ? 'dark' : 'light';
      dress();
    },
    'one',
  );
  const languages = h('select', {
    'aria-label': 'Language of the preview',
    change: () => {
      language = languages.value;
      run();
    },
  });
  const walks = h(
    'div',
    { class: 'walks', role: 'group', 'aria-label': 'Walk as' },
    h('span', { class: 'word', 'aria-hidden': true }, 'Walk as'),
    ...kSegments.map((segment) =>
      tool(segment, () => play(walker?.as(segment) ?? []), {
        class: `tool small walk ${segment}`,
      }),
    ),
  );
  const position = h('span', { class: 'position' });
  const set = h('p', { class: 'preview-set', hidden: true });
  const pause = tool('Pause', () => (timer ? halt() : go()), {
    icon: 'stop',
    bare: true,
    class: 'tool small',
  });
  const player = h(
    'div',
    { class: 'player', hidden: true, role: 'group', 'aria-label': 'Walk' },
    tool('One step back', () => jump(at - 1), {
      icon: 'undo',
      bare: true,
      class: 'tool small',
    }),
    pause,
    tool('One step on', () => jump(at + 1), {
      icon: 'redo',
      bare: true,
      class: 'tool small',
    }),
    position,
  );
  host.append(
    h(
      'div',
      { class: 'preview-tools' },
      devices.node,
      themes.node,
      languages,
      traits.node,
      tool('Start again', () => restart(), {
        icon: 'restart',
        bare: true,
        class: 'tool small',
      }),
    ),
    h('div', { class: 'preview-walks' }, walks, player),
    set,
    note,
    frame.node,
  );
  dress();

  survey.addEventListener('looplet-step', (event) => {
    const { state } = event as LoopletStepEvent;
    given = state.given;
    hooks.path([...state.given.map(({ step }) => step), state.step.id]);
  });
  // One who answers goes another way than the walk that is being shown.
  survey.addEventListener('looplet-answer', () => end());
  survey.addEventListener('pointerdown', () => halt());

  void loadEngine().then((loaded) => {
    engine = loaded;
    run();
  });

  function dress(): void {
    devices.update(
      [
        ['phone', 'Phone'],
        ['desktop', 'Desktop'],
      ],
      [device],
    );
    themes.update(
      [
        ['light', 'Light'],
        ['dark', 'Dark'],
      ],
      [theme],
    );
    frame.set(device, theme);
    survey.setAttribute('theme', theme);
  }

  /** Runs the survey as it is now, at the answers given so far. */
  function run(): void {
    const { survey: next } = shown;
    if (!engine || !next) return;
    const known = traits.values();
    const locale = language || shown.locale;
    const fresh = makeWalker(engine, next, {
      locale,
      traits: known,
      seed: 1,
    });
    setText(
      note,
      fresh && !shown.stale
        ? ''
        : running
          ? 'The survey has errors. This is the last one that worked.'
          : 'The survey has errors, so there is nothing to try yet.',
    );
    note.hidden = note.textContent === '';
    if (!fresh) return;
    walker?.close();
    walker = fresh;
    const here = way.length
      ? fresh.along(way[way.length - 1]?.given ?? [])
      : fresh.along(given);
    if (way.length) {
      way = here;
      at = Math.min(at, here.length - 1);
    }
    survey.setAttribute('locale', locale);
    survey.traits = known;
    if (running !== next) survey.survey = next;
    running = next;
    const state = way.length ? way[at] : here.at(-1);
    if (state) survey.state = state;
    showPosition();
  }

  const spoken = (): readonly string[] =>
    languagesOf(shown.survey as unknown as Json);

  function showLanguages(): void {
    const known = spoken();
    // A witness may read in a language that the survey only asks about.
    const all =
      language && !known.includes(language) ? [...known, language] : known;
    setOptions(
      languages,
      all.map((tag) => [tag, tag]),
      language ||
        (known.includes(shown.locale) ? shown.locale : (known[0] ?? '')),
    );
    languages.disabled = all.length < 2;
  }

  /** Plays answers of one who reads and is what they say; false: cannot be. */
  function playAs({ replay = [], locale, traits: own = {} }: Replay): boolean {
    end();
    given = [];
    const now = language || shown.locale;
    const tongues = locale ? [locale] : [...new Set([now, ...spoken()])];
    traits.set(own);
    // Where none is named, any will do in which the answers lead on.
    let found: Way = [];
    for (const tongue of tongues) {
      language = tongue === shown.locale ? '' : tongue;
      run();
      found = walker?.along(replay) ?? [];
      if (found.length > replay.length) break;
    }
    showLanguages();
    if (!play(found)) return false;
    const words = conditionWords(locale ?? language, own);
    setText(set, words && `Set for this replay: ${words}.`);
    set.hidden = words === '';
    if (words) hooks.say(words);
    return true;
  }

  function restart(): void {
    end();
    given = [];
    survey.state = null;
    survey.restart();
  }

  function play(next: Way): boolean {
    end();
    way = next;
    at = 0;
    if (way.length === 0) return false;
    jump(0);
    go();
    return true;
  }
  function go(): void {
    if (at >= way.length - 1) jump(0);
    timer = setInterval(() => {
      jump(at + 1, true);
      if (at >= way.length - 1) halt();
    }, kPause);
    showPosition();
  }
  function halt(): void {
    clearInterval(timer);
    timer = undefined;
    showPosition();
  }
  function end(): void {
    halt();
    way = [];
    set.hidden = true;
    showPosition();
  }
  function jump(index: number, playing = false): void {
    if (!playing) halt();
    at = Math.max(0, Math.min(index, way.length - 1));
    const state = way[at];
    if (state) survey.state = state;
    showPosition();
  }
  function showPosition(): void {
    player.hidden = way.length === 0;
    const playing = timer !== undefined;
    pause
      .querySelector('path')
      ?.setAttribute('d', kIcons[playing ? 'stop' : 'play']);
    pause.ariaLabel = pause.title = playing ? 'Pause' : 'Play';
    const step = way[at]?.step;
    setText(position, step ? `${at + 1} of ${way.length}: ${step.id}` : '');
  }

  return {
    update(next: PreviewUpdate): void {
      if (
        next.survey === shown.survey &&
        next.stale === shown.stale &&
        next.locale === shown.locale
      ) {
        return;
      }
      // Choosing a language in the form chooses it here too.
      if (next.locale !== shown.locale) language = '';
      shown = next;
      if (!spoken().includes(language) && set.hidden) language = '';
      showLanguages();
      traits.update(next.survey?.traits ?? []);
      run();
    },
    /** Plays answers; false when the survey cannot run them. */
    replay(of: Replay): boolean {
      if (shown.stale || running !== shown.survey) return false;
      return playAs(of);
    },
    /** Shows a step, by any way that leads there. */
    show(step: string): boolean {
      const found = walker?.to(step);
      if (!found) return false;
      end();
      const last = found.at(-1);
      if (last) survey.state = last;
      return true;
    },
    restart,
  };
}
