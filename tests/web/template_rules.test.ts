// What every example survey keeps to: one measure, no bargain over a score, no
// promise that nobody made, no sensitive data.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { catalogue } from '../../script/build/catalogue.mjs';
import type { Survey, Text } from '../../web/engine/types.ts';
import { stepsOf, textsOf } from './template_texts.ts';

const root = process.env['LOOPLET_ROOT'] ?? process.cwd();
const { uses, templates } = catalogue(root);
const surveys = templates.map((template) => ({
  template,
  survey: JSON.parse(
    readFileSync(join(root, 'examples/surveys', template.file), 'utf8'),
  ) as Survey,
}));
const words = (text: Text | undefined) =>
  text === undefined || typeof text === 'string'
    ? [text ?? '']
    : Object.values(text);

test('the catalogue has what was promised', () => {
  const nps = templates.filter(({ metric }) => metric === 'nps');
  assert.ok(nps.length >= 16);
  const industries = new Set(nps.map(({ industry }) => industry));
  assert.ok(industries.size >= 16, [...industries].join());
  for (const metric of ['csat', 'ces']) {
    const some = templates.filter((one) => one.metric === metric);
    assert.ok(some.length >= 3, metric);
  }
  assert.equal(
    new Set(templates.map(({ id }) => id)).size,
    templates.length,
    'each id once',
  );
  for (const { id, description, when, use } of templates) {
    assert.match(description, /^[A-Z].{20,120}\.$/, id);
    assert.match(when, /^[A-Z].{10,100}\.$/, id);
    assert.ok(use in uses, id);
  }
});

test('no two surveys have the same title', () => {
  for (const tag of ['en', 'de']) {
    const titles = templates.map(({ title }) => title[tag]);
    assert.equal(new Set(titles).size, titles.length, tag);
  }
});

for (const { template, survey } of surveys) {
  const steps = stepsOf(survey);

  test(`${template.id}: one measure, on its own scale`, () => {
    const scores = steps.filter(({ type }) => type === 'nps');
    const ratings = steps.filter(
      (step) => step.type === 'rating' && step.metric !== 'other',
    );
    assert.equal(scores.length + ratings.length, 1);
    const [rating] = ratings;
    if (rating?.type === 'rating') {
      assert.equal(rating.metric, template.metric);
      assert.equal(rating.points, template.metric === 'csat' ? 5 : 7);
      assert.match(template.id, new RegExp(`^${template.metric}-`));
    }
  });

  test(`${template.id}: reasons are tied to themes`, () => {
    const [reasons] = steps.filter(({ type }) => type === 'choice');
    assert.ok(reasons?.type === 'choice');
    const tied = reasons.options.filter(({ theme }) => theme);
    assert.ok(tied.length >= 3, `${reasons.id}: ${tied.length} themes`);
  });

  test(`${template.id}: nothing is offered for a score, and none is to change`, () => {
    const bargain =
      /voucher|gift card|discount|prize|reward|gutschein|rabatt|gewinn|belohn|(change|raise|update) your (score|rating)|(bewertung|note|punktzahl) (ändern|anheben)|bon d’achat|remise/i;
    for (const { where, text } of textsOf(survey)) {
      for (const said of words(text)) assert.doesNotMatch(said, bargain, where);
    }
  });

  test(`${template.id}: nobody and no time is promised that is not set up`, () => {
    for (const step of steps) {
      if (step.type !== 'end') continue;
      for (const said of words(step.text)) {
        // An owner stands in the text only as {owner|somebody}.
        const bare = said.replace(/\{[^}]*\}/g, '');
        assert.doesNotMatch(
          bare,
          /\b(within|hours?|days?|today|tomorrow|soon as possible|innerhalb|stunden?|tage[ns]?|heute|morgen|umgehend)\b/i,
          step.id,
        );
      }
      if (step.id === 'thanks-sorry' && template.id !== 'employees') {
        for (const said of words(step.text)) {
          assert.match(said, /\{owner\|[^}]+\}/, step.id);
        }
      }
    }
  });

  const delicate = ['Banking', 'Insurance', 'Healthcare', 'Employees'];
  if (delicate.includes(template.industry)) {
    test(`${template.id}: where words can be written, a hint against sensitive data`, () => {
      for (const step of steps) {
        const open =
          step.type === 'text' || (step.type === 'choice' && step.other);
        if (!open) continue;
        const { en, de } = Object(step.help) as { [tag: string]: string };
        assert.match(en ?? '', /Please (no|leave out) /, step.id);
        assert.match(de ?? '', /Bitte keine /, step.id);
      }
    });
  }
}

test('employees are asked about working here', () => {
  const found = surveys.find(({ template }) => template.id === 'employees');
  const [score] =
    found?.survey.steps.filter(({ type }) => type === 'nps') ?? [];
  for (const said of words(score?.text)) {
    assert.match(said, /place to work|Arbeitsplatz/);
  }
});
