// A way to answer a survey once more, for pages that show surveys off.
import { h } from '../widget/dom.ts';

/** A button that is there once `survey` has been answered, and restarts it. */
export function againButton(survey: Element): HTMLButtonElement {
  const button = h('button', { type: 'button', class: 'again' }, 'Start again');
  button.hidden = true;
  survey.addEventListener('looplet-submit', () => {
    button.hidden = false;
  });
  button.addEventListener('click', () => {
    button.hidden = true;
    if ('restart' in survey && typeof survey.restart === 'function') {
      survey.restart();
    }
  });
  return button;
}
