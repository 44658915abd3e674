// The place of the code editor: the editor itself is loaded when it is first
// looked at; where it cannot be, a plain field does the same.
import { h } from '../../widget/dom.ts';
import type { Findings } from '../findings.ts';
import type { State, Store } from '../store.ts';
import { setValue } from '../../shared/ui.ts';

export interface CodeView {
  update(state: State, findings: Findings): void;
  focus(): void;
}

/** The plain field, for when the editor is on its way or cannot come. */
function plainCode(host: HTMLElement, store: Store): CodeView {
  const area = h('textarea', {
    class: 'plain-code',
    'aria-label': 'The survey as JSON',
    spellcheck: 'false',
    autocomplete: 'off',
    autocapitalize: 'off',
    input: () =>
      store.setText(area.value, { label: 'Type in the code', group: 'code' }),
  });
  host.replaceChildren(area);
  return {
    update: ({ reading }) => setValue(area, reading.text),
    focus: () => area.focus(),
  };
}

export function makeCode(host: HTMLElement, store: Store): CodeView {
  let view: CodeView | undefined;
  let loading = false;
  let latest: [State, Findings] | undefined;
  let wantsFocus = false;

  async function load(): Promise<void> {
    loading = true;
    try {
      const { makeEditor } = await import('./editor.ts');
      view = makeEditor(host, store);
    } catch (error) {
      console.warn('The code editor could not be loaded:', error);
      view = plainCode(host, store);
    }
    if (latest) view.update(...latest);
    if (wantsFocus) view.focus();
  }

  return {
    update(state, findings) {
      latest = [state, findings];
      if (view) view.update(state, findings);
      else if (!loading && host.checkVisibility()) {
        host.replaceChildren(
          h('p', { class: 'quiet wait' }, 'Loading the editor…'),
        );
        void load();
      }
    },
    focus() {
      wantsFocus = !view;
      view?.focus();
    },
  };
}

/** Loads the editor while nothing else is to do, so that it is there offline. */
export const fetchEditor = (): Promise<unknown> => import('./editor.ts');
