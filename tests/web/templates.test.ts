// Every example survey, walked with the real engine: each score or rating,
// each option of each question, skipped or answered, in each language.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { catalogue, type Template } from '../../script/build/catalogue.mjs';
import { loadEngine } from '../../web/engine/survey.ts';
import type {
  Answer,
  Reply,
  State,
  StepView,
  Survey,
} from '../../web/engine/types.ts';
import { stepsOf, textsOf } from './template_texts.ts';

const root = process.env['LOOPLET_ROOT'] ?? process.cwd();
const { templates } = catalogue(root);
const engine = await loadEngine();

/** What fits a phone of 320 px without a question filling the screen. */
const kLongestQuestion = 110;
const kLongestOption = 40;
const kMostQuestions = 5;

/** One way through a survey: what was shown, and the end it led to. */
interface Way {
  readonly score: number | null;
  readonly steps: readonly StepView[];
  readonly end: StepView;
}

function must<T>(reply: Reply<T>, where: string): T {
  assert.ok(reply.ok, `${where}: ${JSON.stringify(reply)}`);
  return reply.value;
}

/** Answers that can lead different ways. */
function answersTo(step: StepView): Answer[] {
  const skip = step.optional ? [null] : [];
  switch (step.type) {
    case 'nps':
      return Array.from({ length: 11 }, (_, score) => score);
    case 'rating':
      return Array.from({ length: step.points ?? 5 }, (_, at) => at + 1);
    case 'choice': {
      const own = step.other ? [{ options: [], other: 'Something' }] : [];
      const ids = (step.options ?? []).map(({ id }) => id);
      return [...skip, ...ids.map((id) => (step.many ? [id] : id)), ...own];
    }
    case 'text':
      return [...skip, 'One sentence.'];
    case 'contact': {
      const all: { [field: string]: string } = {
        name: 'Ada',
        email: 'ada@example.com',
        phone: '+49 30 1234567',
      };
      const given = Object.fromEntries(
        (step.fields ?? []).map((field) => [field, all[field] ?? '']),
      );
      return [...skip, { ...given, consent: true }];
    }
    case 'consent':
      return [...skip, true];
    default:
      return [null];
  }
}

/** Every way through a survey, with what is known of the respondent. */
function waysOf(
  survey: Survey,
  locale: string,
  traits: { readonly [name: string]: string },
): Way[] {
  const ways: Way[] = [];
  const handle = must(engine.load(survey), survey.id);
  const go = (state: State, steps: StepView[]) => {
    const { step } = state;
    if (step.type === 'end') {
      const { answer } = state.given.find(({ step: id }) => id === 'score') ?? {
        answer: null,
      };
      const score = typeof answer === 'number' ? answer : null;
      ways.push({ score, steps, end: step });
      return;
    }
    assert.ok(steps.length < survey.steps.length, `${step.id} comes again`);
    for (const answer of answersTo(step)) {
      const where = `${survey.id} at ${step.id}, ${JSON.stringify(answer)}`;
      const next = must(engine.answer(handle, state, answer), where);
      go(next, [...steps, step]);
    }
  };
  try {
    go(must(engine.start(handle, { locale, traits, seed: 1 }), survey.id), []);
  } finally {
    engine.unload(handle);
  }
  return ways;
}

/** All that may be known of a respondent: nothing, examples, each value. */
function traitSets({ traits = [] }: Survey, { traits: example }: Template) {
  const sets: { [name: string]: string }[] = [{}, { ...example }];
  for (const { name, values = [] } of traits) {
    for (const value of values) sets.push({ ...example, [name]: value });
  }
  return sets;
}

/** Where each step may lead by what is written. */
const linksOf = (survey: Survey): string[] =>
  stepsOf(survey).flatMap((step) => {
    const { next } = step;
    const targets =
      typeof next === 'string' ? [next] : (next ?? []).map(({ to }) => to);
    return targets.map((to) => `${step.id} > ${to}`);
  });

const asks = ({ type }: StepView) => type !== 'statement';
const segmentOf = (score: number | null) =>
  score === null
    ? 'none'
    : score <= 6
      ? 'detractor'
      : score <= 8
        ? 'passive'
        : 'promoter';

/** What holds for every step that a respondent sees. */
function checkShown(step: StepView, where: string): void {
  assert.ok(
    [...step.text].length <= kLongestQuestion,
    `${where}: too long for a phone: ${step.text}`,
  );
  const small = [
    ...(step.options ?? []).map(({ text }) => text),
    ...(step.otherText ? [step.otherText] : []),
    ...(step.actions ?? []).map(({ text }) => text),
  ];
  for (const text of small) {
    assert.ok(
      [...text].length <= kLongestOption,
      `${where}: too long for a row: ${text}`,
    );
  }
  for (const text of [step.text, step.help ?? '', ...small]) {
    assert.doesNotMatch(text, /[{}]|\(\)|“”|„“| {2}| [.,]/, where);
  }
}

for (const template of templates) {
  const survey = JSON.parse(
    readFileSync(join(root, 'examples/surveys', template.file), 'utf8'),
  ) as Survey;
  assert.equal(survey.id, template.id);

  for (const locale of template.languages) {
    test(`${template.id} in ${locale}: every way leads to an end, in ${kMostQuestions} questions or fewer`, () => {
      const seen = new Set<string>();
      const taken = new Set<string>();
      const reached = new Set<string>();
      for (const traits of traitSets(survey, template)) {
        for (const { score, steps, end } of waysOf(survey, locale, traits)) {
          const way = steps.map(({ id }) => id).join(' > ');
          assert.ok(steps.filter(asks).length <= kMostQuestions, way);
          reached.add(segmentOf(score));
          for (const [at, step] of [...steps, end].entries()) {
            seen.add(step.id);
            const before = steps[at - 1];
            if (before) taken.add(`${before.id} > ${step.id}`);
            checkShown(step, `${template.id}/${step.id} in ${locale}`);
          }
          if (segmentOf(score) === 'promoter') {
            assert.ok((end.actions ?? []).length <= 1, `${end.id}: two asks`);
          } else {
            for (const { kind } of end.actions ?? []) {
              assert.ok(kind === 'link' || kind === 'copy', `${way}: ${kind}`);
            }
          }
        }
      }
      assert.deepEqual(
        [...seen].sort(),
        stepsOf(survey)
          .map(({ id }) => id)
          .sort(),
        'steps that somebody comes to',
      );
      assert.deepEqual(
        linksOf(survey).filter((link) => !taken.has(link)),
        [],
        'rules that nobody follows',
      );
      assert.deepEqual(
        [...reached].sort(),
        template.metric === 'nps'
          ? ['detractor', 'passive', 'promoter']
          : ['none'],
      );
    });
  }

  test(`${template.id}: each kind of respondent is asked what fits`, () => {
    const traits = { ...template.traits };
    const ways = waysOf(survey, 'en', traits);
    const of = (segment: string) =>
      ways.filter(({ score }) => segmentOf(score) === segment);
    const types = (some: Way[]) =>
      new Set(some.flatMap(({ steps }) => steps.map(({ type }) => type)));
    if (template.metric !== 'nps') {
      // Those who were let down are asked for a reason, then for words.
      const low = types(ways.filter(({ steps }) => steps.length > 2));
      assert.ok(low.has('choice') && low.has('text'));
      return;
    }
    const detractor = types(of('detractor'));
    assert.ok(detractor.has('choice') && detractor.has('text'));
    if (template.id !== 'employees') assert.ok(detractor.has('contact'));
    assert.ok(!types(of('promoter')).has('contact'));
    for (const { steps } of of('passive')) {
      assert.match(steps.map(({ text }) => text).join(' '), /\b9 or 10\b/);
    }
    const kinds = of('promoter').flatMap(({ end }) =>
      (end.actions ?? []).map(({ kind }) => kind),
    );
    assert.ok(kinds.length > 0, 'promoters are asked for one thing');
    for (const kind of kinds) {
      assert.match(kind, /^(review|referral|case_study)$/);
    }
  });

  test(`${template.id}: complete in ${template.languages.join(', ')}`, () => {
    assert.ok(['en', 'de'].every((tag) => template.languages.includes(tag)));
    for (const { where, text } of textsOf(survey)) {
      if (typeof text === 'string') {
        assert.equal(where, 'subject', `${where} is in one language`);
        continue;
      }
      const spoken = where === 'subject' ? ['en', 'de'] : template.languages;
      assert.deepEqual(Object.keys(text).sort(), [...spoken].sort(), where);
      if (text['en'] !== 'Sport') {
        assert.notEqual(text['en'], text['de'], `${where} is not translated`);
      }
    }
  });
}
