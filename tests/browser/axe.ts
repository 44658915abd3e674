// axe on the page that a case has open.

import axe from 'axe-core';
import type { Page } from './page.ts';

/** Puts axe into the page; a new page needs it anew. */
export async function withAxe(page: Page): Promise<void> {
  // biome-ignore lint/plugin: sent by the driver, where no policy binds
  const install = new Function(`${axe.source}; return true;`);
  await page.evaluate(install as () => boolean);
}

/** Everything axe finds, as lines; empty is good. */
export async function faults(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    // One that is overtaken by another is rejected; it is over all the same.
    await Promise.allSettled(
      document
        .querySelector('looplet-survey')
        ?.shadowRoot?.getAnimations()
        .map((animation) => animation.finished) ?? [],
    );
    const { axe } = globalThis as unknown as {
      axe: typeof import('axe-core');
    };
    const { violations } = await axe.run(document, {
      runOnly: [
        ...['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
        'best-practice',
      ],
    });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) =>
        [id, target.join(' '), failureSummary].join(': '),
      ),
    );
  });
}
