// A report of a file that comes in byte by byte, as the page reads it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadAnalysis } from '../../web/engine/analysis.ts';

const analysis = await loadAnalysis();
const file = `score,comment,plan,submitted_at
10,"Love it, so easy to use",pro,2026-01-05
3,Support took a week to answer,free,2026-01-09
8,,pro,2026-02-01
nine,It crashes,free,2026-02-03
0,It crashes all the time,,2026-02-04
`;
const options = { by: ['plan'], every: 'month', minGroup: 0 };

test('a file pushed in pieces gives what the call gives', () => {
  const whole = analysis.call('analyze', { csv: file, options });
  assert.ok(whole.ok);
  // One promoter, one passive, two detractors: 100 (1 - 2) / 4.
  assert.equal(whole.value.estimate.npsExact, '-25');
  const opened = analysis.openReport(options);
  assert.ok(opened.ok);
  const bytes = new TextEncoder().encode(file);
  for (let at = 0; at < bytes.length; at += 7) {
    opened.value.push(bytes.subarray(at, at + 7));
  }
  assert.ok(opened.value.peek().ok);
  assert.equal(opened.value.end(), false);
  assert.deepEqual(opened.value.finish(), whole);
  const source = opened.value.source();
  assert.ok(source.ok);
  assert.deepEqual(source.value, whole.value.source);
  opened.value.close();
  assert.equal(opened.value.finish().ok, false);
});

test('more than there is room for at once is read all the same', () => {
  const opened = analysis.openReport({});
  assert.ok(opened.ok);
  const rows = 300_000;
  opened.value.push(
    new TextEncoder().encode(`score,note\n${'9,a b c d e\n'.repeat(rows)}`),
  );
  assert.equal(opened.value.end(), false);
  const report = opened.value.finish();
  assert.ok(report.ok);
  assert.equal(report.value.rows.scored, rows);
  opened.value.close();
});

test('options that are none are refused before any byte', () => {
  const opened = analysis.openReport({ every: 'fortnight' });
  assert.ok(!opened.ok);
  assert.equal(opened.errors[0]?.where, '/every');
});
