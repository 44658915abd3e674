// Runs in each page before anything else. Tells the bench, by the binding
// `loopletBench`, when a frame has eleven options in it, and how many frames
// after the click on the button the next question came.
(() => {
  const tell = (message) => globalThis.loopletBench(JSON.stringify(message));
  const long = [];
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) long.push(duration);
  }).observe({ type: 'longtask', buffered: true });

  /** Runs `done` after the frame that is being made. */
  const afterFrame = (done) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = done;
    port2.postMessage(0);
  };
  const center = (node) => {
    const { x, y, width, height } = node.getBoundingClientRect();
    return [x + width / 2, y + height / 2];
  };

  const isEmpty = location.pathname === '/empty.html';
  let root;
  function findQuestion() {
    root ??= document.querySelector('floor-survey, looplet-survey')?.shadowRoot;
    const radios = root?.querySelectorAll('input[type=radio]');
    const isThere = isEmpty
      ? document.readyState === 'complete'
      : radios?.length === 11 && radios[10].getBoundingClientRect().width > 0;
    if (!isThere) return requestAnimationFrame(findQuestion);
    afterFrame(() => {
      const visible = performance.now();
      const points = isEmpty
        ? {}
        : {
            three: center(radios[3]),
            next: center(
              root.querySelector('button:not([hidden]):last-of-type'),
            ),
          };
      tell({ visible, ...points });
    });
  }
  requestAnimationFrame(findQuestion);

  let frames = 0;
  function findFollowUp(clicked, handled) {
    frames += 1;
    const words = root.querySelector('textarea');
    if (!words || words.getBoundingClientRect().width === 0) {
      return requestAnimationFrame(() => findFollowUp(clicked, handled));
    }
    afterFrame(() =>
      tell({ frames, long, handled, shown: performance.now() - clicked }),
    );
  }
  addEventListener(
    'click',
    (event) => {
      if (!event.composedPath().some((node) => node.localName === 'button')) {
        return;
      }
      const begun = performance.now();
      let handled = 0;
      requestAnimationFrame(() => findFollowUp(event.timeStamp, handled));
      // The page's own listeners are done when the event has come back up.
      addEventListener(
        'click',
        () => {
          handled = performance.now() - begun;
        },
        { once: true },
      );
    },
    { capture: true },
  );
})();
