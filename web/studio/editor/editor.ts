// The JSON of the survey in CodeMirror: completion and help from the schema,
// faults underlined where they stand. The document's own undo is used.
import {
  autocompletion,
  closeBrackets,
  closeBracketsKeymap,
  completionKeymap,
} from '@codemirror/autocomplete';
import { defaultKeymap } from '@codemirror/commands';
import { json } from '@codemirror/lang-json';
import {
  bracketMatching,
  foldGutter,
  foldKeymap,
  syntaxHighlighting,
} from '@codemirror/language';
import { type Diagnostic, lintGutter, setDiagnostics } from '@codemirror/lint';
import { highlightSelectionMatches, searchKeymap } from '@codemirror/search';
import { Annotation, EditorState } from '@codemirror/state';
import {
  drawSelection,
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  hoverTooltip,
  keymap,
  lineNumbers,
} from '@codemirror/view';
import { h } from '../../widget/dom.ts';
import { namesOf, pointerAt, rangeOf } from '../document/json.ts';
import { printJson } from '../document/print.ts';
import type { Finding, Findings } from '../findings.ts';
import { refOf, resolve, schemaAt } from '../outline/schema.ts';
import type { State, Store } from '../store.ts';
import type { CodeView } from './code.ts';
import { complete } from './complete.ts';
import { highlightStyle, theme } from './theme.ts';

/** Marks a change that came from the document, not from the keyboard. */
const fromStore = Annotation.define<boolean>();

export function makeEditor(host: HTMLElement, store: Store): CodeView {
  // In a shadow root CodeMirror's styles are adopted sheets, which the policy
  // allows; in the page they would be <style> elements, which it does not.
  const shell = h('div', { class: 'code-shell' });
  const root = shell.attachShadow({ mode: 'open' });
  host.replaceChildren(shell);

  let state = store.get();
  let turn = state.turn;
  let moving = false;
  let problems: readonly Finding[] | undefined;

  const run = (act: () => unknown) => (): boolean => {
    act();
    return true;
  };
  const editor = new EditorView({
    root,
    parent: root,
    state: EditorState.create({
      doc: state.reading.text,
      extensions: [
        lineNumbers(),
        foldGutter(),
        lintGutter(),
        highlightActiveLine(),
        highlightActiveLineGutter(),
        highlightSelectionMatches(),
        drawSelection(),
        bracketMatching(),
        closeBrackets(),
        EditorState.tabSize.of(2),
        EditorView.lineWrapping,
        json(),
        syntaxHighlighting(highlightStyle),
        theme,
        autocompletion({ override: [complete], icons: false }),
        hoverTooltip((view, at) => help(view, at)),
        keymap.of([
          { key: 'Mod-z', run: run(store.undo), preventDefault: true },
          { key: 'Mod-Shift-z', run: run(store.redo), preventDefault: true },
          { key: 'Mod-y', run: run(store.redo), preventDefault: true },
          { key: 'Shift-Alt-f', run: run(tidy) },
          ...closeBracketsKeymap,
          ...completionKeymap,
          ...foldKeymap,
          ...searchKeymap,
          ...defaultKeymap,
        ]),
        EditorView.contentAttributes.of({
          'aria-label': 'The survey as JSON',
          tabindex: '0',
          spellcheck: 'false',
          autocorrect: 'off',
          autocapitalize: 'off',
        }),
        EditorView.updateListener.of((update) => {
          const ours = update.transactions.some((one) =>
            one.annotation(fromStore),
          );
          if (ours) return;
          if (update.docChanged) {
            store.setText(update.state.doc.toString(), {
              label: 'Type in the code',
              group: 'code',
            });
          } else if (update.selectionSet) follow();
        }),
      ],
    }),
  });

  /** The step that the caret is in is selected in the other views. */
  function follow(): void {
    const { reading, selected } = state;
    const at = editor.state.selection.main.head;
    const [first, index] = namesOf(pointerAt(reading, at));
    const next =
      first === 'steps' && index !== undefined ? Number(index) : null;
    if (next === null || next === selected) return;
    moving = true;
    store.select(next);
    moving = false;
  }

  function tidy(): void {
    const { value } = state.reading;
    if (value === undefined) return;
    store.setText(printJson(value), { label: 'Tidy the code' });
  }

  function help(view: EditorView, at: number) {
    const { reading } = state;
    if (view.state.doc.length !== reading.text.length) return null;
    const pointer = pointerAt(reading, at);
    const names = namesOf(pointer);
    const schema = schemaAt(names, reading.value);
    const range = rangeOf(reading, pointer);
    if (!schema?.description || !range) return null;
    const { minimum, maximum, maxLength, enum: words } = resolve(schema);
    const limits = [
      ...(words ? [words.join(', ')] : []),
      ...(minimum !== undefined ? [`from ${minimum} to ${maximum}`] : []),
      ...(maxLength !== undefined ? [`at most ${maxLength} characters`] : []),
      ...(refOf(schema) === 'LocalText'
        ? ['a text, or one for each language']
        : []),
    ];
    return {
      pos: at,
      above: true,
      create: () => ({
        dom: h(
          'div',
          { class: 'schema-help' },
          h('strong', {}, names.at(-1) ?? ''),
          h('span', {}, ` ${schema.description}`),
          ...limits.map((line) => h('div', { class: 'limits' }, line)),
        ),
      }),
    };
  }

  function showText(text: string): void {
    const old = editor.state.doc.toString();
    if (old === text) return;
    // Only what differs, so that the caret and folded parts stay.
    let from = 0;
    const least = Math.min(old.length, text.length);
    while (from < least && old[from] === text[from]) from++;
    let tail = 0;
    while (
      tail < least - from &&
      old[old.length - 1 - tail] === text[text.length - 1 - tail]
    ) {
      tail++;
    }
    editor.dispatch({
      changes: {
        from,
        to: old.length - tail,
        insert: text.slice(from, text.length - tail),
      },
      annotations: fromStore.of(true),
    });
  }

  function diagnostic(finding: Finding): Diagnostic {
    const { doc } = editor.state;
    const from = Math.min(finding.range?.from ?? 0, doc.length);
    const line = doc.lineAt(from);
    // Of an object only its first line: a page of red says nothing.
    const to = Math.min(finding.range?.to ?? from, line.to);
    return {
      from: to > from ? from : Math.max(line.from, from - 1),
      to: Math.max(to, Math.min(from + 1, doc.length)),
      severity: finding.severity,
      message: finding.witness
        ? `${finding.message}\n${finding.witness}`
        : finding.message,
      source: finding.code,
    };
  }

  function reveal(next: State): void {
    const { reading, selected, where } = next;
    const pointer = where || (selected === null ? '' : `/steps/${selected}`);
    const range = pointer ? rangeOf(reading, pointer) : null;
    if (!range) return;
    editor.dispatch({
      selection: { anchor: range.from, head: where ? range.to : range.from },
      effects: EditorView.scrollIntoView(range.from, { y: 'center' }),
      annotations: fromStore.of(true),
    });
    if (where && host.checkVisibility()) editor.focus();
  }

  return {
    update(next: State, findings: Findings): void {
      state = next;
      showText(next.reading.text);
      if (findings.problems !== problems) {
        problems = findings.problems;
        editor.dispatch(
          setDiagnostics(editor.state, problems.map(diagnostic)),
          { annotations: fromStore.of(true) },
        );
      }
      if (next.turn !== turn) {
        turn = next.turn;
        if (!moving) reveal(next);
      }
    },
    focus: () => editor.focus(),
  };
}
