// The analysis module, as pages and Workers have it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadAnalysis } from '../../web/engine/analysis.ts';
import { kCalls } from '../../web/engine/calls.ts';

const analysis = await loadAnalysis();

test('the calls are those that the engine names', () => {
  const about = analysis.call('about', {});
  assert.ok(about.ok);
  assert.deepEqual(kCalls, about.value.functions);
});

test('15 promoters, 13 passives and 8 detractors score 175/9', () => {
  const counts = { promoters: 15, passives: 13, detractors: 8 };
  const reply = analysis.call('estimate', { counts });
  assert.ok(reply.ok);
  // 100 (15 - 8) / 36.
  assert.equal(reply.value.npsExact, '175/9');
  assert.equal(reply.value.rounded, 19);
});

test('what is no JSON is refused, not thrown', () => {
  const survey: { self?: unknown } = {};
  survey.self = survey;
  const reply = analysis.call('check', { survey });
  assert.ok(!reply.ok);
  assert.equal(reply.errors[0]?.code, 'not_json');
});

test('what is too large for the engine does not reach it', () => {
  const reply = analysis.call('check', { survey: 'x'.repeat(23_000_000) });
  assert.ok(!reply.ok);
  assert.equal(reply.errors[0]?.code, 'too_large');
  assert.ok(analysis.call('about', {}).ok);
});

test('a fault keeps its place', () => {
  const reply = analysis.call('estimate', {
    counts: { promoters: -1, passives: 0, detractors: 0 },
  });
  assert.ok(!reply.ok);
  assert.equal(reply.errors[0]?.where, '/counts/promoters');
});
