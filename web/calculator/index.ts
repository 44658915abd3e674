// The calculator: counts, pasted scores or a file; an honest score at once.
import { loadAnalysis } from '../engine/analysis.ts';
import { makeToasts } from '../shared/dialog.ts';
import { byId } from '../shared/page.ts';
import { drawThemeSwitch } from '../site/theme.ts';
import { h } from '../widget/dom.ts';
import { runCalculator } from './calculator.ts';
import { makeFigures } from './figures.ts';

drawThemeSwitch();
const main = byId('main');
try {
  const figures = makeFigures(await loadAnalysis());
  const toast = makeToasts(main);
  const calculator = await runCalculator(
    {
      actions: byId('actions'),
      inputs: byId('inputs'),
      results: byId('results'),
    },
    figures,
    (text) => toast(text),
  );
  await calculator.openLink();
  addEventListener('hashchange', () => void calculator.openLink());
} catch (error) {
  main.append(
    h(
      'p',
      { class: 'banner', role: 'alert' },
      `The calculator could not start: ${error instanceof Error ? error.message : error}. Load the page again, or try another browser.`,
    ),
  );
  reportError(error);
}
