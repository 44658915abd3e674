// Scores pasted from anywhere: a column of a spreadsheet, a list, a line. What
// each piece means is the engine's to say (parseScore); what is no score is
// listed with its line.
import { setText } from '../../shared/ui.ts';
import { h } from '../../widget/dom.ts';
import type { ParsedScore } from '../../engine/types.ts';
import { answers, whole } from '../words.ts';

export interface Dropped {
  readonly line: number;
  readonly raw: string;
  readonly reason: string;
}

export interface Pasted {
  readonly scores: readonly number[];
  readonly scored: number;
  readonly missing: number;
  readonly dropped: readonly Dropped[];
  readonly droppedCount: number;
}

const kListed = 50;

export const kReasons: {
  readonly [of in ParsedScore['disposition']]: string;
} = {
  ok: 'a score',
  missing: 'no answer',
  out_of_range: 'not from 0 to 10',
  non_integer: 'not a whole number',
  unparseable: 'not a score',
};

/** The pieces of a line: its numbers, or the line as one answer. */
function pieces(line: string): string[] {
  const trimmed = line.trim();
  if (trimmed === '') return [];
  // A comma between two numbers may be a decimal: the engine shall say so.
  if (/^\d+,\d+$/.test(trimmed)) return [trimmed];
  const many = trimmed.split(/[\s,;|]+/).filter((piece) => piece !== '');
  return many.length > 1 && many.every((piece) => /^[-+]?\d+$/.test(piece))
    ? many
    : [trimmed.replace(/[,;]+$/, '')];
}

export function readScores(
  text: string,
  parse: (raw: string) => ParsedScore | null,
): Pasted {
  const scores = Array.from({ length: 11 }, () => 0);
  const known = new Map<string, ParsedScore | null>();
  const dropped: Dropped[] = [];
  let [scored, missing, droppedCount] = [0, 0, 0];
  for (const [at, line] of text.split(/\r\n|\r|\n/).entries()) {
    for (const raw of pieces(line)) {
      let parsed = known.get(raw);
      if (parsed === undefined) {
        parsed = parse(raw.slice(0, 1000));
        if (known.size < 10_000) known.set(raw, parsed);
      }
      const score = parsed?.score;
      if (typeof score === 'number') {
        scores[score] = (scores[score] ?? 0) + 1;
        scored += 1;
      } else if (parsed?.disposition === 'missing') missing += 1;
      else {
        droppedCount += 1;
        if (dropped.length < kListed) {
          dropped.push({
            line: at + 1,
            raw: raw.slice(0, 40),
            reason: kReasons[parsed?.disposition ?? 'unparseable'],
          });
        }
      }
    }
  }
  return { scores, scored, missing, dropped, droppedCount };
}

/** What a page reads at once without being stuck. */
const kMost = 2_000_000;

export function pasteInput(
  parse: (raw: string) => ParsedScore | null,
  changed: (scores: readonly number[] | null) => void,
) {
  const area = h('textarea', {
    id: 'paste',
    rows: 3,
    class: 'mono',
    placeholder: '9 10 8 7\n10 - Extremely likely',
    spellcheck: 'false',
    input: () => read(),
  });
  const said = h('p', { class: 'help', role: 'status' });
  const list = h('ul', { class: 'dropped-list' });
  const details = h(
    'details',
    { class: 'dropped', hidden: true },
    h('summary', {}, 'What was left out'),
    list,
  );
  const node = h(
    'section',
    { class: 'input-part', 'aria-labelledby': 'paste-title' },
    h(
      'h2',
      { id: 'paste-title' },
      h('label', { for: 'paste' }, 'Paste scores'),
    ),
    area,
    said,
    details,
  );

  function read(): void {
    const text = area.value;
    if (text.length > kMost) {
      setText(
        said,
        'That is too much to paste. Save it as a file and drop it here.',
      );
      return;
    }
    const found = readScores(text, parse);
    const empty = text.trim() === '';
    const parts = [
      `${answers(found.scored)} read`,
      ...(found.missing > 0 ? [`${whole(found.missing)} blank`] : []),
      ...(found.droppedCount > 0
        ? [`${whole(found.droppedCount)} left out`]
        : []),
    ];
    setText(said, empty ? '' : `${parts.join(', ')}.`);
    details.hidden = found.droppedCount === 0;
    list.replaceChildren(
      ...found.dropped.map(({ line, raw, reason }) =>
        h('li', {}, `Line ${line}: “${raw}” is ${reason}`),
      ),
    );
    changed(found.scored > 0 ? found.scores : null);
  }

  return {
    node,
    clear(): void {
      if (area.value === '' || document.activeElement === area) return;
      area.value = '';
      said.textContent = '';
      details.hidden = true;
    },
  };
}
