// The scales: 0 to 10, and ratings by numbers, stars or faces. Native radios,
// each as large as its cell; arrows and Space are the browser's.
import { h, icon } from '../dom.ts';
import { digitReader } from '../keys.ts';
import { M } from '../messages.ts';
import { group, type MakeView } from './view.ts';

const kStar =
  'M12 3.2l2.7 5.6 6.1.8-4.5 4.3 1.1 6.1-5.4-3-5.4 3 1.1-6.1L3.2 9.6l6.1-.8z';
const kFace = 'M21 12a9 9 0 1 1-18 0a9 9 0 1 1 18 0M9 9v1M15 9v1';

export const scaleView: MakeView = (
  { type, points = 5, style, low = '', high = '', optional },
  former,
  { say, number, changed },
) => {
  const nps = type === 'nps';
  const from = nps ? 0 : 1;
  const to = nps ? 10 : points;
  const drawn = nps || style === 'numbers' ? undefined : style;
  const radios: HTMLInputElement[] = [];
  const cells = h('div.cells');
  for (let point = from; point <= to; point++) {
    // The words at an end are part of that point's name.
    const words = point === from ? low : point === to ? high : '';
    const shown = number(point);
    const radio = h('input', {
      type: 'radio',
      name: 'point',
      checked: point === former,
      'aria-label':
        (drawn ? say(M.point, shown, number(to)) : shown) +
        (words && `, ${words}`),
    });
    radios.push(radio);
    cells.append(
      h(
        'label.cell.option',
        {},
        radio,
        drawn
          ? icon(drawn === 'stars' ? kStar : face(point, to))
          : h('span', {}, shown),
      ),
    );
  }
  const count = radios.length;
  const long = count > 7;
  // Narrow, a long scale breaks into two rows: 0-5 and 6-10.
  const row = long ? Math.ceil(count / 2) : count;
  const read = digitReader(from, to);
  const node = group(
    `scale${drawn ? `.drawn.${drawn}` : ''}${long ? '.long' : ''}`,
    {
      role: 'radiogroup',
      'aria-describedby': 'low high help error',
      'aria-required': !optional,
      '--n': count,
      '--m': row,
      '--spare': long ? 2 * row - count : 0,
      change: changed,
      keydown: (event: KeyboardEvent) => {
        if (event.ctrlKey || event.altKey || event.metaKey) return;
        const point = read(event.key, event.timeStamp);
        const radio = point === undefined ? undefined : radios[point - from];
        if (!radio) return;
        event.preventDefault();
        radio.checked = true;
        radio.focus();
        changed();
      },
    },
    h('span.end.low', { id: 'low' }, low),
    cells,
    h('span.end.high', { id: 'high' }, high),
  );
  return {
    node,
    value: () => {
      const chosen = radios.findIndex((radio) => radio.checked);
      return chosen < 0 ? undefined : chosen + from;
    },
  };
};

/** A face whose mouth goes from a frown to a smile in equal steps. */
function face(point: number, points: number): string {
  const smile = (6 * (point - 1)) / (points - 1) - 3;
  const corners = 15 - smile / 2;
  return `${kFace}M8 ${corners}Q12 ${15 + 1.5 * smile} 16 ${corners}`;
}
