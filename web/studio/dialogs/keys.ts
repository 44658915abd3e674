// The sheet of keyboard shortcuts.
import { h } from '../../widget/dom.ts';
import { isApple } from '../../shared/ui.ts';
import { openDialog } from '../../shared/dialog.ts';

const kMod = isApple ? '⌘' : 'Ctrl';

const kGroups: readonly (readonly [
  string,
  readonly (readonly [readonly string[], string])[],
])[] = [
  [
    'Anywhere',
    [
      [[kMod, 'Z'], 'Undo'],
      [[kMod, 'Shift', 'Z'], 'Redo'],
      [[kMod, 'S'], 'Save a revision'],
      [['Alt', '1'], 'Outline'],
      [['Alt', '2'], 'Code'],
      [['Alt', '3'], 'Flow'],
      [['Alt', '4'], 'Preview'],
      [['F8'], 'Next fault'],
      [['?'], 'This sheet'],
    ],
  ],
  [
    'On a step of the outline',
    [
      [['↑'], 'Step above, ↓ step below'],
      [['Enter'], 'Open or close it'],
      [['Alt', '↑'], 'Move it up, Alt ↓ down'],
      [[kMod, 'D'], 'Duplicate it'],
      [['Delete'], 'Delete it'],
    ],
  ],
  [
    'In the flow',
    [
      [['Arrows'], 'From step to step'],
      [['Enter'], 'Edit the step'],
      [['+'], 'Nearer, − further, 0 all of it'],
    ],
  ],
  [
    'In the code',
    [
      [[kMod, 'Space'], 'What may stand here'],
      [[kMod, 'F'], 'Find'],
      [['Shift', 'Alt', 'F'], 'Tidy'],
      [['Tab'], 'Leave the editor'],
    ],
  ],
];

export function openKeys(): void {
  openDialog(
    'Keyboard shortcuts',
    kGroups.map(([title, keys]) =>
      h(
        'section',
        { class: 'keys' },
        h('h3', {}, title),
        h(
          'dl',
          {},
          ...keys.map(([names, what]) =>
            h(
              'div',
              {},
              h('dt', {}, ...names.map((name) => h('kbd', {}, name))),
              h('dd', {}, what),
            ),
          ),
        ),
      ),
    ),
    'wide',
  );
}
