// The calculator's own logic: what is searched for, read and refused.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { markedPieces } from '../../web/calculator/cards/comments.ts';
import { axisOf } from '../../web/calculator/charts/canvas.ts';
import { makeFigures } from '../../web/calculator/figures.ts';
import { readCount } from '../../web/calculator/inputs/group_fields.ts';
import { readShare } from '../../web/calculator/inputs/mix_fields.ts';
import { readScores } from '../../web/calculator/inputs/paste.ts';
import { kFirstModel, type Model } from '../../web/calculator/model.ts';
import { readSnapshot, takeSnapshot } from '../../web/calculator/snapshot.ts';
import {
  chance,
  headline,
  signed,
  tenths,
} from '../../web/calculator/words.ts';
import { loadAnalysis } from '../../web/engine/analysis.ts';

const figures = makeFigures(await loadAnalysis());

test('the headline says the score, its interval and the answers', () => {
  const counts = { promoters: 15, passives: 13, detractors: 8 };
  const estimate = figures.estimate(counts, 0.95);
  assert.ok(estimate);
  // Tango's interval by PropCIs: -0.0676974640 to 0.4286696850.
  assert.equal(
    headline(estimate),
    'NPS 19, 95 % between \u22127 and 43, 36 answers',
  );
});

/** The fewest people by trying one after the other, in whole numbers. */
function brute(
  [p, a, d]: [number, number, number],
  goal: number,
  most: number,
  move: [number, number, number],
): number | null {
  for (let k = 0; k <= most; k += 1) {
    const [promoters, passives, detractors] = [p, a, d].map(
      (count, at) => count + k * (move[at] ?? 0),
    ) as [number, number, number];
    const n = promoters + passives + detractors;
    if (100 * (promoters - detractors) >= goal * n) return k;
  }
  return null;
}

test('ways to a goal are the fewest people, as trying all of them says', () => {
  for (const from of [
    [50, 20, 14],
    [0, 0, 1],
    [3, 40, 2],
    [10, 0, 90],
  ] as [number, number, number][]) {
    const [promoters, passives, detractors] = from;
    for (const goal of [-20, 0, 43, 50, 75, 99, 100]) {
      const ways = figures.goal({ promoters, passives, detractors }, goal);
      assert.ok(ways);
      assert.deepEqual(
        [
          ways.promotersToWin,
          ways.passivesToPromoters,
          ways.detractorsToPassives,
          ways.detractorsToPromoters,
        ],
        [
          brute(from, goal, 30_000, [1, 0, 0]),
          brute(from, goal, passives, [1, -1, 0]),
          brute(from, goal, detractors, [0, 1, -1]),
          brute(from, goal, detractors, [1, 0, -1]),
        ],
        `${from} to ${goal}`,
      );
    }
  }
});

test('pasted scores: lists, lines with words, blanks, and what is no score', () => {
  const found = readScores(
    '9 10, 8\r\n10 - Extremely likely\n\n11\nfoo\n7,5\n3;\n0\t0',
    figures.parse,
  );
  assert.deepEqual(found.scores, [2, 0, 0, 1, 0, 0, 0, 0, 1, 1, 2]);
  assert.equal(found.scored, 7);
  assert.deepEqual(
    found.dropped.map(({ line, raw, reason }) => [line, raw, reason]),
    [
      [4, '11', 'not from 0 to 10'],
      [5, 'foo', 'not a score'],
      [6, '7,5', 'not a whole number'],
    ],
  );
});

test('counts are read as people write them', () => {
  assert.equal(readCount(''), 0);
  assert.equal(readCount('1,234'), 1234);
  assert.equal(readCount('1 234'), 1234);
  assert.equal(readCount("1'234'567"), 1234567);
  for (const text of ['1.5', '12,5', '-3', 'ten', '1e3', '9007199254740992']) {
    assert.equal(readCount(text), null, text);
  }
});

test('shares are read as people write them', () => {
  assert.equal(readShare(''), 0);
  assert.equal(readShare(' 12,5 % '), 12.5);
  assert.equal(readShare('1 200'), 1200);
  for (const text of ['-3', 'half', '1e3', '.', '1.2.3']) {
    assert.ok(Number.isNaN(readShare(text)), text);
  }
});

test('words that told are marked by UTF-16 places, overlaps once', () => {
  const text = '👍 slow and slow';
  const pieces = markedPieces(text, [
    { start: 3, end: 7 },
    { start: 5, end: 11 },
    { start: 12, end: 99 },
  ]);
  assert.equal(pieces.map((piece) => piece.text).join(''), text);
  assert.deepEqual(
    pieces.filter(({ marked }) => marked).map((piece) => piece.text),
    ['slow', ' and', 'slow'],
  );
});

test('an axis is the whole of it, or a part that holds every value', () => {
  assert.deepEqual(axisOf([-90, 80]), {
    low: -100,
    high: 100,
    ticks: [-100, -50, 0, 50, 100],
    cut: false,
  });
  const part = axisOf([12, 47]);
  assert.ok(part.cut && part.low <= 12 && part.high >= 47);
  for (const values of [[100], [-100], [0], []]) {
    const { low, high } = axisOf(values);
    assert.ok(low >= -100 && high <= 100 && low < high, `${values}`);
  }
});

test('numbers as they are read', () => {
  assert.equal(signed(4.4), '+4');
  assert.equal(signed(-0.4), '0');
  assert.equal(tenths(-0.04), '0');
  assert.equal(tenths(-1.25), '\u22121.3');
  assert.equal(chance(0.0004), 'p < 0.001');
});

const model: Model = {
  ...kFirstModel,
  answers: {
    from: 'counts',
    name: 'Ours',
    counts: { promoters: 5, passives: 3, detractors: 2 },
    report: null,
    soFar: false,
  },
  goal: 60,
};

test('a calculation comes back from its text', async () => {
  const text = JSON.stringify(takeSnapshot(model, false));
  const back = await readSnapshot(text, figures);
  assert.deepEqual(back, {
    ...model,
    answers: { ...model.answers, from: 'link' },
  });
});

test('a text that is no calculation is refused whole', async () => {
  const good = JSON.parse(JSON.stringify(takeSnapshot(model, false)));
  for (const bad of [
    'x',
    'null',
    '[]',
    '{"v":2}',
    JSON.stringify({ ...good, counts: { promoters: -1 } }),
    JSON.stringify({ ...good, counts: { scores: [1, 2] } }),
    JSON.stringify({
      ...good,
      counts: { promoters: 0, passives: 0, detractors: 0 },
    }),
    JSON.stringify({ ...good, name: { toString: 'x' } }),
    JSON.stringify({ ...good, confidence: 7 }),
    JSON.stringify({ ...good, goal: 1.5 }),
    JSON.stringify({ ...good, report: {} }),
    JSON.stringify({ ...good, report: { estimate: null, themes: 'no' } }),
  ]) {
    assert.equal(await readSnapshot(bad, figures), null, bad);
  }
});
