// The scales: 0 to 10, and ratings by numbers, stars or faces. Native radios,
// each as large as its cell; arrows and Space are the browser's.
import type { Answer, StepView } from '../../engine/types.ts';
import { h, hidden, icon } from '../dom.ts';
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

  const radios: HTMLInputElement[] = [];
  const cells = h('div', { class: 'cells' });
  for (let point = low; point <= high; point++) {
    const radio = h('input', {
      type: 'radio',
      name: 'point',
      value: point,
      checked: point === former,
    });
    radios.push(radio);
    cells.append(
      h(
        'label',
        { class: 'cell', part: 'option' },
        radio,
        ...face(drawn, point, high, frame),
        ...end(point === low ? step.low : point === high ? step.high : ''),
      ),
    );
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

/** What is seen in a cell, with the number for those who listen. */
function face(
  drawn: 'stars' | 'smileys' | undefined,
  point: number,
  points: number,
  { number, say }: Frame,
): Node[] {
  if (!drawn) return [h('span', {}, number(point))];
  // The mouth goes from a frown to a smile in equal steps.
  const mouth = 15 + 3 * (2 * ((point - 1) / (points - 1)) - 1);
  const ends = 30 - mouth;
  const path =
    drawn === 'stars'
      ? kStar
      : `${kFace}M8 ${(ends + 15) / 2}Q12 ${mouth + (mouth - 15) / 2} 16 ${(ends + 15) / 2}`;
  const name = say('point', { a: number(point), b: number(points) });
  return [icon(path), hidden(name)];
}

/** The words at an end of the scale are part of that point's name. */
const end = (text: string | undefined): Node[] =>
  text ? [hidden(`, ${text}`)] : [];
