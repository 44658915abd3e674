// Moving a row by its handle: a line shows where it would go.

/** The function starts a drag of row `from`; `moved` is told the end of it. */
export function makeDrag(
  list: HTMLElement,
  moved: (from: number, to: number) => void,
): (from: number, event: PointerEvent) => void {
  return (from, event) => {
    const grip = event.currentTarget;
    if (event.button !== 0 || !(grip instanceof HTMLElement)) return;
    event.preventDefault();
    grip.setPointerCapture(event.pointerId);
    const rows = [...list.children] as HTMLElement[];
    let to = from;

    const mark = (): void => {
      rows.forEach((row, i) => {
        row.classList.toggle('dragged', i === from);
        row.classList.toggle('drop-before', i === to && to < from);
        row.classList.toggle('drop-after', i === to && to > from);
      });
    };
    const over = ({ clientY }: PointerEvent): void => {
      const past = rows.filter((row) => {
        const { top, height } = row.getBoundingClientRect();
        return clientY > top + height / 2;
      }).length;
      to = Math.max(0, past > from ? past - 1 : past);
      mark();
      // The list goes on under the pointer near its ends.
      const scroller = list.closest('.scroll');
      if (scroller) {
        const { top, bottom } = scroller.getBoundingClientRect();
        if (clientY < top + 40) scroller.scrollTop -= 12;
        if (clientY > bottom - 40) scroller.scrollTop += 12;
      }
    };
    const end = (): void => {
      grip.removeEventListener('pointermove', over);
      grip.removeEventListener('pointerup', drop);
      grip.removeEventListener('pointercancel', cancel);
      removeEventListener('keydown', key, true);
      for (const row of rows) {
        row.classList.remove('dragged', 'drop-before', 'drop-after');
      }
    };
    const cancel = (): void => end();
    const drop = (): void => {
      end();
      if (to !== from) moved(from, to);
    };
    const key = (pressed: KeyboardEvent): void => {
      if (pressed.key !== 'Escape') return;
      pressed.stopPropagation();
      end();
    };
    grip.addEventListener('pointermove', over);
    grip.addEventListener('pointerup', drop);
    grip.addEventListener('pointercancel', cancel);
    addEventListener('keydown', key, true);
    mark();
  };
}
