// The page and the program give the same report of a file, to the last digit.

import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Report } from '../../../web/engine/types.ts';
import { whole } from '../../../web/site/numbers.ts';
import type { Case } from '../suite.ts';
import {
  catchFiles,
  dropBytes,
  onCalculator,
  says,
} from './calculator_page.ts';
import { choose } from './studio_page.ts';

const root = process.env['LOOPLET_ROOT'] ?? process.cwd();
const program = join(root, 'build/native/src/cli/looplet');
const exports = join(root, 'tests/vectors/exports');

/** As the page asks for it: months, and comments to look through. */
const kAsked = ['--every', 'month', '--comments', '2000'];

function nativeReport(file: string, more: readonly string[] = []): Report {
  assert.ok(
    existsSync(program),
    `${program} is not built: run \`cmake --workflow --preset native\` first.`,
  );
  const { stdout, stderr } = spawnSync(
    program,
    ['report', file, '--format', 'json', ...kAsked, ...more],
    { encoding: 'utf8', maxBuffer: 2 ** 28 },
  );
  assert.ok(stdout !== '', stderr);
  return JSON.parse(stdout);
}

// JavaScript writes minus zero as 0; nothing else may differ.
const written = (report: Report): unknown => JSON.parse(JSON.stringify(report));

export const calculatorSame: Case[] = [
  {
    name: 'the page gives the report of the program of every kind of export',
    run: (page) =>
      onCalculator(page, async () => {
        const files = readdirSync(exports);
        assert.ok(files.length >= 20);
        const last = await catchFiles(page);
        for (const name of files) {
          const file = join(exports, name);
          const expected = nativeReport(file);
          await dropBytes(page, name, readFileSync(file));
          await says(page, new RegExp(`, ${expected.estimate.n} answers?$`));
          await page.click('button', 'Report as JSON');
          const found = JSON.parse((await last()).text);
          assert.deepEqual(found, written(expected), name);
          // Else the next file's answers might be taken for these.
          await page.click('button', 'Forget');
          await page.get('heading', 'How sure is your score?');
        }
      }),
  },
  {
    name: 'weights count on the page as in the program',
    run: (page) =>
      onCalculator(page, async () => {
        const rows = Array.from(
          { length: 60 },
          (_, at) =>
            `${(at * 7) % 11},${'abc'[at % 3]},2026-0${1 + (at % 4)}-03,${0.5 + (at % 5)}`,
        );
        const text = `score,plan,date,heads\n${rows.join('\n')}\n`;
        const folder = mkdtempSync(join(tmpdir(), 'looplet-same-'));
        try {
          const file = join(folder, 'weights.csv');
          writeFileSync(file, text);
          const more = ['--by', 'plan', '--columns', 'weight=4'];
          const expected = nativeReport(file, more);
          assert.ok(expected.unweighted);
          await dropBytes(page, 'weights.csv', Buffer.from(text));
          await says(page, /, 60 answers$/);
          await choose(page, 'Weight', '4');
          // The file is read once more, and what it is broken down by drawn.
          const { rounded } = expected.estimate;
          await says(page, new RegExp(`^NPS .*${Math.abs(rounded ?? 0)}, `));
          await page.gone('progressbar', 'Reading the file');
          await page.click('checkbox', 'plan');
          await page.get('img', /^Score by plan\./);
          await page.gone('progressbar', 'Reading the file');
          const last = await catchFiles(page);
          await page.click('button', 'Report as JSON');
          const found = JSON.parse((await last()).text);
          assert.deepEqual(found, written(expected));
        } finally {
          rmSync(folder, { recursive: true, force: true });
        }
      }),
  },
  {
    name: 'the page gives the report of the program of 20,000 rows',
    run: (page) =>
      onCalculator(page, async () => {
        const folder = mkdtempSync(join(tmpdir(), 'looplet-same-'));
        try {
          const file = join(folder, 'answers.csv');
          execFileSync('python3', [
            ...[join(root, 'bench/make_answers.py'), '--rows', '20000'],
            ...['--out', file],
          ]);
          const by = ['--by', 'plan', '--by', 'country'];
          const expected = nativeReport(file, by);
          assert.ok(expected.estimate.n > 19_000);
          assert.equal(expected.comments.length, 2000);
          await dropBytes(page, 'answers.csv', readFileSync(file));
          const { n } = expected.estimate;
          // The thin space between thousands is read as any other.
          await says(
            page,
            new RegExp(`, ${whole(n).replace('\u202f', '.')} answers$`),
          );
          for (const column of ['plan', 'country']) {
            await page.click('checkbox', column);
            await page.get('img', new RegExp(`^Score by ${column}\\.`));
          }
          await page.gone('progressbar', 'Reading the file');
          const last = await catchFiles(page);
          await page.click('button', 'Report as JSON');
          const found = JSON.parse((await last()).text);
          assert.deepEqual(found, written(expected));
        } finally {
          rmSync(folder, { recursive: true, force: true });
        }
      }),
  },
];
