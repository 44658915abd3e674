// A comment in one's own words.
import { h } from '../dom.ts';
import { M } from '../messages.ts';
import type { MakeView } from './view.ts';

export const textView: MakeView = (
  { maxLength: most = 2000, placeholder, optional },
  former,
  { say, number, changed, announce },
) => {
  const area = h('textarea.input', {
    rows: 3,
    placeholder,
    'aria-labelledby': 'question',
    'aria-describedby': 'help error left',
    'aria-required': !optional,
    dir: 'auto',
    input: () => {
      count();
      changed();
    },
  });
  area.value = typeof former === 'string' ? former : '';
  // The box is as high as this copy of what is in it (styles.css).
  const grow = h('div.grow', {}, area);
  const counter = h('p.counter', { id: 'left' });

  // Nothing is cut off while somebody writes or pastes; what is too long is
  // said, and stays until it is shortened.
  const left = () => most - [...area.value].length;
  const text = () => say(M.left, number(left()));
  let said = most;
  const count = () => {
    grow.dataset['text'] = area.value;
    const now = left();
    counter.textContent = now <= most * 0.2 ? text() : '';
    counter.classList.toggle('over', now < 0);
    // Out loud only when nine tenths are used, and when all is.
    for (const mark of [most * 0.1, 0]) {
      if (now <= mark && said > mark) announce(text());
    }
    said = now;
  };
  count();
  return {
    node: h('div', {}, grow, counter),
    control: area,
    value: () => area.value.trim() || undefined,
    problem: () => left() < 0 && [text(), area],
  };
};
