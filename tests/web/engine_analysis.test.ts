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

const survey = {
  format: 1,
  id: 's',
  revision: 1,
  locale: 'en',
  subject: 'Acme',
  steps: [
    {
      id: 'score',
      type: 'nps',
      text: 'Q',
      low: 'L',
      high: 'H',
      next: [{ when: { segment: 'detractor' }, to: 'why' }, { to: 'end' }],
    },
    { id: 'why', type: 'text', text: 'W' },
    { id: 'end', type: 'end', text: 'E' },
  ],
};

test('a simulation in steps ends as the whole does', () => {
  const request = { survey, respondents: 30_000, seed: 5 };
  const whole = analysis.call('simulate', request);
  assert.ok(whole.ok);
  const begun = analysis.beginSimulation(request);
  assert.ok(begun.ok);
  const { respondents, run, report, free } = begun.value;
  assert.equal(respondents, 30_000);
  for (const count of [1, 9_999, 20_000]) run(count);
  assert.deepEqual(report(), whole);
  free();
  assert.equal(report().ok, false);
});

test('the same seed gives the counts that it gives natively', () => {
  // As `looplet simulate` prints them: tests/cli/design.json.
  const reply = analysis.call('simulate', {
    survey,
    respondents: 100_000,
    seed: 7,
  });
  assert.ok(reply.ok);
  assert.deepEqual(
    reply.value.steps.map(({ reached, left }) => [reached, left]),
    [
      [100_000, 2942],
      [19_500, 563],
      [96_495, 0],
    ],
  );
});

test('a simulation whose mix does not fit is refused', () => {
  const begun = analysis.beginSimulation({
    survey,
    respondents: 1,
    mix: { dropOff: 2 },
  });
  assert.ok(!begun.ok);
  assert.equal(begun.errors[0]?.where, '/mix/dropOff');
});
