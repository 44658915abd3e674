// A dialog over the page, closed by Escape, by its button, or by a click
// beside it; the focus goes back to where it was.
import { h } from '../widget/dom.ts';
import { freshName, tool } from './ui.ts';

export interface Dialog {
  readonly node: HTMLDialogElement;
  close(): void;
}

export function openDialog(
  title: string,
  content: readonly (Node | string)[],
  kind = '',
): Dialog {
  const id = freshName('dialog');
  const body = h('div', { class: 'dialog-body' }, ...content);
  // What is only read is scrolled by keys too.
  if (!body.querySelector('button, input, textarea, select')) {
    body.tabIndex = 0;
  }
  const node = h(
    'dialog',
    {
      class: `dialog ${kind}`,
      'aria-labelledby': id,
      click: (event: MouseEvent) => {
        if (event.target === node) node.close();
      },
      close: () => node.remove(),
    },
    h(
      'div',
      { class: 'dialog-head' },
      h('h2', { id }, title),
      tool('Close', () => node.close(), { icon: 'close', bare: true }),
    ),
    body,
  );
  document.body.append(node);
  node.showModal();
  return { node, close: () => node.close() };
}

const kShown = 8000;

/** A line at the bottom that goes away by itself, with one thing to do. */
export function makeToasts(host: HTMLElement) {
  const live = h('div', { class: 'toasts', role: 'status' });
  host.append(live);
  return (
    text: string,
    act?: readonly [words: string, run: () => void],
  ): void => {
    const node = h('div', { class: 'toast' }, h('span', {}, text));
    const remove = (): void => {
      clearTimeout(timer);
      node.remove();
    };
    if (act) {
      node.append(
        tool(act[0], () => {
          remove();
          act[1]();
        }),
      );
    }
    node.append(tool('Close', remove, { icon: 'close', bare: true }));
    live.replaceChildren(node);
    let timer = setTimeout(remove, kShown);
    // It stays while somebody is on it.
    node.addEventListener('pointerenter', () => clearTimeout(timer));
    node.addEventListener('focusin', () => clearTimeout(timer));
    node.addEventListener('pointerleave', () => {
      timer = setTimeout(remove, kShown);
    });
  };
}

/** A field with code to be copied. */
export function copyBox(
  label: string,
  text: string,
  noted: (done: boolean) => void,
) {
  const code = h('code', {}, text);
  const copy = tool(
    'Copy',
    async () => {
      try {
        await navigator.clipboard.writeText(code.textContent ?? '');
        copy.querySelector('span')?.replaceChildren('Copied');
        noted(true);
      } catch {
        getSelection()?.selectAllChildren(code);
        copy.querySelector('span')?.replaceChildren('Press Ctrl+C');
        noted(false);
      }
    },
    { class: 'primary' },
  );
  const node = h(
    'div',
    { class: 'copy-box' },
    h('pre', { tabindex: 0, role: 'group', 'aria-label': label }, code),
    copy,
  );
  return {
    node,
    set(next: string): void {
      code.textContent = next;
      copy.querySelector('span')?.replaceChildren('Copy');
    },
  };
}
