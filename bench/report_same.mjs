// Whether the program and the analysis module give the same report of a file,
// to the last digit; exit 1 when they do not.
//
//   python3 bench/make_answers.py --rows 300000 --out answers.csv
//   node bench/report_same.mjs build/native/src/cli/looplet answers.csv

import { execFileSync } from 'node:child_process';
import { closeSync, openSync, readSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import { bundleAnalysis } from './analysis_bundle.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const [program, file] = process.argv.slice(2);
if (file === undefined) {
  console.error('usage: node bench/report_same.mjs PROGRAM FILE');
  process.exit(2);
}

const bundle = await bundleAnalysis(root);
const { loadAnalysis } = await import(pathToFileURL(bundle).href);

const analysis = await loadAnalysis();
const options = { by: ['plan', 'country'], every: 'month', goal: 30 };
const opened = analysis.openReport(options);
const before = process.cpuUsage();
let bytes = 0;
do {
  const input = openSync(file);
  const piece = new Uint8Array(1 << 20);
  for (let count = 1; count > 0; ) {
    count = readSync(input, piece);
    opened.value.push(piece.subarray(0, count));
    bytes += count;
  }
  closeSync(input);
} while (opened.value.end());
const ours = opened.value.finish();
const { user } = process.cpuUsage(before);
const theirs = execFileSync(
  program,
  [
    'report',
    file,
    '--by',
    'plan',
    '--by',
    'country',
    '--every',
    'month',
  ].concat(['--goal', '30', '--format', 'json']),
  { encoding: 'utf8', maxBuffer: 1 << 28 },
);
const same = ours.ok && isDeepStrictEqual(ours.value, JSON.parse(theirs));
console.log(
  `${same ? 'the same' : 'NOT the same'}: ${ours.value?.rows.read} rows; the module reads ${Math.round(bytes / user)} MB/s of CPU time, comments and all`,
);
process.exit(same ? 0 : 1);
