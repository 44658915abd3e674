// What another tool's survey has and ours has not, told before it is opened.
import type { MigrationNote, MigrationReport } from '../../engine/types.ts';
import { h } from '../../widget/dom.ts';
import { draw, tool } from '../../shared/ui.ts';
import { openDialog } from '../../shared/dialog.ts';

const kTools: { readonly [of in MigrationReport['from']]: string } = {
  surveyjs: 'SurveyJS',
  formbricks: 'Formbricks',
  posthog: 'PostHog',
};

export const toolName = (from: MigrationReport['from']): string => kTools[from];

const kGroups = [
  ['lost', 'Left out'],
  ['changed', 'In another form'],
] as const;

/** Shows the notes; `accept` is called when the survey is wanted all the same. */
export function openMigration(
  { from, notes }: MigrationReport,
  accept: () => void,
): void {
  const row = ({ message, where }: MigrationNote): HTMLElement =>
    h('li', {}, h('span', {}, message), ' ', h('code', {}, where || '/'));
  const groups = kGroups.flatMap(([severity, title]) => {
    const found = notes.filter((note) => note.severity === severity);
    if (found.length === 0) return [];
    const icon = draw(severity === 'lost' ? 'error' : 'warning');
    return [
      h(
        'section',
        { class: `migration-group ${severity}` },
        h('h3', {}, icon, `${title} (${found.length})`),
        h('ul', { 'aria-label': title }, ...found.map(row)),
      ),
    ];
  });
  const count = `${notes.length} thing${notes.length === 1 ? '' : 's'}`;
  const dialog = openDialog(
    `A survey from ${toolName(from)}`,
    [
      h('p', {}, `All of it is carried over but for ${count}:`),
      h('div', { class: 'migration-notes', tabindex: 0 }, ...groups),
      h(
        'div',
        { class: 'dialog-foot' },
        h(
          'span',
          { class: 'quiet' },
          'It becomes a draft of its own. The one that is open stays as it is.',
        ),
        h(
          'div',
          { class: 'dialog-acts' },
          tool('Cancel', () => dialog.close()),
          tool(
            'Open the draft',
            () => {
              dialog.close();
              accept();
            },
            { class: 'primary' },
          ),
        ),
      ),
    ],
    'wide',
  );
}
