// A file dropped anywhere on the page becomes a draft, and so does a survey's
// text that is pasted where there is no field.
import { h } from '../widget/dom.ts';
import { readFile } from './dialogs/import.ts';
import { isWriting } from './keys.ts';

export interface DropHooks {
  take(text: string, name?: string): void;
}

export function wireDrop(main: HTMLElement, hooks: DropHooks): void {
  const veil = h(
    'div',
    { class: 'veil', hidden: true, 'aria-hidden': true },
    'Drop the survey here',
  );
  main.append(veil);
  const hasFile = ({ dataTransfer }: DragEvent): boolean =>
    dataTransfer?.types.includes('Files') ?? false;
  addEventListener('dragover', (event) => {
    if (!hasFile(event)) return;
    event.preventDefault();
    veil.hidden = false;
  });
  addEventListener('dragleave', ({ relatedTarget }) => {
    if (!relatedTarget) veil.hidden = true;
  });
  addEventListener('paste', (event) => {
    if (isWriting(event) || document.querySelector('dialog[open]')) return;
    const text = event.clipboardData?.getData('text/plain') ?? '';
    if (!text.trimStart().startsWith('{')) return;
    event.preventDefault();
    hooks.take(text);
  });
  addEventListener('drop', (event) => {
    if (!hasFile(event)) return;
    event.preventDefault();
    veil.hidden = true;
    const [file] = event.dataTransfer?.files ?? [];
    if (!file) return;
    readFile(file).then(
      (text) => hooks.take(text, file.name.replace(/\.json$/i, '')),
      // Too large: say so as for any text that is.
      () => hooks.take(' '.repeat(1_000_001)),
    );
  });
}
