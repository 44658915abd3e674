// Reading the element's attributes: what each may be, and what is wrong.
import type { Fault } from '../engine/types.ts';
import { requestTarget } from './links.ts';

/** Attributes with a choice of words; the first is taken without one. */
export const kChoices = {
  mode: ['inline'],
  theme: ['auto', 'light', 'dark'],
  preview: ['none', 'segment', 'score'],
  storage: ['local', 'session', 'none'],
} as const;

export type Choices = typeof kChoices;
export type Choice<K extends keyof Choices> = Choices[K][number];

/** The word of an attribute, or the default. */
export function choice<K extends keyof Choices>(
  element: Element,
  name: K,
): Choice<K> {
  const words: readonly Choice<K>[] = kChoices[name];
  const given = element.getAttribute(name);
  return words.find((word) => word === given) ?? (words[0] as Choice<K>);
}

/** The object that an attribute holds as JSON, or null. */
export function jsonObject(element: Element, name: string): object | null {
  try {
    const value: unknown = JSON.parse(element.getAttribute(name) ?? 'null');
    return typeof value === 'object' && !Array.isArray(value) ? value : null;
  } catch {
    return null;
  }
}

/** Where the element may send to, or undefined. */
export function endpointOf(element: Element): string | undefined {
  const endpoint = element.getAttribute('endpoint');
  return endpoint === null
    ? undefined
    : requestTarget(endpoint, document.baseURI);
}

/** Everything wrong with an element's attributes. */
export function attributeFaults(element: Element): Fault[] {
  const faults: Fault[] = [];
  const check = (
    where: string,
    code: string,
    wanted: string,
    fits: (given: string) => unknown,
  ) => {
    const given = element.getAttribute(where);
    if (given !== null && !fits(given)) {
      faults.push({ code, where, message: `'${given}' is not ${wanted}.` });
    }
  };
  for (const [name, words] of Object.entries(kChoices)) {
    check(name, 'not_one_of', `one of ${words.join(', ')}`, (given) =>
      words.some((word) => word === given),
    );
  }
  for (const name of ['traits', 'baseline']) {
    check(name, 'wrong_type', 'a JSON object', () => jsonObject(element, name));
  }
  check('endpoint', 'unsafe_address', 'an https address', () =>
    endpointOf(element),
  );
  return faults;
}
