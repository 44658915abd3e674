// A comment in one's own words.
import type { Answer, StepView } from '../../engine/types.ts';
import { h } from '../dom.ts';
import { type Frame, kDescribed, kQuestion, type View } from './view.ts';

export function textView(
  step: StepView,
  former: Answer | undefined,
  frame: Frame,
): View {
  const most = step.maxLength ?? 2000;
  const area = h('textarea', {
    class: 'field',
    part: 'input',
    rows: 3,
    placeholder: step.placeholder,
    'aria-labelledby': kQuestion,
    'aria-describedby': `${kDescribed} left`,
    'aria-required': !step.optional && 'true',
    dir: 'auto',
  });
  area.value = typeof former === 'string' ? former : '';
  // The box is as high as this copy of what is in it (styles.css).
  const grow = h('div', { class: 'grow' }, area);
  const counter = h('p', { id: 'left', class: 'left', part: 'counter' });

  // Nothing is cut off while somebody writes or pastes; what is too long is
  // said, and stays until it is shortened.
  const left = () => most - [...area.value].length;
  let said = most;
  const count = () => {
    grow.dataset['text'] = area.value;
    const now = left();
    const text = frame.say('left', { a: frame.number(now) });
    counter.textContent = now <= most * 0.2 ? text : '';
    counter.classList.toggle('over', now < 0);
    // Out loud only when nine tenths are used, and when all is.
    for (const mark of [Math.floor(most * 0.1), 0]) {
      if (now <= mark && said > mark) frame.announce(text);
    }
    said = now;
  };
  area.addEventListener('input', () => {
    count();
    frame.changed();
  });
  count();

  return {
    nodes: [grow, counter],
    first: area,
    control: area,
    value: () => area.value.trim() || undefined,
    problem: () =>
      left() < 0
        ? {
            message: frame.say('left', { a: frame.number(left()) }),
            control: area,
          }
        : undefined,
  };
}
