import assert from 'node:assert/strict';
import { test } from 'node:test';
import { catalogue } from '../../script/build/catalogue.mjs';
import { industriesOf, matching } from '../../web/site/gallery/filter.ts';
import { levelsOf } from '../../web/site/gallery/levels.ts';

const { templates } = catalogue(process.env['LOOPLET_ROOT'] ?? process.cwd());
const anything = { words: '', metric: '', industry: '', use: '' };
const ids = (wanted: Partial<typeof anything>) =>
  matching(templates, { ...anything, ...wanted }).map(({ id }) => id);

test('nothing wanted is everything, in order', () =>
  assert.deepEqual(
    ids({}),
    templates.map(({ id }) => id),
  ));

test('words are all found, in any order, case and accents aside', () => {
  assert.deepEqual(ids({ words: 'CUSTOMERS bank' }), ['bank']);
  assert.deepEqual(ids({ words: ' kaufer ' }), ['property']);
  assert.deepEqual(ids({ words: 'bank zebra' }), []);
});

test('a measure, an industry and a use narrow down together', () => {
  assert.deepEqual(ids({ metric: 'csat', industry: 'Hotels' }), ['csat-stay']);
  assert.deepEqual(ids({ industry: 'Employees', use: 'task' }), []);
});

test('each industry is offered once', () => {
  const offered = industriesOf(templates);
  assert.equal(new Set(offered).size, offered.length);
  assert.ok(offered.includes('Banking'));
});

test('the levels of a scale leave no point out and none twice', () => {
  const last = { nps: 10, csat: 5, ces: 7 };
  for (const template of templates) {
    const points = levelsOf(template).flatMap(({ range, point }) => {
      const [low = 0, high = low] = (range.match(/\d+/g) ?? []).map(Number);
      assert.ok(low <= point && point <= high, template.id);
      return Array.from({ length: high - low + 1 }, (_, at) => low + at);
    });
    const first = template.metric === 'nps' ? 0 : 1;
    assert.deepEqual(
      points,
      Array.from(
        { length: last[template.metric] - first + 1 },
        (_, at) => first + at,
      ),
      template.id,
    );
  }
});
