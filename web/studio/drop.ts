// A file dropped anywhere on the page becomes a draft, and so does a survey's
// text that is pasted where there is no field.
import { wireFileDrop } from '../shared/drop.ts';
import { readFile } from './dialogs/import.ts';
import { isWriting } from './keys.ts';

export interface DropHooks {
  take(text: string, name?: string): void;
}

export function wireDrop(main: HTMLElement, hooks: DropHooks): void {
  addEventListener('paste', (event) => {
    if (isWriting(event) || document.querySelector('dialog[open]')) return;
    const text = event.clipboardData?.getData('text/plain') ?? '';
    if (!text.trimStart().startsWith('{')) return;
    event.preventDefault();
    hooks.take(text);
  });
  wireFileDrop(main, 'Drop the survey here', (file) => {
    readFile(file).then(
      (text) => hooks.take(text, file.name.replace(/\.json$/i, '')),
      // Too large: say so as for any text that is.
      () => hooks.take(' '.repeat(1_000_001)),
    );
  });
}
