// Counts typed by hand: three groups, or each score from 0 to 10.
import { setText } from '../../shared/ui.ts';
import { h } from '../../widget/dom.ts';
import type { Counts, Estimate } from '../../engine/types.ts';
import { countFields, groupFields } from './group_fields.ts';

export function countsInput(changed: (counts: Counts | null) => void) {
  const groups = groupFields('Answers by group', changed);
  const scores = countFields(
    'Answers by score',
    Array.from({ length: 11 }, (_, score) => ({ words: String(score) })),
    (counts) => changed(counts && { scores: counts }),
    'eleven',
  );
  scores.node.hidden = true;
  const byScore = h('input', {
    type: 'checkbox',
    change: () => {
      scores.node.hidden = !byScore.checked;
      groups.node.hidden = byScore.checked;
    },
  });
  // The result's own sentence is read out; this one is only seen.
  const mini = h('p', { class: 'mini', 'aria-hidden': true });
  const node = h(
    'section',
    { class: 'input-part', 'aria-labelledby': 'counts-title' },
    h('h2', { id: 'counts-title' }, 'Type counts'),
    groups.node,
    scores.node,
    h('label', { class: 'check' }, byScore, 'Each score from 0 to 10'),
    mini,
  );
  return {
    node,
    /** The score, for where the results are out of sight. */
    say: (text: string): void => setText(mini, text),
    set(counts: Counts | null, estimate: Estimate | null): void {
      groups.set(estimate);
      scores.set(counts && 'scores' in counts ? counts.scores : null);
    },
  };
}
