// Answers the scale of a survey on the page as a respondent would, with its
// own controls.
import type { Level } from './levels.ts';

/** Starts `survey` anew and gives the answer of `level` to its scale. */
export function walkAs(survey: Element, level: Level): void {
  survey.addEventListener('looplet-ready', () => answer(survey, level), {
    once: true,
  });
  if ('restart' in survey && typeof survey.restart === 'function') {
    survey.restart();
  }
}

function answer({ shadowRoot }: Element, { point }: Level): void {
  const goOn = () =>
    shadowRoot?.querySelector<HTMLElement>('[part~=primary]')?.click();
  const scale = () =>
    shadowRoot?.querySelectorAll<HTMLInputElement>('[name=point]') ?? [];
  // A page of words may come first.
  if (scale().length === 0) goOn();
  const radios = [...scale()];
  // A scale of eleven points begins at 0, every other one at 1.
  radios[radios.length === 11 ? point : point - 1]?.click();
  goOn();
}
