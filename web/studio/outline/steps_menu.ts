// Menus of the survey's steps.
import { isObject } from '../document/edit.ts';
import { idOf, localeOf, stepsOf, wordsOf } from '../document/survey.ts';
import { setOptions } from '../../shared/ui.ts';
import type { Context } from './field.ts';

/** Steps to choose from, by id and first words. */
export function stepChoices(context: Context): [string, string][] {
  const survey = context.survey();
  const fallback = localeOf(survey);
  return stepsOf(survey)
    .map((step, i): [string, string] => {
      const words = wordsOf(
        isObject(step) ? step['text'] : undefined,
        context.locale(),
        fallback,
      );
      const short = words.length > 40 ? `${words.slice(0, 39)}…` : words;
      return [
        idOf(step),
        `${i + 1}. ${idOf(step)}${short ? ` – ${short}` : ''}`,
      ];
    })
    .filter(([id]) => id);
}

/** A menu of steps that keeps one that is not there. */
export function setStepMenu(
  select: HTMLSelectElement,
  context: Context,
  value: string,
): void {
  const choices = stepChoices(context);
  const known = choices.some(([id]) => id === value);
  setOptions(
    select,
    known
      ? choices
      : [
          [value, value ? `${value} (no such step)` : 'Choose a step'],
          ...choices,
        ],
    value,
  );
}
