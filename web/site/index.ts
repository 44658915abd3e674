// The start page: the survey, its running score, and three things to try.
import { loadEngine } from '../engine/survey.ts';
import { h } from '../widget/dom.ts';
import { againButton } from './again.ts';
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
byId('try').after(againButton(byId('survey')));

/** Draws one part; where it cannot be drawn the others still stand. */
async function part(
  id: string,
  draw: (place: HTMLElement) => void | Promise<void>,
): Promise<void> {
  const place = byId(id);
  try {
    await draw(place);
  } catch (error) {
    place.replaceChildren(
      h(
        'p',
        { class: 'quiet' },
        'The engine could not be started here, so there is nothing to show.',
      ),
    );
    reportError(error);
  }
}

const engine = loadEngine();
void part('score', async (place) =>
  runScore(await engine, byId('survey'), place, kTally),
);
void part('fault', async (place) => drawFaultDemo(await engine, place));
void part('interval', async (place) => drawIntervalDemo(await engine, place));
void part('offline', drawOfflineDemo);
