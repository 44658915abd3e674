// A file dropped anywhere on the page.
import { h } from '../widget/dom.ts';

/** While a file is over the page, `words` say where it may go. */
export function wireFileDrop(
  page: HTMLElement,
  words: string,
  take: (file: File) => void,
): void {
  const veil = h(
    'div',
    { class: 'veil', hidden: true, 'aria-hidden': true },
    words,
  );
  page.append(veil);
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
  addEventListener('drop', (event) => {
    if (!hasFile(event)) return;
    event.preventDefault();
    veil.hidden = true;
    const [file] = event.dataTransfer?.files ?? [];
    if (file) take(file);
  });
}
