// Keyboard shortcuts of the page; the sheet of them is dialogs/keys.ts.
import { isApple } from '../shared/ui.ts';

export interface KeysHooks {
  undo(): void;
  redo(): void;
  save(): void;
  keys(): void;
  show(name: 'outline' | 'code' | 'flow' | 'preview'): void;
  nextFault(back: boolean): void;
}

const kViews = ['outline', 'code', 'flow', 'preview'] as const;

/** Whether keys, or what is pasted, are text here. A shadow root tells what is inside it. */
export function isWriting(event: Event): boolean {
  const [target] = event.composedPath();
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      target.matches('textarea, select, input:not([type=checkbox])'))
  );
}

export function wireKeys(hooks: KeysHooks): void {
  addEventListener('keydown', (event) => {
    const { key, altKey, shiftKey, code, defaultPrevented } = event;
    const mod = isApple ? event.metaKey : event.ctrlKey;
    if (defaultPrevented || document.querySelector('dialog[open]')) return;
    const lower = key.toLowerCase();
    const act = (): (() => void) | undefined => {
      if (mod && !altKey) {
        if (lower === 's') return hooks.save;
        if (lower === 'z') return shiftKey ? hooks.redo : hooks.undo;
        if (lower === 'y') return hooks.redo;
        return undefined;
      }
      if (altKey && !mod && /^Digit[1-4]$/.test(code)) {
        const view = kViews[Number(code.at(-1)) - 1];
        return view && (() => hooks.show(view));
      }
      if (key === 'F8') return () => hooks.nextFault(shiftKey);
      if (key === '?' && !isWriting(event)) return hooks.keys;
      return undefined;
    };
    const found = act();
    if (!found) return;
    event.preventDefault();
    found();
  });
}
