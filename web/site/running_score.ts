// The survey and its running score, kept in step: the tally comes from the
// collector, every figure from the engine in this page.
import type { SurveyEngine } from '../engine/survey.ts';
import type { Estimate } from '../engine/types.ts';
import type {
  LoopletDeliveryEvent,
  LoopletSubmitEvent,
} from '../widget/events.ts';
import { scorePanel } from './score_panel.ts';
import {
  fetchTally,
  kNoScores,
  type Scores,
  total,
  withAnswer,
} from './tally.ts';

/** Others answer too: how often the tally is asked for while one looks. */
const kEvery = 5000;

const kAlone =
  'No collector answers at this address, so nothing is sent: your answer is counted on this page alone.';
const kPrivate =
  'The collector keeps its tally to itself (--public-tally shows it): your answer is sent, and the score here counts it alone.';
const kLater = 'The collector does not reply at the moment. Trying again.';

/** The estimate of a tally, or null where nobody has answered. */
export function estimateOf(
  engine: SurveyEngine,
  scores: Scores,
): Estimate | null {
  if (total(scores) === 0) return null;
  // A preview carries the estimate before and after; which score is tried
  // does not touch the one before.
  const reply = engine.preview({ baseline: { scores }, score: 0 });
  return reply.ok ? reply.value.before : null;
}

/** Shows the score of `survey` in `place` from now on. */
export function runScore(
  engine: SurveyEngine,
  survey: HTMLElement,
  place: HTMLElement,
  tallyUrl: string,
): void {
  const draw = scorePanel(place);
  let scores = kNoScores;
  let mine: number | null = null;
  let sent: { id: string; score: number | null } | undefined;
  let note = '';
  /** Whether the tally of others will never be known here. */
  let alone = false;

  const show = (): void => {
    draw({ scores, estimate: estimateOf(engine, scores), mine, note });
    survey.setAttribute('baseline', JSON.stringify({ scores }));
  };

  const refresh = async (): Promise<void> => {
    if (alone) return;
    const tally = await fetchTally(tallyUrl);
    if (tally.kind === 'counted') {
      scores = tally.scores;
      note = '';
    } else if (tally.kind === 'unreachable') {
      note = kLater;
    } else if (tally.kind === 'private') {
      alone = true;
      note = kPrivate;
    } else {
      // Without a collector there is nothing to deliver to; an answer that
      // waited here for ever would be a false promise.
      alone = true;
      note = kAlone;
      survey.removeAttribute('endpoint');
    }
    show();
  };

  survey.addEventListener('looplet-submit', (event) => {
    const { id, score } = (event as LoopletSubmitEvent).record;
    sent = { id, score: score ?? null };
    if (!alone) return;
    mine = sent.score;
    if (mine !== null) scores = withAnswer(scores, mine);
    show();
  });
  survey.addEventListener('looplet-delivery', (event) => {
    const { id, status } = event as LoopletDeliveryEvent;
    if (status !== 'delivered') return;
    // Only now is it among those that the collector counts.
    if (id === sent?.id) mine = sent.score;
    void refresh();
  });
  document.addEventListener('visibilitychange', () => {
    if (!document.hidden) void refresh();
  });
  setInterval(() => {
    if (!document.hidden) void refresh();
  }, kEvery);
  show();
  void refresh();
}
