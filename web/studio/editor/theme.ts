// The editor in the page's colours, which follow light and dark by themselves.
import { HighlightStyle } from '@codemirror/language';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';

export const highlightStyle = HighlightStyle.define([
  {
    tag: tags.propertyName,
    color: 'light-dark(oklch(0.42 0.13 275), oklch(0.82 0.09 278))',
  },
  {
    tag: tags.string,
    color: 'light-dark(oklch(0.42 0.1 160), oklch(0.82 0.1 160))',
  },
  {
    tag: [tags.number, tags.bool, tags.null],
    color: 'light-dark(oklch(0.46 0.14 40), oklch(0.82 0.11 60))',
  },
  { tag: tags.punctuation, color: 'var(--looplet-muted)' },
]);

const line = '1px solid var(--looplet-line)';

export const theme = EditorView.theme({
  '&': {
    height: '100%',
    color: 'var(--looplet-text)',
    backgroundColor: 'transparent',
    fontSize: '0.8125rem',
  },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': {
    fontFamily: 'ui-monospace, "SF Mono", Menlo, "DejaVu Sans Mono", monospace',
    lineHeight: '1.25rem',
  },
  '.cm-content': { padding: '8px 0', caretColor: 'var(--looplet-accent)' },
  '.cm-cursor': { borderLeftColor: 'var(--looplet-accent)' },
  '&.cm-focused .cm-selectionBackground, .cm-selectionBackground, & > .cm-scroller > .cm-selectionLayer .cm-selectionBackground':
    {
      backgroundColor:
        'color-mix(in oklab, var(--looplet-accent) 22%, transparent)',
    },
  '.cm-gutters': {
    backgroundColor: 'transparent',
    color: 'var(--looplet-muted)',
    borderRight: line,
  },
  '.cm-activeLine, .cm-activeLineGutter': {
    backgroundColor: 'var(--looplet-hover)',
  },
  '.cm-foldPlaceholder': {
    backgroundColor: 'var(--looplet-hover)',
    border: line,
    color: 'inherit',
  },
  '.cm-matchingBracket, &.cm-focused .cm-matchingBracket': {
    backgroundColor: 'transparent',
    outline: '1px solid var(--looplet-border)',
  },
  '.cm-tooltip, .cm-panels': {
    backgroundColor: 'var(--looplet-background)',
    color: 'var(--looplet-text)',
    border: line,
    borderRadius: 'var(--looplet-radius)',
    boxShadow: 'var(--looplet-shadow)',
    fontFamily: 'var(--looplet-font)',
  },
  '.cm-tooltip-autocomplete > ul > li': { padding: '3px 8px !important' },
  '.cm-tooltip-autocomplete > ul > li[aria-selected]': {
    backgroundColor: 'var(--looplet-accent) !important',
    color: 'var(--looplet-on-accent) !important',
  },
  '.cm-completionDetail': {
    fontStyle: 'normal',
    opacity: '0.75',
    paddingInlineStart: '8px',
  },
  '.cm-tooltip.cm-completionInfo': { padding: '6px 8px', maxWidth: '18rem' },
  '.schema-help': { padding: '6px 10px', maxWidth: '22rem' },
  '.limits': { color: 'var(--looplet-muted)', fontSize: '0.75rem' },
  '.cm-diagnostic': {
    padding: '4px 10px',
    borderLeft: '3px solid',
    maxWidth: '30rem',
  },
  '.cm-diagnostic-error': { borderLeftColor: 'var(--looplet-error)' },
  '.cm-diagnostic-warning': { borderLeftColor: 'var(--passive)' },
  '.cm-diagnosticSource': { display: 'none' },
  '.cm-lintRange-error': {
    backgroundImage: 'none',
    textDecoration: 'underline wavy var(--looplet-error)',
    textDecorationSkipInk: 'none',
  },
  '.cm-lintRange-warning': {
    backgroundImage: 'none',
    textDecoration: 'underline wavy var(--passive)',
    textDecorationSkipInk: 'none',
  },
  '.cm-button, .cm-textfield': {
    backgroundImage: 'none',
    backgroundColor: 'transparent',
    color: 'inherit',
    border: '1px solid var(--looplet-border)',
    borderRadius: '4px',
    fontFamily: 'inherit',
  },
});
