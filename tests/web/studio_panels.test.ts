import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import type {
  ChangeKind,
  SimulationReport,
  Survey,
  Translations,
} from '../../web/engine/types.ts';
import { readCsv, writeCsv } from '../../web/shared/csv.ts';
import {
  countWords as changeCount,
  groupsOf,
} from '../../web/studio/panels/diff_report.ts';
import { flowOf } from '../../web/studio/panels/simulation_report.ts';
import {
  countOf,
  countWords,
  stateOf,
  surveyTexts,
} from '../../web/studio/panels/survey_texts.ts';
import {
  keyOf,
  textAt,
  textName,
  whereOf,
} from '../../web/studio/panels/text_places.ts';
import {
  importedWords,
  readTexts,
  writeTexts,
} from '../../web/studio/panels/texts_csv.ts';
import { type Run, wordDiff } from '../../web/studio/panels/word_diff.ts';

/** Another program's reader; it brings no types. */
const Papa = createRequire(import.meta.url)('papaparse') as {
  parse(
    text: string,
    options: { delimiter: string; skipEmptyLines: boolean },
  ): { data: string[][]; errors: unknown[] };
};

const awkward = [
  'plain',
  'a,b',
  'a;b\tc',
  'say "hi"',
  'two\nlines',
  'two\r\nlines',
  ' spaces ',
  '=1+1',
  '+49 30',
  '-',
  '@here',
  "'quoted'",
  "'=1",
  "''=1",
  '＝1',
  '\t=x',
  '',
  'Überraschung „ja“',
  'مرحبا',
];

test('what is written as CSV is read back as it was', () => {
  const rows = awkward.map((text, at) => [`k${at}`, text, text]);
  assert.deepEqual(readCsv(writeCsv(rows)), rows);
});

test('other programs read the same cells, none of them a formula', () => {
  const rows = awkward.map((text, at) => [`k${at}`, text]);
  const { data, errors } = Papa.parse(writeCsv(rows).replace(/^\ufeff/, ''), {
    delimiter: ',',
    skipEmptyLines: true,
  });
  assert.deepEqual(errors, []);
  for (const [at, [key, cell]] of data.entries()) {
    assert.equal(key, `k${at}`);
    const text = awkward[at];
    assert.ok(cell === text || cell === `'${text}`, `${cell}`);
    assert.doesNotMatch(cell ?? '', /^\s*[=+\-@＝＋－＠]/);
  }
});

test('files of spreadsheets are read, whatever separates their cells', () => {
  const expected = [
    ['key', 'en', 'de'],
    ['a/text', 'Yes, please', 'Ja; gern'],
  ];
  const files = [
    'key,en,de\na/text,"Yes, please",Ja; gern\n',
    '\ufeffkey;en;de\r\na/text;Yes, please;"Ja; gern"\r\n',
    'key\ten\tde\ra/text\tYes, please\tJa; gern',
  ];
  for (const file of files) assert.deepEqual(readCsv(file), expected);
});

const survey: Survey = {
  format: 1,
  id: 'texts',
  revision: 1,
  locale: 'en',
  subject: 'Acme',
  steps: [
    {
      id: 'score',
      type: 'nps',
      text: { en: 'Recommend us?', de: 'Empfehlen Sie uns?' },
      low: { en: 'No', de: 'Nein' },
      high: { en: 'Yes' },
    },
    {
      id: 'why',
      type: 'choice',
      text: { en: 'Why?', de: 'Warum?', 'de-AT': 'Wieso?' },
      options: [
        { id: 'price', text: { en: 'Price', de: 'Preis' } },
        { id: 'speed', text: 'Speed' },
      ],
    },
    {
      id: 'bye',
      type: 'end',
      text: { en: 'Thank you', de: 'Danke' },
      actions: [{ kind: 'copy', text: { en: 'Copy' }, code: 'X' }],
    },
  ],
};

const places = [
  ['/subject', 'subject', 'Subject'],
  ['/steps/0/text', 'score/text', 'Question'],
  ['/steps/0/low', 'score/low', 'Low end'],
  ['/steps/0/high', 'score/high', 'High end'],
  ['/steps/1/text', 'why/text', 'Question'],
  ['/steps/1/options/0/text', 'why/options/price/text', 'Option price'],
  ['/steps/1/options/1/text', 'why/options/speed/text', 'Option speed'],
  ['/steps/2/text', 'bye/text', 'Words'],
  ['/steps/2/actions/0/text', 'bye/actions/1/text', 'Action 1'],
] as const;

test('a key goes by ids and finds its place again', () => {
  for (const [where, key, name] of places) {
    assert.equal(keyOf(survey, where), key);
    assert.equal(textName(survey, where), name);
    if (where !== '/subject') assert.equal(whereOf(survey, key), where);
  }
  const moved = { ...survey, steps: survey.steps.toReversed() };
  assert.equal(
    whereOf(moved, 'why/options/speed/text'),
    '/steps/1/options/1/text',
  );
  assert.equal(whereOf(moved, 'score/low'), '/steps/2/low');
  assert.equal(whereOf(moved, 'gone/text'), null);
  assert.equal(whereOf(moved, 'why/options/gone/text'), null);
  assert.deepEqual(textAt(survey, '/steps/0/high'), { en: 'Yes' });
  assert.equal(textAt(survey, '/subject'), 'Acme');
  assert.equal(textAt(survey, '/steps/7/text'), undefined);
});

/** What the engine says of the survey in German. */
const told = (): Translations => ({
  source: 'en',
  languages: ['en', 'de'],
  texts: places.map(([where, key]) => {
    const text = textAt(survey, where);
    const plain = typeof text === 'string';
    const by: { readonly [tag: string]: string } = plain
      ? { en: text }
      : { ...text };
    return {
      where,
      ...(where === '/subject' ? {} : { step: key.split('/')[0] ?? '' }),
      field: where.split('/').at(-1) ?? '',
      source: by['en'] ?? '',
      plain,
      translations: [
        {
          language: 'de',
          text: plain ? text : (by['de'] ?? null),
          outdated: key === 'score/text',
        },
      ],
    };
  }),
  progress: [{ language: 'de', texts: 5, missing: 2, outdated: 1 }],
});
const allTexts = () => surveyTexts(told(), survey);

test('a text is there, missing, outdated, or one for all', () => {
  const texts = allTexts();
  const states = (language: string) =>
    texts.map((text) => stateOf(text, language));
  assert.deepEqual(states('de'), [
    'forAll',
    'outdated',
    'there',
    'missing',
    'there',
    'there',
    'forAll',
    'there',
    'missing',
  ]);
  assert.ok(states('en').every((state) => state === 'there'));
  // Of a language that has just been added everything is missing.
  assert.deepEqual(countOf('it', told(), texts), {
    language: 'it',
    missing: 7,
    outdated: 0,
  });
  assert.equal(countOf('de', told(), texts).missing, 2);
});

test('what a language lacks is said in words', () => {
  const count = { language: 'de', missing: 3, outdated: 1 };
  assert.equal(countWords(count), '3 missing, 1 outdated');
  assert.equal(countWords({ ...count, missing: 0, outdated: 0 }), 'complete');
});

test('texts that come back from translators change what is new in them', () => {
  const texts = allTexts();
  const rows = readCsv(writeTexts(texts, ['en', 'de']));
  const filled = rows.map((row) => {
    if (row[0] === 'score/high') return [...row.slice(0, 3), 'Ja, gern'];
    if (row[0] === 'why/text') return [row[0], row[1] ?? '', 'Whence?', ''];
    return row;
  });
  filled.push(['gone/text', '', 'Old', 'Alt']);
  const read = readTexts(writeCsv(filled), texts, 'en');
  assert.ok(typeof read !== 'string');
  assert.deepEqual(read.changes, [
    { where: '/steps/0/high', language: 'de', text: 'Ja, gern' },
  ]);
  assert.equal(
    importedWords(read),
    '1 text was taken over. 1 row belongs to no text of this survey. The source of 1 text has changed since the export.',
  );
});

test('a file that is none of ours is refused with a sentence', () => {
  const texts = allTexts();
  assert.equal(
    readTexts('name,de\nx,y\n', texts, 'en'),
    'This file has no column “key” in its first row. Export the texts and fill in that file.',
  );
  assert.equal(
    readTexts('key,what,en\nscore/text,,x\n', texts, 'en'),
    'This file has no column of another language than en.',
  );
});

test('shares of ways are counted on the paths', () => {
  const none = { detractor: 0, passive: 0, promoter: 0, none: 0 };
  const step = (id: string, reached: number) => ({
    id,
    reached,
    share: reached / 10,
    bySegment: none,
    left: 0,
    leftShare: null,
    starved: false,
  });
  const report: SimulationReport = {
    respondents: 10,
    seed: 1,
    completed: 9,
    completedShare: 0.9,
    paths: [
      { steps: ['a', 'b', 'c'], complete: true, count: 6, share: 0.6 },
      { steps: ['a', 'c'], complete: true, count: 3, share: 0.3 },
      { steps: ['a', 'b'], complete: false, count: 1, share: 0.1 },
    ],
    otherPaths: 0,
    questions: { mean: 1, median: 1, p90: 2, max: 2, counts: [] },
    steps: [step('a', 10), step('b', 7), step('c', 9)],
    completion: [],
    starved: [],
    starvedBelow: 0.001,
  };
  const { steps, ways } = flowOf(report);
  assert.deepEqual(
    ways.map(({ from, to, share }) => [from, to, share]),
    [
      ['a', 'b', 0.7],
      ['b', 'c', 0.6],
      ['a', 'c', 0.3],
    ],
  );
  assert.equal(steps.get('b'), 0.7);
});

const before = (runs: readonly Run[]): string =>
  runs.map(({ kind, text }) => (kind === 'new' ? '' : text)).join('');
const after = (runs: readonly Run[]): string =>
  runs.map(({ kind, text }) => (kind === 'gone' ? '' : text)).join('');

test('texts are compared word by word', () => {
  const runs = wordDiff(
    'You chose 7. What should we fix first?',
    'You chose 7. What is to mend first?',
  );
  assert.deepEqual(runs, [
    { kind: 'same', text: 'You chose 7. What ' },
    { kind: 'gone', text: 'should we fix' },
    { kind: 'new', text: 'is to mend' },
    { kind: 'same', text: ' first?' },
  ]);
});

test('without what is new it is the old text, without what went the new', () => {
  const texts = [
    '',
    'One',
    'One, two; three.',
    'three two One',
    'お客様の声をお聞かせください',
    'お客様のご意見をお聞かせください',
    'Was hat Sie gestört?',
    '  spaces   kept ',
    'x '.repeat(2000),
  ];
  for (const a of texts) {
    for (const b of texts) {
      const runs = wordDiff(a, b);
      assert.equal(before(runs), a);
      assert.equal(after(runs), b);
      const kinds = runs.map(({ kind }) => kind);
      assert.ok(kinds.every((kind, at) => kind !== kinds[at - 1]));
    }
  }
});

test('changes are grouped by step, texts beside them in their languages', () => {
  const [score, why, bye] = survey.steps;
  assert.ok(score && why && bye);
  const now: Survey = {
    ...survey,
    steps: [
      {
        ...score,
        text: { en: 'Recommend us?', de: 'Würden Sie uns empfehlen?' },
      } as Survey['steps'][number],
      bye,
    ],
  };
  const change = (kind: ChangeKind, step: string, where = '') => ({
    kind,
    warning: false,
    step,
    where,
    message: `${kind} ${step}`,
  });
  const groups = groupsOf(
    {
      changes: [
        change('text', 'score', '/steps/0/text'),
        change('rule_target', 'score'),
        change('step_removed', 'why'),
      ],
      together: false,
      steps: [{ step: 'score', together: false, why: 'Another scale.' }],
    },
    survey,
    now,
  );
  assert.equal(changeCount(groups), '3 changes in 2 steps');
  const [first, second] = groups;
  assert.deepEqual(
    first?.changes.map(({ kind }) => kind),
    ['rule_target'],
  );
  assert.deepEqual(first?.texts, [
    {
      name: 'Question',
      language: 'de',
      before: 'Empfehlen Sie uns?',
      after: 'Würden Sie uns empfehlen?',
      where: '/steps/0/text',
    },
  ]);
  assert.equal(first?.apart, 'Another scale.');
  // A text that cannot be found in both is told in the engine's words.
  const lost = { ...change('text', 'why', '/steps/1/text'), inBefore: true };
  const [only] = groupsOf(
    { changes: [lost], together: true, steps: [] },
    survey,
    now,
  );
  assert.deepEqual(only?.changes, [lost]);
  assert.deepEqual(second?.texts, []);
  assert.equal(second?.apart, '');
  assert.equal(changeCount([]), 'No change');
});
