// The scales: 0 to 10, and ratings by numbers, stars or faces. Native radios,
// each as large as its cell; arrows and Space are the browser's.
import type { Answer, StepView } from '../../engine/types.ts';
import { h, icon } from '../dom.ts';
import { digitReader } from '../keys.ts';
import { type Frame, kDescribed, kQuestion, type View } from './view.ts';

const kStar =
  'M12 3.2l2.7 5.6 6.1.8-4.5 4.3 1.1 6.1-5.4-3-5.4 3 1.1-6.1L3.2 9.6l6.1-.8z';
const kFace = 'M21 12a9 9 0 1 1-18 0a9 9 0 1 1 18 0M9 9v1M15 9v1';

export function scaleView(
  step: StepView,
  former: Answer | undefined,
  frame: Frame,
): View {
  const nps = step.type === 'nps';
  const low = nps ? 0 : 1;
  const high = nps ? 10 : (step.points ?? 5);
  const drawn = nps || step.style === 'numbers' ? undefined : step.style;

  const { number, say } = frame;
  const of = (point: number) =>
    say('point', { a: number(point), b: number(high) });

  const radios: HTMLInputElement[] = [];
  const cells = h('div', { class: 'cells' });
  for (let point = low; point <= high; point++) {
    // The words at an end are part of that point's name.
    const words = point === low ? step.low : point === high ? step.high : '';
    const radio = h('input', {
      type: 'radio',
      name: 'point',
      value: point,
      checked: point === former,
      'aria-label':
        (drawn ? of(point) : number(point)) + (words ? `, ${words}` : ''),
    });
    radios.push(radio);
    const seen = drawn
      ? icon(drawn === 'stars' ? kStar : face(point, high))
      : h('span', {}, number(point));
    cells.append(h('label', { class: 'cell', part: 'option' }, radio, seen));
  }
  const count = high - low + 1;
  // Narrow, a long scale breaks into two rows: 0-5 and 6-10.
  const row = count > 7 ? Math.ceil(count / 2) : count;

  const group = h(
    'fieldset',
    {
      class: `scale ${drawn ? `drawn ${drawn}` : ''} ${count > 7 ? 'long' : ''}`,
      role: 'radiogroup',
      'aria-labelledby': kQuestion,
      'aria-describedby': `low high ${kDescribed}`,
      'aria-required': !step.optional && 'true',
      part: 'scale',
      change: frame.changed,
    },
    h('span', { id: 'low', class: 'end low' }, step.low ?? ''),
    cells,
    h('span', { id: 'high', class: 'end high' }, step.high ?? ''),
  );

  group.style.setProperty('--n', String(count));
  group.style.setProperty('--m', String(row));
  group.style.setProperty('--spare', String(count > 7 ? 2 * row - count : 0));

  const read = digitReader(low, high);
  group.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const point = read(event.key, event.timeStamp);
    const radio = point === undefined ? undefined : radios[point - low];
    if (!radio) return;
    event.preventDefault();
    radio.checked = true;
    radio.focus();
    frame.changed();
  });

  const chosen = () => radios.find((radio) => radio.checked);
  return {
    nodes: [group],
    get first() {
      return chosen() ?? radios[0];
    },
    control: group,
    value: () => {
      const radio = chosen();
      return radio && Number(radio.value);
    },
  };
}

/** A face whose mouth goes from a frown to a smile in equal steps. */
function face(point: number, points: number): string {
  const smile = (6 * (point - 1)) / (points - 1) - 3;
  const corners = 15 - smile / 2;
  return `${kFace}M8 ${corners}Q12 ${15 + 1.5 * smile} 16 ${corners}`;
}
