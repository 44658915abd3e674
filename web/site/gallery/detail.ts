// One survey of the catalogue: live, in its languages, with the ways of its
// three kinds of respondents and what brings it into a page.
import type { Template } from '../../../script/build/catalogue.mjs';
import { loadEngine } from '../../engine/survey.ts';
import type { Survey } from '../../engine/types.ts';
import { h, icon } from '../../widget/dom.ts';
import { againButton } from '../again.ts';
import { wireCopyButtons } from '../copy.ts';
import { nameOf } from './language.ts';
import { kMetrics } from './levels.ts';
import { drawWays } from './ways.ts';

export interface Detail {
  readonly node: HTMLElement;
  readonly title: HTMLElement;
  /** Gives back what the engine keeps of the survey. */
  readonly close: () => void;
}

const kBack = 'M15 5l-7 7 7 7';

export function drawDetail(template: Template, use: string): Detail {
  const { id, file, title, traits, languages } = template;
  const name = title['en'] ?? id;
  const survey = document.createElement('looplet-survey');
  survey.setAttribute('src', `surveys/${file}`);
  survey.setAttribute('locale', 'en');
  if (traits) survey.setAttribute('traits', JSON.stringify(traits));

  const heading = h('h2', { id: 'chosen', tabindex: -1 }, name);
  const ways = h('div', { class: 'ways' });
  const drawn = loadWays(template, survey, ways);
  const node = h(
    'article',
    { class: 'detail', 'aria-labelledby': heading.id },
    h('a', { class: 'back', href: '#all' }, icon(kBack), 'All surveys'),
    h('p', { class: 'label' }, `${template.industry} · ${use}`),
    heading,
    h('p', { class: 'about' }, template.description),
    facts(template),
    h(
      'div',
      { class: 'bar' },
      choices(languages, (tag) => {
        survey.setAttribute('locale', tag);
        void drawn.then((shown) => shown?.speak(tag));
      }),
      againButton(survey),
    ),
    h('div', { class: 'live' }, h('div', { class: 'card' }, survey), ways),
    snippet(template, name),
    h(
      'p',
      { class: 'files' },
      h(
        'a',
        { class: 'button strong', href: `studio/#template=${id}` },
        'Open in Studio',
      ),
      h(
        'a',
        { class: 'button', href: `surveys/${file}`, download: file },
        'Download JSON',
      ),
      h('a', { class: 'plain', href: `surveys/${file}` }, 'Read the file'),
    ),
  );
  wireCopyButtons(node);
  return {
    node,
    title: heading,
    close: () => void drawn.then((shown) => shown?.close()),
  };
}

/** The ways need the survey and the engine; without them they stay away. */
async function loadWays(
  template: Template,
  survey: HTMLElement,
  place: HTMLElement,
) {
  try {
    const [engine, document] = await Promise.all([
      loadEngine(),
      fetch(`surveys/${template.file}`).then((reply) => reply.json()),
    ]);
    return drawWays(engine, document as Survey, template, survey, place);
  } catch {
    // The survey itself says what is wrong with it.
    place.hidden = true;
    return undefined;
  }
}

function facts({ when, metric, questions }: Template): HTMLElement {
  const [name, meaning] = kMetrics[metric];
  const row = (term: string, text: string) =>
    h('div', {}, h('dt', {}, term), h('dd', {}, text));
  return h(
    'dl',
    { class: 'facts' },
    row('When', when),
    row('Measures', `${name}: ${meaning}.`),
    row('Length', `At most ${questions} questions.`),
  );
}

function choices(
  tags: readonly string[],
  choose: (tag: string) => void,
): HTMLElement {
  const set = h('fieldset', { class: 'choices' }, h('legend', {}, 'Language'));
  for (const [at, tag] of tags.entries()) {
    const input = h('input', {
      type: 'radio',
      name: 'language',
      value: tag,
      checked: at === 0,
      change: () => choose(tag),
    });
    set.append(h('label', { lang: tag }, input, nameOf(tag)));
  }
  return set;
}

function snippet({ id, traits }: Template, name: string): HTMLElement {
  const known = traits ? `\n  traits='${JSON.stringify(traits)}'` : '';
  const line = `<looplet-survey src="/surveys/${id}.json"${known}\n  endpoint="/v1/responses"></looplet-survey>`;
  return h(
    'div',
    { class: 'snippet' },
    h(
      'pre',
      {
        tabindex: 0,
        role: 'group',
        'aria-label': `${name}: what goes into the page`,
      },
      h('code', { id: 'embed-line' }, line),
    ),
    h(
      'button',
      { type: 'button', class: 'button', 'data-copy': 'embed-line' },
      'Copy',
    ),
  );
}
