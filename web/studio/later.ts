// Files that are needed later are fetched when nothing else is to do, so that
// the page works without a connection from then on.
import { fetchEditor } from './editor/code.ts';
import type { Engine } from './interfaces.ts';
import { fetchPanels } from './middle.ts';
import { fetchTemplates } from './templates.ts';

export function fetchLater(engine: Engine): void {
  const run = async (): Promise<void> => {
    try {
      await fetchPanels();
      engine.prepare();
      await fetchEditor();
      await fetchTemplates();
    } catch {
      // What did not come is asked for again when it is needed.
    }
  };
  if ('requestIdleCallback' in globalThis) {
    requestIdleCallback(() => void run(), { timeout: 4000 });
  } else setTimeout(() => void run(), 2000);
}
