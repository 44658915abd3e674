// How an open file is looked at: by which columns, in which waves.
import { setOptions, toggles } from '../../shared/ui.ts';
import { h } from '../../widget/dom.ts';
import { labelled } from '../cards/card.ts';
import type { Choices, Session } from '../file_session.ts';

const kWaves = [
  ['week', 'Weeks'],
  ['month', 'Months'],
  ['quarter', 'Quarters'],
  ['30-days', 'Each 30 days'],
] as const;

/** More columns than anybody would look through as buttons. */
const kMostColumns = 40;

/** Columns with these roles have a value for each answer: no groups. */
const kSingle = ['score', 'comment', 'time', 'id', 'respondent', 'weight'];

/** Menus of more choices make browsers stand still. */
const kMostOffered = 500;
const kLongestName = 80;

/**
 * Columns as choices of a menu, by number: two may have one heading. Of very
 * many the first, and the one that is chosen.
 */
export function columnChoices(
  headings: readonly string[],
  chosen = '',
): (readonly [number: string, words: string])[] {
  const choice = (name: string, at: number) =>
    [
      String(at + 1),
      name.slice(0, kLongestName) || `Column ${at + 1}`,
    ] as const;
  const at = Number(chosen) - 1;
  const far = at >= kMostOffered ? headings[at] : undefined;
  return [
    ...headings.slice(0, kMostOffered).map(choice),
    ...(far === undefined ? [] : [choice(far, at)]),
  ];
}

/** Columns that may tell groups apart. */
export function groupColumns({ source }: Session): string[] {
  const single = (source?.columns ?? [])
    .filter(({ role }) => kSingle.includes(role))
    .map(({ name }) => name);
  return (source?.headings ?? [])
    .filter((name) => name !== '' && !single.includes(name))
    .slice(0, kMostColumns);
}

export function fileOptions(choose: (choices: Choices) => void) {
  const every = h('select', { change: () => choose({ every: every.value }) });
  const by = toggles('Break down by', (columns) => choose({ by: columns }));
  const node = h(
    'div',
    { class: 'options-file', hidden: true },
    labelled('Waves', every),
    h(
      'div',
      { class: 'field' },
      h('span', { class: 'word', 'aria-hidden': true }, 'Break down by'),
      by.node,
    ),
  );
  return {
    node,
    setSession(session: Session | null): void {
      node.hidden = (session?.source?.headings.length ?? 0) === 0;
      if (!session) return;
      setOptions(every, kWaves, session.choices.every ?? 'month');
      by.update(
        groupColumns(session).map((name) => [name, name] as const),
        session.choices.by ?? [],
      );
    },
  };
}
