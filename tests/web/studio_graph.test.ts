import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CheckReport, Survey } from '../../web/engine/types.ts';
import { conditionWords } from '../../web/studio/graph/condition_words.ts';
import { shareWords } from '../../web/studio/graph/flow.ts';
import { neighbour } from '../../web/studio/graph/keys.ts';
import { type Layout, layOut } from '../../web/studio/graph/layout.ts';
import { edgeKey, flowModel, reach } from '../../web/studio/graph/model.ts';
import { pathOf, strandOffsets } from '../../web/studio/graph/route.ts';
import { twinRows } from '../../web/studio/graph/twin.ts';

const ends = { low: 'No', high: 'Yes' } as const;

/** score -> sorry | missing | loved -> thanks; one more that nobody sees. */
const sound: Survey = {
  format: 1,
  id: 'sound',
  revision: 1,
  locale: 'en',
  subject: { en: 'Acme', de: 'Acme GmbH' },
  steps: [
    {
      id: 'score',
      type: 'nps',
      text: { en: 'Recommend {subject}?', de: '{subject} empfehlen?' },
      ...ends,
      next: [
        { when: { segment: 'detractor' }, to: 'sorry' },
        { when: { segment: 'passive' }, to: 'missing' },
        { to: 'loved' },
      ],
    },
    { id: 'sorry', type: 'text', text: 'What went wrong?', next: 'thanks' },
    { id: 'missing', type: 'text', text: 'What is missing?', next: 'thanks' },
    { id: 'loved', type: 'text', text: 'What do you like?' },
    { id: 'thanks', type: 'end', text: 'Thank you.' },
    { id: 'lost', type: 'text', text: 'Nobody sees this.', next: 'thanks' },
  ],
};

const everybody = ['detractor', 'passive', 'promoter'] as const;

/** As the engine says it: one step at a time, whoever may come to it. */
const report = (
  edges: CheckReport['graph']['edges'],
  problems: CheckReport['problems'] = [],
): CheckReport => ({
  problems,
  graph: { nodes: [], edges },
  paths: { count: 0, longest: 0, bySegment: [], exact: true },
});

const soundReport = report([
  { from: 'score', to: 'sorry', segments: ['detractor'], possible: true },
  { from: 'score', to: 'missing', segments: ['passive'], possible: true },
  { from: 'score', to: 'loved', segments: ['promoter'], possible: true },
  { from: 'sorry', to: 'thanks', segments: everybody, possible: true },
  { from: 'missing', to: 'thanks', segments: everybody, possible: true },
  { from: 'loved', to: 'thanks', segments: everybody, possible: true },
  { from: 'lost', to: 'thanks', segments: everybody, possible: true },
]);

const edgeOf = (model: ReturnType<typeof flowModel>, key: string) =>
  model.edges.find((edge) => `${edge.from}>${edge.to}` === key);

test('a way has the words of its rule, and falls through where there is none', () => {
  const model = flowModel(sound, soundReport, 'en');
  assert.deepEqual(
    model.edges.map(({ from, to, kind, words }) => [from, to, kind, words]),
    [
      ['score', 'sorry', 'rule', 'detractor'],
      ['score', 'missing', 'rule', 'passive'],
      ['score', 'loved', 'otherwise', 'otherwise'],
      ['sorry', 'thanks', 'rule', ''],
      ['missing', 'thanks', 'rule', ''],
      ['loved', 'thanks', 'below', ''],
      ['lost', 'thanks', 'rule', ''],
    ],
  );
});

test('who can go a way is who can come to it', () => {
  const model = flowModel(sound, soundReport, 'en');
  assert.deepEqual(edgeOf(model, 'sorry>thanks')?.segments, ['detractor']);
  assert.deepEqual(edgeOf(model, 'loved>thanks')?.segments, ['promoter']);
  const thanks = model.nodes.find(({ id }) => id === 'thanks');
  assert.deepEqual(thanks?.segments, everybody);
});

test('a step that nothing leads to is not reached', () => {
  const model = flowModel(sound, soundReport, 'en');
  const lost = model.nodes.filter(({ reached }) => !reached);
  assert.deepEqual(
    lost.map(({ id }) => id),
    ['lost'],
  );
});

test('the words of a step are in the language asked for', () => {
  const model = flowModel(sound, soundReport, 'de');
  assert.equal(model.nodes[0]?.title, 'Acme GmbH empfehlen?');
});

/** A circle, a target that is not there, a step that leads to itself. */
const faulty: Survey = {
  ...sound,
  steps: [
    {
      id: 'score',
      type: 'nps',
      text: 'Score?',
      ...ends,
      next: [{ when: { score: { from: 0, to: 6 } }, to: 'nowhere' }],
    },
    { id: 'a', type: 'text', text: 'A?', next: 'b' },
    {
      id: 'b',
      type: 'text',
      text: 'B?',
      optional: true,
      next: [{ when: { step: 'b', answered: false }, to: 'b' }, { to: 'a' }],
    },
  ],
};

test('a survey that cannot run is drawn as it is written', () => {
  const circle = { severity: 'error', code: 'loop', where: '', message: '' };
  const model = flowModel(
    faulty,
    report([], [circle as CheckReport['problems'][number]]),
    'en',
  );
  assert.deepEqual(
    model.edges.map(({ from, to, loop }) => [from, to, loop]),
    [
      ['score', '?nowhere', false],
      ['score', 'a', false],
      ['a', 'b', true],
      ['b', 'b', true],
      ['b', 'a', true],
    ],
  );
  const missing = model.nodes.find(({ type }) => type === 'missing');
  assert.equal(missing?.id, '?nowhere');
  assert.equal(model.edges[0]?.where, '/steps/0/next/0');
});

test('a fall-through that the engine rules out is not drawn, a rule is', () => {
  const [score, ...rest] = sound.steps;
  assert.ok(score);
  const all: Survey = {
    ...sound,
    steps: [
      {
        ...score,
        next: [
          { when: { segment: ['detractor', 'passive'] }, to: 'thanks' },
          { when: { segment: 'promoter' }, to: 'loved' },
          { when: { score: 3 }, to: 'missing' },
        ],
      } as Survey['steps'][number],
      ...rest,
    ],
  };
  const model = flowModel(
    all,
    report([
      {
        from: 'score',
        to: 'thanks',
        segments: ['detractor', 'passive'],
        possible: true,
      },
      { from: 'score', to: 'loved', segments: ['promoter'], possible: true },
      { from: 'loved', to: 'thanks', segments: everybody, possible: true },
    ]),
    'en',
  );
  assert.equal(edgeOf(model, 'score>sorry'), undefined);
  assert.equal(edgeOf(model, 'score>missing')?.taken, false);
});

test('rules with one target are one way', () => {
  const steps: Survey['steps'] = [
    {
      id: 'plan',
      type: 'choice',
      text: 'Plan?',
      options: [
        { id: 'pro', text: 'Pro plan' },
        { id: 'free', text: 'Free plan' },
      ],
      next: [
        { when: { step: 'plan', is: 'pro' }, to: 'bye' },
        { when: { trait: 'age', is: 3 }, to: 'bye' },
      ],
    },
    { id: 'bye', type: 'end', text: 'Bye' },
  ];
  const model = flowModel({ ...sound, steps }, null, 'en');
  assert.deepEqual(
    model.edges.map(({ to, words }) => [to, words]),
    [['bye', '“Pro plan” or age is 3, or otherwise']],
  );
});

test('a condition is a few words', () => {
  const setting = { survey: sound, locale: 'en', step: 'sorry' };
  const words: [Parameters<typeof conditionWords>[0], string][] = [
    [{ segment: ['detractor', 'passive'] }, 'detractor or passive'],
    [{ score: 7 }, 'score 7'],
    [{ score: [1, 2, 5] }, 'score 1, 2 or 5'],
    [{ score: { from: 3 } }, 'score 3–10'],
    [{ step: 'sorry', answered: true }, 'answered'],
    [{ step: 'sorry', answered: false }, 'skipped'],
    [{ step: 'score', answered: true }, 'score answered'],
    [{ not: { step: 'score', answered: true } }, 'score not answered'],
    [{ trait: 'plan', is: 'pro' }, 'plan is pro'],
    [
      {
        any: [
          { trait: 'plan', is: 'pro' },
          { trait: 'plan', is: 'team' },
        ],
      },
      'plan is pro or team',
    ],
    [{ theme: 'support_speed' }, 'about support speed'],
    [{ sentiment: [-1, 0] }, 'negative or neutral words'],
    [{ locale: 'de' }, 'speaks de'],
    [
      { all: [{ segment: 'passive' }, { any: [{ score: 7 }, { score: 8 }] }] },
      'passive and (score 7 or score 8)',
    ],
    [{ not: { segment: 'passive' } }, 'not passive'],
    [
      { not: { all: [{ score: 7 }, { locale: 'de' }] } },
      'not (score 7 and speaks de)',
    ],
    [{ segment: 'passive', locale: 'de' }, 'passive and speaks de'],
    [{}, 'always'],
  ];
  for (const [condition, expected] of words) {
    assert.equal(conditionWords(condition, setting), expected);
  }
});

test('what ways lead to is found, circles and all', () => {
  const edges = [
    { from: 'a', to: 'b' },
    { from: 'b', to: 'a' },
    { from: 'b', to: 'c' },
    { from: 'd', to: 'a' },
  ];
  assert.deepEqual([...reach('a', edges)].sort(), ['a', 'b', 'c']);
  assert.deepEqual([...reach('c', edges)], ['c']);
});

const drawn = (direction: 'LR' | 'TB', survey = sound, told = soundReport) => {
  const model = flowModel(survey, told, 'en');
  const layout = layOut(model, direction, ({ words }) =>
    words === '' ? null : { width: 8 * words.length, height: 20 },
  );
  return { model, layout };
};

const overlap = (layout: Layout): string[] => {
  const boxes = [...layout.nodes];
  return boxes.flatMap(([a, one], at) =>
    boxes
      .slice(at + 1)
      .filter(
        ([, two]) =>
          Math.abs(one.x - two.x) < one.width &&
          Math.abs(one.y - two.y) < one.height,
      )
      .map(([b]) => `${a} ${b}`),
  );
};

test('steps do not overlap, and ways go on in one direction', () => {
  for (const direction of ['LR', 'TB'] as const) {
    const { model, layout } = drawn(direction);
    assert.deepEqual(overlap(layout), []);
    for (const { from, to } of model.edges) {
      const [a, b] = [layout.nodes.get(from), layout.nodes.get(to)];
      assert.ok(a && b);
      assert.ok(direction === 'LR' ? a.x < b.x : a.y < b.y, `${from}>${to}`);
    }
  }
});

test('the first rule stands first', () => {
  for (const direction of ['LR', 'TB'] as const) {
    const { layout } = drawn(direction);
    const [sorry, loved] = [
      layout.nodes.get('sorry'),
      layout.nodes.get('loved'),
    ];
    assert.ok(sorry && loved);
    assert.ok(direction === 'LR' ? sorry.y < loved.y : sorry.x < loved.x);
  }
});

test('a way leaves and arrives at borders, each end at a place of its own', () => {
  const { model, layout } = drawn('TB');
  const places = new Set<string>();
  for (const edge of model.edges) {
    const points = layout.routes.get(edgeKey(edge))?.points ?? [];
    const [first, last] = [points[0], points.at(-1)];
    const [from, to] = [layout.nodes.get(edge.from), layout.nodes.get(edge.to)];
    assert.ok(first && last && from && to);
    assert.equal(first.y, from.y + from.height / 2);
    assert.equal(last.y, to.y - to.height / 2);
    assert.ok(Math.abs(first.x - from.x) <= from.width / 2);
    places.add(`from ${edge.from} ${first.x}`);
    places.add(`to ${edge.to} ${last.x}`);
  }
  assert.equal(places.size, 2 * model.edges.length);
});

test('circles and missing steps are laid out too', () => {
  for (const direction of ['LR', 'TB'] as const) {
    const { model, layout } = drawn(direction, faulty, report([]));
    assert.equal(layout.nodes.size, model.nodes.length);
    assert.equal(layout.routes.size, model.edges.length);
    for (const route of layout.routes.values()) {
      assert.match(pathOf(route, direction), /^M[-\d.,LC ]+$/);
    }
  }
});

test('strands lie side by side around the middle', () => {
  const offsets = strandOffsets(
    [
      { segment: 'detractor', width: 2 },
      { segment: 'passive', width: 4 },
    ],
    1,
  );
  // Whole width 7: the first from -3.5 to -1.5, the second from -0.5 to 3.5.
  assert.deepEqual(offsets, [-2.5, 1.5]);
});

test('arrow keys go along the ways and beside', () => {
  const { model, layout } = drawn('TB');
  const go = (
    key: Parameters<typeof neighbour>[0],
    from: string,
    trail: string[] = [],
  ) => neighbour(key, from, model, layout, trail);
  assert.equal(go('ArrowDown', 'sorry'), 'thanks');
  assert.equal(go('ArrowUp', 'sorry'), 'score');
  assert.equal(go('ArrowRight', 'sorry'), 'missing');
  assert.equal(go('ArrowLeft', 'loved'), 'missing');
  assert.equal(go('ArrowUp', 'thanks', ['score', 'loved']), 'loved');
  assert.equal(go('ArrowDown', 'thanks'), null);
  assert.equal(go('ArrowUp', 'score'), null);
});

test('the list says where each step leads', () => {
  const model = flowModel(sound, soundReport, 'en');
  const rows = twinRows(model, (id) => (id === 'lost' ? 2 : 0), null);
  assert.deepEqual(rows[0]?.leads, [
    'sorry: detractor, detractors only',
    'missing: passive, passives only',
    'loved: otherwise, promoters only',
  ]);
  assert.deepEqual(rows[0]?.notes, ['start']);
  assert.deepEqual(rows[5]?.notes, ['nothing leads here', '2 problems']);
});

test('shares have as many digits as say something', () => {
  const words = [0, 0.0004, 0.001, 0.034, 0.0996, 0.624, 0.9999, 1].map(
    shareWords,
  );
  assert.deepEqual(words, [
    '0 %',
    'under 0.1 %',
    '0.1 %',
    '3.4 %',
    '10 %',
    '62 %',
    '99 %',
    '100 %',
  ]);
});
