// The bar over the panes: which draft this is, whether it is kept, and what
// can be done with all of it.
import { h } from '../widget/dom.ts';
import type { Keeping } from './drafts/drafts.ts';
import type { State } from './store.ts';
import { draw, isApple, setOptions, setText, tool } from '../shared/ui.ts';

export interface ToolbarHooks {
  drafts(): void;
  fresh(): void;
  templates(): void;
  import(): void;
  export(): void;
  share(): void;
  embed(): void;
  undo(): void;
  redo(): void;
  save(): void;
  keys(): void;
  setLocale(tag: string): void;
  addLanguage(): void;
}

export interface ToolbarUpdate {
  readonly state: State;
  readonly name: string;
  readonly keeping: Keeping;
  readonly languages: readonly string[];
  /** There is a saved revision, and nothing has changed since. */
  readonly saved: boolean;
  readonly errors: number;
}

const kKept: { readonly [of in Keeping]: string } = {
  kept: 'Kept on this device',
  waiting: 'Keeping…',
  memory: 'Not kept: export it',
  failed: 'Could not be kept: export it',
};

const kAdd = '+';

export function makeToolbar(host: HTMLElement, hooks: ToolbarHooks) {
  const mod = isApple ? '⌘' : 'Ctrl+';
  const name = h('span', { class: 'draft-name' });
  const kept = h('span', { class: 'kept', role: 'status' });
  const drafts = h(
    'button',
    { type: 'button', class: 'tool draft', click: hooks.drafts },
    h('span', { class: 'hidden' }, 'Drafts: '),
    name,
    draw('menu'),
  );
  const bare = { bare: true } as const;
  const undo = tool('Undo', hooks.undo, { icon: 'undo', ...bare });
  const redo = tool('Redo', hooks.redo, { icon: 'redo', ...bare });
  const save = tool('Save revision', hooks.save, {
    icon: 'save',
    class: 'tool save',
    title: `Later changes are compared with it (${mod}S)`,
  });
  const language = h('select', {
    'aria-label': 'Language of the texts',
    title: 'Language of the texts',
    change: () => {
      if (language.value === kAdd) hooks.addLanguage();
      else hooks.setLocale(language.value);
    },
  });
  const item = (
    words: string,
    run: () => void,
    icon: Parameters<typeof draw>[0],
  ): HTMLElement =>
    tool(
      words,
      () => {
        more.open = false;
        run();
      },
      { icon, class: 'tool menu-item' },
    );
  const more = h(
    'details',
    { class: 'menu file-menu' },
    h('summary', { class: 'tool' }, 'File', draw('menu')),
    h(
      'div',
      { class: 'menu-body' },
      item('New draft', hooks.fresh, 'add'),
      item('Start from a template', hooks.templates, 'template'),
      item('Import', hooks.import, 'upload'),
      item('Export as JSON', hooks.export, 'download'),
      item('Drafts on this device', hooks.drafts, 'drafts'),
      item('Keyboard shortcuts', hooks.keys, 'keys'),
    ),
  );
  // A menu closes by Escape, and when the focus or the pointer leaves it.
  more.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !more.open) return;
    more.open = false;
    more.querySelector('summary')?.focus();
  });
  document.addEventListener('pointerdown', ({ target }) => {
    for (const menu of document.querySelectorAll<HTMLDetailsElement>(
      'details.menu[open]',
    )) {
      if (!(target instanceof Node && menu.contains(target))) menu.open = false;
    }
  });

  host.append(
    h('div', { class: 'bar-start' }, drafts, undo, redo, kept),
    h(
      'div',
      { class: 'bar-end' },
      language,
      more,
      save,
      tool('Share', hooks.share, { icon: 'share' }),
      tool('Embed', hooks.embed, { icon: 'code', class: 'primary' }),
      tool('Shortcuts', hooks.keys, {
        icon: 'keys',
        ...bare,
        class: 'tool keys-tool',
      }),
    ),
  );

  return {
    update({
      state,
      name: of,
      keeping,
      languages,
      saved,
    }: ToolbarUpdate): void {
      setText(name, of);
      setText(kept, kKept[keeping]);
      kept.dataset['kind'] = keeping;
      undo.disabled = state.undo === null;
      redo.disabled = state.redo === null;
      undo.title = `Undo${state.undo ? `: ${state.undo.toLowerCase()}` : ''} (${mod}Z)`;
      redo.title = `Redo${state.redo ? `: ${state.redo.toLowerCase()}` : ''} (${mod}Shift+Z)`;
      save.disabled = saved || state.stale;
      setOptions(
        language,
        [
          ...languages.map((tag) => [tag, tag] as const),
          ...(languages.includes(state.locale)
            ? []
            : [[state.locale, `${state.locale} (new)`] as const]),
          [kAdd, 'Add a language…'],
        ],
        state.locale,
      );
    },
  };
}
