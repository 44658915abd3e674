// Buttons that copy what stands in another element.

const kShownFor = 2000;

/** Wires every `<button data-copy="ID">`: a click copies the text of `#ID`. */
export function wireCopyButtons(root: ParentNode = document): void {
  for (const button of root.querySelectorAll<HTMLButtonElement>(
    'button[data-copy]',
  )) {
    button.addEventListener('click', () => void copy(button));
  }
}

async function copy(button: HTMLButtonElement): Promise<void> {
  const source = document.getElementById(button.dataset['copy'] ?? '');
  if (!source) return;
  const before = button.textContent;
  if (await write(source.textContent ?? '')) {
    button.textContent = 'Copied';
  } else {
    // No clipboard here (an old browser, or no https): mark the text instead,
    // so that one key press is left to do.
    getSelection()?.selectAllChildren(source);
    button.textContent = 'Press Ctrl+C';
  }
  button.disabled = false;
  setTimeout(() => {
    button.textContent = before;
  }, kShownFor);
}

async function write(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
