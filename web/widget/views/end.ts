// The end: what there is to do for somebody who is done.
import type { ActionView, StepView } from '../../engine/types.ts';
import { h, hidden, icon } from '../dom.ts';
import { linkTarget } from '../links.ts';
import type { Frame } from './view.ts';

const kOut = 'M8 6h10v10M18 6L6 18';

/** The actions of an end; links that are not safe are left out. */
export function endActions(step: StepView, frame: Frame): Node[] {
  const nodes = (step.actions ?? []).flatMap((action) =>
    action.kind === 'copy' ? copy(action, frame) : link(action, frame),
  );
  return nodes.length ? [h('div', { class: 'asks' }, ...nodes)] : [];
}

function link({ kind, text, url }: ActionView, { say }: Frame): Node[] {
  const href = linkTarget(url ?? '');
  if (!href) return [];
  return [
    h(
      'a',
      {
        class: 'button',
        part: `action action-${kind}`,
        href,
        target: '_blank',
        rel: 'noopener noreferrer',
      },
      text,
      icon(kOut),
      hidden(` (${say('window')})`),
    ),
  ];
}

function copy({ text, code = '' }: ActionView, frame: Frame): Node[] {
  const shown = h('code', { part: 'code' }, code);
  const label = frame.say('copy');
  const button = h('button', { type: 'button', class: 'quiet' }, label);
  button.addEventListener('click', async () => {
    try {
      await navigator.clipboard.writeText(code);
      button.textContent = frame.say('copied');
      frame.announce(frame.say('copied'));
    } catch {
      // Not allowed here: the code is marked, ready for the keyboard's copy.
      getSelection()?.selectAllChildren(shown);
    }
  });
  return [
    h(
      'div',
      { class: 'code', part: 'action action-copy' },
      text,
      shown,
      button,
    ),
  ];
}
