// A file that cannot be read as it is: why, and the way on. Where several
// columns could be the one, nothing is guessed: the person says which.
import { freshName, tool } from '../../shared/ui.ts';
import { h } from '../../widget/dom.ts';
import type { Choices, Session } from '../file_session.ts';
import { columnChoices } from '../inputs/file_options.ts';
import { whole } from '../words.ts';
import { makeCard } from './card.ts';

export interface QuestionHooks {
  choose(choices: Choices): void;
  chooseFile(): void;
}

const kRoles: { readonly [role: string]: string } = {
  score: 'the score from 0 to 10',
  comment: 'the comment',
  time: 'the date',
  id: 'the answer’s id',
  respondent: 'the person',
};

const kShown = 12;
/** Columns that somebody would look through. */
const kMostAsked = 50;

export function questionCard(hooks: QuestionHooks) {
  const card = makeCard('question', 'This file needs a word from you');
  card.node.setAttribute('role', 'alert');
  return {
    node: card.node,
    update(): void {},
    setSession(session: Session | null): void {
      card.show(!!session && session.errors.length > 0);
      if (!session || session.errors.length === 0) return;
      const choices = session.source?.choices ?? [];
      const asked = choices[0];
      card.setTitle(
        asked
          ? `Which column is ${kRoles[asked.role] ?? asked.role}?`
          : `${session.file.name} cannot be read`,
      );
      const errors = h(
        'ul',
        { class: 'notes' },
        ...session.errors
          .slice(0, kShown)
          .map(({ where, message }) =>
            h('li', {}, where ? `${where}: ${message}` : message),
          ),
      );
      const other = tool('Choose another file', hooks.chooseFile, {
        icon: 'upload',
        class: 'tool bordered',
      });
      if (!asked) {
        const headings = session.source?.headings ?? [];
        card.body.replaceChildren(
          errors,
          ...(headings.length > 0 ? [columnMenu(session, headings)] : []),
          h('div', { class: 'row' }, other),
        );
        return;
      }
      const name = freshName('column');
      card.body.replaceChildren(
        h(
          'fieldset',
          { class: 'candidates' },
          h('legend', { class: 'hidden' }, 'Column'),
          ...asked.candidates.slice(0, kMostAsked).map((candidate, at) =>
            h(
              'label',
              {},
              h('input', {
                type: 'radio',
                name,
                value: String(candidate.number),
                checked: at === 0,
              }),
              h(
                'span',
                {},
                h('strong', {}, candidate.name || `Column ${candidate.number}`),
                h(
                  'span',
                  { class: 'help' },
                  ` ${candidate.samples.join(' · ')}`,
                ),
              ),
            ),
          ),
        ),
        ...(asked.candidates.length > kMostAsked
          ? [
              h(
                'p',
                { class: 'help' },
                `The first ${kMostAsked} of ${whole(asked.candidates.length)} columns that could be it. Leave out columns you do not need, and the question is shorter.`,
              ),
            ]
          : []),
        h(
          'div',
          { class: 'row' },
          tool(
            'Use this column',
            () => {
              const chosen = card.body.querySelector<HTMLInputElement>(
                `input[name="${name}"]:checked`,
              );
              if (!chosen) return;
              const columns = {
                ...session.choices.columns,
                [asked.role]: chosen.value,
              };
              hooks.choose({ columns });
            },
            { class: 'primary' },
          ),
          other,
        ),
      );
    },
  };

  /** Any column as the score, where none was found. */
  function columnMenu(
    session: Session,
    headings: readonly string[],
  ): HTMLElement {
    const select = h(
      'select',
      {
        'aria-label': 'Column of the score',
        change: () => {
          if (select.value === '') return;
          const columns = { ...session.choices.columns, score: select.value };
          hooks.choose({ columns });
        },
      },
      h('option', { value: '' }, 'Choose the column of the score'),
      ...columnChoices(headings).map(([value, words]) =>
        h('option', { value }, words),
      ),
    );
    return select;
  }
}
