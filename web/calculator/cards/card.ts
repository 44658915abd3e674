// A card of the results: a title, a sentence, tools at its end, a body.
import { setText } from '../../shared/ui.ts';
import { h } from '../../widget/dom.ts';

export interface Card {
  readonly node: HTMLElement;
  readonly body: HTMLElement;
  setTitle(text: string): void;
  /** A quiet sentence under the title. */
  say(text: string): void;
  show(shown: boolean): void;
}

export function makeCard(
  id: string,
  title: string,
  ...tools: readonly Node[]
): Card {
  const heading = h('h2', { id: `${id}-title` }, title);
  const sentence = h('p', { class: 'quiet card-says', hidden: true });
  const body = h('div', { class: 'card-body' });
  const node = h(
    'section',
    {
      class: `card result ${id}`,
      id,
      'aria-labelledby': `${id}-title`,
      hidden: true,
    },
    h('div', { class: 'card-head' }, heading, ...tools),
    sentence,
    body,
  );
  return {
    node,
    body,
    setTitle: (text) => setText(heading, text),
    say(text) {
      setText(sentence, text);
      sentence.hidden = text === '';
    },
    show(shown) {
      node.hidden = !shown;
    },
  };
}

/** What every card is: it draws itself from the model. */
export interface Part<Model> {
  readonly node: HTMLElement;
  update(model: Model): void;
}

/** A field with its label over it. */
export const labelled = (words: string, control: HTMLElement): HTMLElement =>
  h('label', { class: 'field' }, h('span', { class: 'word' }, words), control);
