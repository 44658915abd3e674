// The design module, as the Studio has it: the analysis module's answers.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { loadAnalysis } from '../../web/engine/analysis.ts';
import { kDesignCalls, loadDesign } from '../../web/engine/design.ts';

const root = process.env['LOOPLET_ROOT'] ?? process.cwd();
const [analysis, design] = await Promise.all([loadAnalysis(), loadDesign()]);

const before: { steps: { text: unknown }[] } = JSON.parse(
  readFileSync(join(root, 'examples/surveys/telecom.json'), 'utf8'),
);
const after = structuredClone(before);
after.steps[0] = { ...after.steps[0], text: 'Another question?' };

/** One request for each of its calls. */
const requests: {
  readonly [name in (typeof kDesignCalls)[number]]: unknown;
} = {
  check: { survey: after },
  estimate: { counts: { scores: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10] } },
  simulate: { survey: before, respondents: 5000, seed: 7 },
  diff: { before, after },
  migrate: {
    document: { questions: [{ type: 'open', question: 'What is wrong?' }] },
  },
  translations: { survey: after, previous: before },
};

for (const name of kDesignCalls) {
  test(`${name} answers as the analysis module does`, () => {
    const request = requests[name] as never;
    const reply = design.call(name, request);
    assert.ok(reply.ok, JSON.stringify(reply));
    assert.deepEqual(reply, analysis.call(name, request));
  });
}

test('a call of the other module is refused by name', () => {
  const reply = design.call('tag' as never, { comment: 'slow' } as never);
  assert.ok(!reply.ok);
  assert.equal(reply.errors[0]?.code, 'unknown_call');
});

test('a simulation in steps is the simulation at once', () => {
  const request = requests.simulate as never;
  const begun = design.beginSimulation(request);
  assert.ok(begun.ok);
  for (let i = 0; i < 5; i++) begun.value.run(1000);
  assert.deepEqual(begun.value.report(), design.call('simulate', request));
  begun.value.free();
});
