// The gallery: all surveys of the catalogue, found by industry, use, measure
// or words, and the one that the address names.
import type { Catalogue } from '../../script/build/catalogue.mjs';
import { h } from '../widget/dom.ts';
import { type Detail, drawDetail } from './gallery/detail.ts';
import { industriesOf, matching, type Wanted } from './gallery/filter.ts';
import { drawList, markChosen } from './gallery/list.ts';
import { drawThemeSwitch } from './theme.ts';

const gallery = place('gallery');
const form = place('filters') as HTMLFormElement;
const list = place('list');
const count = place('count');
const shown = place('shown');

function place(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (!found) throw new Error(`The page has no #${id}.`);
  return found;
}

function wanted(): Wanted {
  const data = new FormData(form);
  const value = (name: string) => String(data.get(name) ?? '');
  return {
    words: value('words'),
    metric: value('metric'),
    industry: value('industry'),
    use: value('use'),
  };
}

function run({ uses, templates }: Catalogue): void {
  offer('industry', industriesOf(templates));
  offer('use', Object.keys(uses), uses);
  const named = () => templates.find(({ id }) => id === location.hash.slice(1));
  let detail: Detail | undefined;
  let chosen: string | undefined;

  const search = () => {
    const found = matching(templates, wanted());
    list.replaceChildren(...(found.length > 0 ? drawList(found) : [nothing()]));
    if (chosen) markChosen(list, chosen);
    count.textContent =
      found.length === 1 ? '1 survey' : `${found.length} surveys`;
  };

  /** Shows what the address names; without a name the first one. */
  const show = (moved: boolean) => {
    const one = named();
    gallery.classList.toggle('open', one !== undefined);
    const next = one ?? (detail ? undefined : templates[0]);
    if (next && next.id !== chosen) {
      detail?.close();
      chosen = next.id;
      detail = drawDetail(next, uses[next.use] ?? '');
      shown.replaceChildren(detail.node);
      markChosen(list, next.id);
    }
    if (moved) settle();
  };

  /** After a move: to the top of what is new, as after any link. */
  const settle = () => {
    // Where there is room the list stays, and so does the focus in it.
    const alone = list.offsetParent === null;
    if (alone) detail?.title.focus({ preventScroll: true });
    const { top } = shown.getBoundingClientRect();
    if (alone || top < 0) shown.scrollIntoView();
  };

  form.addEventListener('input', search);
  form.addEventListener('submit', (event) => event.preventDefault());
  // The fields are empty only after this event.
  form.addEventListener('reset', () => setTimeout(search));
  addEventListener('hashchange', () => show(true));
  show(false);
  search();
  // With its own font the list is as long as it stays.
  void document.fonts.ready.then(() => chosen && markChosen(list, chosen));
}

/** Fills a menu that has "any" already. */
function offer(
  name: keyof Wanted,
  values: readonly string[],
  words: { readonly [value: string]: string } = {},
): void {
  const menu = form.elements.namedItem(name);
  if (!(menu instanceof HTMLSelectElement)) return;
  for (const value of values) {
    menu.add(new Option(words[value] ?? value, value));
  }
}

const nothing = (): HTMLElement =>
  h(
    'div',
    { class: 'nothing' },
    h('p', {}, 'No survey is like that.'),
    h('button', { type: 'reset', class: 'button', form: form.id }, 'Show all'),
  );

async function start(): Promise<void> {
  try {
    const reply = await fetch('surveys/catalogue.json');
    if (!reply.ok) throw new Error(`status ${reply.status}`);
    run((await reply.json()) as Catalogue);
  } catch {
    count.textContent = '';
    shown.replaceChildren(
      h(
        'div',
        { class: 'nothing' },
        h('p', {}, 'The list of surveys did not arrive.'),
        h(
          'button',
          {
            type: 'button',
            class: 'button',
            click: () => {
              shown.replaceChildren();
              void start();
            },
          },
          'Try again',
        ),
      ),
    );
  }
}

drawThemeSwitch();
void start();
