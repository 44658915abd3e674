// Which language to write the texts in next.
import { h } from '../../widget/dom.ts';
import { definition } from '../outline/schema.ts';
import { tool } from '../../shared/ui.ts';
import { openDialog } from '../../shared/dialog.ts';

const kCommon = ['de', 'fr', 'es', 'it', 'nl', 'pt', 'pl', 'sv', 'ar', 'ja'];
const kForm = new RegExp(
  definition('Survey').properties?.['locale']?.pattern ?? '^[A-Za-z-]+$',
);

export function openLanguage(
  take: (tag: string) => void,
  leave: () => void,
): void {
  const names = new Intl.DisplayNames('en', { type: 'language' });
  const fault = h('p', { class: 'fault', id: 'language-fault', hidden: true });
  const input = h('input', {
    type: 'text',
    'aria-label': 'Language tag',
    'aria-describedby': 'language-fault',
    placeholder: 'de, pt-BR, zh-Hant…',
    maxlength: 35,
    spellcheck: 'false',
    autocomplete: 'off',
    keydown: (event: KeyboardEvent) => {
      if (event.key === 'Enter') use(input.value.trim());
    },
  });
  const dialog = openDialog('Add a language', [
    h('p', {}, 'It is in the survey once it has a text.'),
    h(
      'div',
      { class: 'language-list' },
      ...kCommon.map((tag) =>
        tool(names.of(tag) ?? tag, () => use(tag), { class: 'tool small' }),
      ),
    ),
    h(
      'div',
      { class: 'dialog-foot' },
      input,
      tool('Add', () => use(input.value.trim()), { class: 'primary' }),
    ),
    fault,
  ]);
  dialog.node.addEventListener('close', leave);
  function use(tag: string): void {
    if (!kForm.test(tag)) {
      fault.textContent = `'${tag}' is no language tag, such as de or pt-BR.`;
      fault.hidden = false;
      input.focus();
      return;
    }
    dialog.close();
    take(tag);
  }
}
