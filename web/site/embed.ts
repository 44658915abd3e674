// The gallery: four surveys, live, in their languages, with the line that
// puts each into a page.
import { h } from '../widget/dom.ts';
import { againButton } from './again.ts';
import { wireCopyButtons } from './copy.ts';
import { drawThemeSwitch } from './theme.ts';

interface Example {
  readonly id: string;
  readonly name: string;
  readonly when: string;
  /** BCP 47 tags, each with the name its speakers use. */
  readonly languages: readonly (readonly [string, string])[];
  /** What the page knows about the respondent, and the survey uses. */
  readonly traits?: { readonly [name: string]: string };
}

const kEnglish = ['en', 'English'] as const;
const kGerman = ['de', 'Deutsch'] as const;

const kExamples: readonly Example[] = [
  {
    id: 'saas-relationship',
    name: 'Software, relationship',
    when: 'Thirty days after sign-up, then every ninety days; never in the middle of a task.',
    languages: [kEnglish, kGerman, ['fr', 'Français']],
    traits: { plan: 'team' },
  },
  {
    id: 'shop-after-delivery',
    name: 'Shop, after delivery',
    when: 'Two to four days after the parcel arrived, with stars for the delivery itself.',
    languages: [kEnglish, kGerman, ['ar', 'العربية']],
    traits: { delivery: 'home' },
  },
  {
    id: 'after-support-case',
    name: 'After a support case',
    when: 'When the case is closed: satisfaction and ease first, the relationship last.',
    languages: [kEnglish, kGerman],
    traits: { topic: 'Wi-Fi', channel: 'chat' },
  },
  {
    id: 'employees',
    name: 'Employees',
    when: 'Twice a year, everybody at the same time, without names.',
    languages: [kEnglish, kGerman],
    traits: { tenure: 'first-year' },
  },
];

function draw(example: Example): HTMLElement {
  const survey = document.createElement('looplet-survey');
  survey.setAttribute('src', `surveys/${example.id}.json`);
  survey.setAttribute('locale', 'en');
  if (example.traits) {
    survey.setAttribute('traits', JSON.stringify(example.traits));
  }
  const title = h('h2', { id: `${example.id}-title` }, example.name);
  const code = h('code', { id: `${example.id}-code` }, line(example));
  return h(
    'article',
    { 'aria-labelledby': title.id },
    h(
      'div',
      { class: 'words' },
      title,
      h('p', {}, example.when),
      languages(example, survey),
      h(
        'p',
        { class: 'files' },
        h('a', { href: `surveys/${example.id}.json` }, 'The survey as a file'),
        againButton(survey),
      ),
    ),
    h(
      'div',
      {},
      h('div', { class: 'card' }, survey),
      h(
        'div',
        { class: 'snippet' },
        h(
          'pre',
          {
            tabindex: 0,
            role: 'group',
            'aria-label': `${example.name}: what goes into the page`,
          },
          code,
        ),
        h(
          'button',
          { type: 'button', class: 'button', 'data-copy': code.id },
          'Copy',
        ),
      ),
    ),
  );
}

function languages(example: Example, survey: Element): HTMLElement {
  const set = h('fieldset', { class: 'choices' }, h('legend', {}, 'Language'));
  for (const [at, [tag, name]] of example.languages.entries()) {
    const input = h('input', {
      type: 'radio',
      name: `${example.id}-language`,
      checked: at === 0,
      change: () => survey.setAttribute('locale', tag),
    });
    set.append(h('label', { lang: tag }, input, name));
  }
  return set;
}

function line({ id, traits }: Example): string {
  const known = traits ? `\n  traits='${JSON.stringify(traits)}'` : '';
  return `<looplet-survey src="/surveys/${id}.json"${known}\n  endpoint="/v1/responses"></looplet-survey>`;
}

document.getElementById('gallery')?.replaceChildren(...kExamples.map(draw));
drawThemeSwitch();
wireCopyButtons();
