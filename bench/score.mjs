// One command for the claim "looplet score reads a file of 1,000,000 answers
// so much faster than others":
//
//   node bench/score.mjs build/native/src/cli/looplet [ROWS]
//
// Writes the file (bench/make_answers.py, about 150 bytes a row) unless it is
// there, runs each reader in a process of its own, checks every count against
// the truth the generator kept, and prints MB of the file per second of CPU
// time (user and system, the best of several runs) and the peak of memory.
// The peers are streaming readers of npm: papaparse and udsv. All do the same
// job: find the column, count scores, missing and what is neither.
import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const [program, rows = '1000000'] = process.argv.slice(2);
if (program === undefined || !existsSync(program)) {
  console.error(
    'usage: node bench/score.mjs PROGRAM [ROWS]   PROGRAM is the built looplet',
  );
  process.exit(2);
}

const folder = join(here, '..', 'build', 'bench');
mkdirSync(folder, { recursive: true });
const file = join(folder, `answers-${rows}.csv`);
const truthFile = `${file}.truth.json`;
if (!existsSync(truthFile)) {
  console.error(`writing ${rows} rows ...`);
  const made = spawnSync('python3', [
    join(here, 'make_answers.py'),
    '--rows',
    rows,
    '--out',
    file,
  ]);
  if (made.status !== 0) {
    console.error(`python3 bench/make_answers.py failed: ${made.stderr}`);
    process.exit(1);
  }
  writeFileSync(truthFile, made.stdout);
}
const watch = join(folder, 'cpu_time');
const built = spawnSync('c++', [
  '-O2',
  join(here, 'cpu_time.cpp'),
  '-o',
  watch,
]);
if (built.status !== 0) {
  console.error(`c++ bench/cpu_time.cpp failed: ${built.stderr}`);
  process.exit(1);
}
const truth = JSON.parse(readFileSync(truthFile, 'utf8'));
const megabytes = statSync(file).size / 1e6;

const readers = [
  {
    name: 'looplet score',
    command: [program, 'score', file, '--format', 'json'],
    runs: 7,
  },
  {
    name: 'udsv, streaming',
    command: [process.execPath, join(here, 'score_peer.mjs'), 'udsv', file],
    runs: 2,
  },
  {
    name: 'papaparse, streaming',
    command: [
      process.execPath,
      join(here, 'score_peer.mjs'),
      'papaparse',
      file,
    ],
    runs: 2,
  },
];

/** CPU seconds and peak MiB of a command, and what it printed. */
function measure(command) {
  const run = spawnSync(watch, command, { maxBuffer: 1 << 28 });
  const lines = run.stdout.toString().trimEnd().split('\n');
  const { seconds, mebibytes, status } = JSON.parse(lines.pop());
  if (status !== 0)
    throw new Error(`${command.join(' ')} ended with ${status}: ${run.stderr}`);
  return { seconds, mebibytes, output: lines.join('\n') };
}

/** The counts a reader printed, in the truth's form. */
function counts(output) {
  const { distribution, rows: read } = JSON.parse(output);
  return {
    tally: distribution,
    missing: read.missing,
    rejected: read.rejectedCount,
  };
}

const wanted = JSON.stringify({
  tally: truth.tally,
  missing: truth.missing,
  rejected: truth.out_of_range + truth.non_integer + truth.unparseable,
});

console.log(
  `${truth.rows} rows, ${megabytes.toFixed(1)} MB; CPU time on one core`,
);
let ours = 0;
for (const { name, command, runs } of readers) {
  let best;
  try {
    for (let i = 0; i < runs; i += 1) {
      const run = measure(command);
      const got = JSON.stringify(counts(run.output));
      if (got !== wanted)
        throw new Error(`counts ${got}\nare not the truth ${wanted}`);
      if (best === undefined || run.seconds < best.seconds) best = run;
    }
  } catch (error) {
    console.log(`${name.padEnd(22)} failed: ${error.message}`);
    process.exitCode = 1;
    continue;
  }
  const speed = megabytes / best.seconds;
  ours ||= speed;
  const ratio =
    speed === ours ? '' : `   1/${(ours / speed).toFixed(0)} of looplet`;
  console.log(
    `${name.padEnd(22)} ${speed.toFixed(0).padStart(6)} MB/s   peak ${best.mebibytes.toFixed(0).padStart(4)} MiB${ratio}`,
  );
}
