// The ways of the three kinds of respondents: what each is asked, in order. A
// click walks the survey there, and the step that it shows is marked.
import type { Template } from '../../../script/build/catalogue.mjs';
import type { SurveyEngine } from '../../engine/survey.ts';
import type { State, Survey } from '../../engine/types.ts';
import { h } from '../../widget/dom.ts';
import type { LoopletStepEvent } from '../../widget/events.ts';
import { type Level, levelsOf } from './levels.ts';
import { ahead, must, type Stop, stateAt } from './paths.ts';
import { walkAs } from './walker.ts';

export interface Ways {
  /** Says them in another language. */
  readonly speak: (locale: string) => void;
  readonly close: () => void;
}

interface Way {
  readonly level: Level;
  readonly button: HTMLButtonElement;
  readonly list: HTMLOListElement;
}

export function drawWays(
  engine: SurveyEngine,
  document: Survey,
  { metric, traits, ...template }: Template,
  survey: HTMLElement,
  place: HTMLElement,
): Ways {
  const handle = must(engine.load(document));
  const levels = levelsOf({ metric, ...template });
  const ways = levels.map((level) => draw(level, survey));
  place.replaceChildren(
    h('h3', { class: 'label' }, 'Walk it as'),
    ...ways.map(({ button, list }) =>
      h('section', { class: 'way' }, button, list),
    ),
  );

  let locale = 'en';
  /** Where the survey on the page is. */
  let now: State | undefined;

  const update = () => {
    const first = must(
      engine.start(handle, { locale, seed: 1, ...(traits && { traits }) }),
    );
    for (const { level, button, list } of ways) {
      const mine = now !== undefined && levelOf(now, levels) === level;
      button.setAttribute('aria-pressed', String(mine));
      const start = stateAt(engine, handle, first, level);
      const stops =
        mine && now
          ? [...behind(engine, handle, now), ...ahead(engine, handle, now)]
          : ahead(engine, handle, start);
      list.lang = locale;
      list.dir = /^(ar|fa|he|ur)\b/.test(locale) ? 'rtl' : 'ltr';
      list.replaceChildren(
        ...stops.map((stop) => item(stop, mine ? now?.step.id : undefined)),
      );
    }
  };

  survey.addEventListener('looplet-step', (event) => {
    now = (event as LoopletStepEvent).state;
    locale = now.locale;
    update();
  });
  update();
  return {
    speak: (tag) => {
      locale = tag;
      update();
    },
    close: () => engine.unload(handle),
  };
}

function draw(level: Level, survey: HTMLElement): Way {
  const button = h(
    'button',
    {
      type: 'button',
      'aria-pressed': 'false',
      click: () => walkAs(survey, level),
    },
    h('span', { class: `swatch ${level.kind}`, 'aria-hidden': 'true' }),
    h('span', {}, level.name),
    ' ',
    h('span', { class: 'range' }, level.range),
  );
  return { level, button, list: h('ol') };
}

function item({ id, type, text }: Stop, current?: string): HTMLElement {
  return h(
    'li',
    { class: type, 'aria-current': id === current && 'step' },
    text,
  );
}

/** The level whose point, or one beside it, was given. */
function levelOf(
  { given }: State,
  levels: readonly Level[],
): Level | undefined {
  const points = given.map(({ answer }) => answer);
  const point = points.find((answer) => typeof answer === 'number');
  if (typeof point !== 'number') return undefined;
  return levels.find(({ range }) => {
    const [low = 0, high = low] = (range.match(/\d+/g) ?? []).map(Number);
    return low <= point && point <= high;
  });
}

/** What was asked after the scale and before the step shown. */
function behind(engine: SurveyEngine, handle: number, now: State): Stop[] {
  const stops: Stop[] = [];
  const scale = now.given.findIndex(({ answer }) => typeof answer === 'number');
  for (let state = now; state.given.length > scale + 1; ) {
    state = must(engine.back(handle, state));
    const { id, type, text } = state.step;
    if (state.given.length > scale) stops.unshift({ id, type, text });
  }
  return stops;
}
