// The texts of a survey's file, each with its place.

import type { Step, Survey, Text } from '../../web/engine/types.ts';

export interface Placed {
  /** `subject`, or a step's id and a member: `score/text`. */
  readonly where: string;
  readonly text: Text;
}

export const stepsOf = ({ steps }: Survey): readonly Step[] => steps;

const kMembers = new Set([
  'title',
  'subject',
  'owner',
  'text',
  'help',
  'low',
  'high',
  'otherText',
  'placeholder',
  'consent',
  'label',
  'button',
]);

/** Every text that is read by people. */
export function textsOf(survey: Survey): Placed[] {
  const found: Placed[] = [];
  const visit = (value: unknown, where: string) => {
    if (typeof value !== 'object' || value === null) return;
    for (const [key, inner] of Object.entries(value)) {
      const place = where ? `${where}/${key}` : key;
      if (kMembers.has(key)) found.push({ where: place, text: inner as Text });
      else visit(inner, place);
    }
  };
  const { steps, ...rest } = survey;
  visit(rest, '');
  for (const step of steps) visit(step, step.id);
  return found;
}
