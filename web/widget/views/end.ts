// The end: what there is to do for somebody who is done.
import type { StepView } from '../../engine/types.ts';
import { h, hidden, icon } from '../dom.ts';
import { linkTarget } from '../links.ts';
import { M, type Say } from '../messages.ts';

/** An address that opens beside the page and learns nothing of it. */
export const link = (
  name: string,
  href: string,
  ...children: (Node | string)[]
): HTMLElement =>
  h(
    `a${name}`,
    { href, target: '_blank', rel: 'noopener noreferrer' },
    ...children,
  );

/** The actions of an end; links that are not safe are left out. */
export function endActions(
  { actions = [] }: StepView,
  say: Say,
  announce: (text: string) => void,
): Node[] {
  const nodes = actions.flatMap(({ kind, text, url = '', code = '' }) => {
    const name = `.action.action-${kind}`;
    if (kind !== 'copy') {
      const href = linkTarget(url);
      const out = icon('M8 6h10v10M18 6L6 18');
      const hint = hidden(` (${say(M.window)})`);
      return href ? [link(`.button${name}`, href, text, out, hint)] : [];
    }
    const shown = h('code.code', {}, code);
    const button = h(
      'button.button.quiet',
      {
        type: 'button',
        click: async () => {
          try {
            await navigator.clipboard.writeText(code);
            button.textContent = say(M.copied);
            announce(say(M.copied));
          } catch {
            // Not allowed here: the code is marked, ready for the keyboard.
            getSelection()?.selectAllChildren(shown);
          }
        },
      },
      say(M.copy),
    );
    return [h(`div${name}`, {}, text, shown, button)];
  });
  return nodes.length ? [h('div.asks', {}, ...nodes)] : [];
}
