// Files that are needed later are fetched when nothing else is to do, so that
// the page works without a connection from then on.
import { fetchEditor } from './editor/code.ts';
import { fetchPanels } from './middle.ts';

export function fetchLater(): void {
  const run = (): void => {
    // One that does not come is asked for again when it is needed.
    void fetchEditor()
      .then(fetchPanels)
      .catch(() => {});
  };
  if ('requestIdleCallback' in globalThis) {
    requestIdleCallback(run, { timeout: 4000 });
  } else setTimeout(run, 2000);
}
