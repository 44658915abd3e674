// The words of a step as a drawing shows them: one language, filled in where
// that is known, cut to the room there is.
import type { Survey, Text } from '../../engine/types.ts';

/** The text in one language, or in the nearest that there is. */
export function textIn(
  text: Text | undefined,
  locale: string,
  source: string,
): string {
  if (text === undefined) return '';
  if (typeof text === 'string') return text;
  const tags = Object.keys(text);
  const base = locale.split('-')[0] ?? locale;
  const tag =
    [locale, base].find((wanted) => tags.includes(wanted)) ??
    tags.find((one) => one.split('-')[0] === base) ??
    (tags.includes(source) ? source : tags[0]);
  return tag === undefined ? '' : (text[tag] ?? '');
}

/** `{subject}` as it is called, `{name|fallback}` as its fallback; other names
 * stay as they are written. */
export function filledIn(text: string, survey: Survey, locale: string): string {
  return text.replace(/\{([^{}|]+)(?:\|([^{}]*))?\}/g, (whole, name, other) => {
    if (name === 'subject') {
      return textIn(survey.subject, locale, survey.locale);
    }
    if (name === 'owner' && survey.owner !== undefined) {
      return textIn(survey.owner, locale, survey.locale);
    }
    return typeof other === 'string' ? other : whole;
  });
}

export type Measure = (text: string) => number;

/** As much of a text as fits, with an ellipsis where something is left out. */
export function cut(text: string, width: number, measure: Measure): string {
  if (measure(text) <= width) return text;
  const letters = Array.from(text);
  let low = 0;
  let high = letters.length;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    const piece = `${letters.slice(0, middle).join('').trimEnd()}…`;
    if (measure(piece) <= width) low = middle;
    else high = middle - 1;
  }
  return `${letters.slice(0, low).join('').trimEnd()}…`;
}

/** A text in at most so many lines, broken between words where there are
 * any. */
export function wrapped(
  text: string,
  width: number,
  lines: number,
  measure: Measure,
): string[] {
  const words = text.split(/\s+/).filter((word) => word !== '');
  const out: string[] = [];
  while (words.length > 0 && out.length < lines) {
    if (out.length === lines - 1) {
      out.push(cut(words.join(' '), width, measure));
      break;
    }
    let line = words.shift() ?? '';
    if (measure(line) > width) {
      // A word longer than a line, or a script without spaces.
      const head = fitting(line, width, measure);
      words.unshift(line.slice(head.length));
      line = head;
    } else {
      while (
        words[0] !== undefined &&
        measure(`${line} ${words[0]}`) <= width
      ) {
        line = `${line} ${words.shift()}`;
      }
    }
    out.push(line);
  }
  return out;
}

function fitting(word: string, width: number, measure: Measure): string {
  let piece = '';
  for (const letter of word) {
    if (piece !== '' && measure(piece + letter) > width) break;
    piece += letter;
  }
  return piece;
}

/** Whether a text is read from right to left: its first letter says. */
export function isRightToLeft(text: string): boolean {
  const letter = /\p{L}/u.exec(text)?.[0] ?? '';
  return /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/.test(letter);
}
