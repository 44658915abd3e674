// The start page: the survey, its running score, and three things to try.
import { loadEngine } from '../engine/survey.ts';
import { h } from '../widget/dom.ts';
import { wireCopyButtons } from './copy.ts';
import { drawFaultDemo } from './fault_demo.ts';
import { drawIntervalDemo } from './interval_demo.ts';
import { drawOfflineDemo } from './offline_demo.ts';
import { runScore } from './running_score.ts';
import { drawThemeSwitch } from './theme.ts';

const kTally = '/v1/surveys/saas-relationship/tally';

function byId(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (!found) throw new Error(`The page has no #${id}.`);
  return found;
}

drawThemeSwitch();
wireCopyButtons();
drawOfflineDemo(byId('offline'));

try {
  const engine = await loadEngine();
  runScore(engine, byId('survey'), byId('score'), kTally);
  drawFaultDemo(engine, byId('fault'));
  drawIntervalDemo(engine, byId('interval'));
  byId('version').textContent = `Version ${engine.about().version}.`;
} catch (error) {
  for (const id of ['score', 'fault', 'interval']) {
    byId(id).replaceChildren(
      h(
        'p',
        { class: 'quiet' },
        'The engine could not be started here, so there is nothing to show.',
      ),
    );
  }
  throw error;
}
