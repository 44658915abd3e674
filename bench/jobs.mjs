// One command for the claims about a file of answers, all in one run:
//
//   node bench/jobs.mjs build/native/src/cli/looplet [--rows 1000000]
//        [--job A] [--only native,node,chromium] [--runs 3]
//
// The file is that of bench/make_answers.py, about 150 bytes a row, written to
// a temporary place and removed. Job A: counts by score, plan and month. Job
// B: A, and what each comment is about. Looplet does them by `report` and in
// the analysis module; the peers are uDSV, PapaParse and DuckDB, the last only
// where a program or a Python module of that name is found. Every count of
// scores and groups must be the same everywhere, and the scores those the
// generator kept.
//
// Prints MB of the file per second of CPU time (user and system, all threads,
// the best of --runs; of the peers one run) and the peak of memory. Native
// programs are measured as a whole, in Node from the first byte on.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isDeepStrictEqual, parseArgs } from 'node:util';
import { bundleAnalysis } from './analysis_bundle.mjs';
import { inChromium } from './jobs_in_chromium.mjs';
import { ofReport } from './jobs_readers.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const {
  positionals: [program],
  values: options,
} = parseArgs({
  allowPositionals: true,
  options: {
    rows: { type: 'string', default: '1000000' },
    job: { type: 'string', default: 'A,B' },
    only: { type: 'string', default: 'native,node,chromium' },
    runs: { type: 'string', default: '3' },
  },
});
if (program === undefined || !existsSync(program)) {
  console.error(
    'usage: node bench/jobs.mjs PROGRAM [--rows N] [--job A] [--only native,node,chromium] [--runs N]   PROGRAM is the built looplet',
  );
  process.exit(2);
}
const places = options.only.split(',');
const runs = Number(options.runs);

// What performance.md cites for DuckDB 1.5 with one thread, of another day on
// this kind of machine: never mixed with what is measured here.
const citedDuckDb = { A: 104, B: 19 };

const folder = mkdtempSync(join(tmpdir(), 'looplet-jobs-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
for (const signal of ['SIGINT', 'SIGTERM'])
  process.on(signal, () => process.exit(130));

function must(command, args) {
  const run = spawnSync(command, args, { maxBuffer: 1 << 28 });
  if (run.status !== 0) {
    const said = run.error?.message ?? run.stderr.toString();
    throw new Error(`${command} ${args[0]} ended with ${run.status}: ${said}`);
  }
  return run.stdout.toString();
}

const file = join(folder, 'answers.csv');
const truth = JSON.parse(
  must('python3', [
    join(root, 'bench/make_answers.py'),
    ...['--rows', options.rows, '--out', file],
  ]),
);
const megabytes = statSync(file).size / 1e6;
const watch = join(folder, 'cpu_time');
must('c++', ['-O2', join(root, 'bench/cpu_time.cpp'), '-o', watch]);

/** A native command: what it printed, CPU seconds, peak MiB. */
function watched(command) {
  const lines = must(watch, command).trimEnd().split('\n');
  const { seconds, mebibytes, status } = JSON.parse(lines.pop());
  if (status !== 0) throw new Error(`${command[0]} ended with ${status}`);
  return { output: lines.join('\n'), seconds, mebibytes };
}

function native(job) {
  const command = [program, 'report', file, '--format', 'json'];
  command.push('--by', 'plan', '--every', 'month');
  if (job === 'A') command.push('--no-comments');
  const run = watched(command);
  return { ...run, counts: ofReport(JSON.parse(run.output)) };
}

let bundle;

async function inNode(reader, job) {
  bundle ??= await bundleAnalysis(root);
  const script = join(root, 'bench/jobs_in_node.mjs');
  const args = [script, reader, job, file, bundle];
  return JSON.parse(must(process.execPath, args));
}

/** The command that runs SQL and prints rows as JSON; nothing without one. */
function duckDb() {
  if (spawnSync('duckdb', ['--version']).status === 0)
    return (sql) => ['duckdb', '-json', '-c', sql];
  if (spawnSync('python3', ['-c', 'import duckdb']).status === 0) {
    const script =
      'import duckdb, json, sys\n' +
      'for sql in sys.argv[1].split(";")[:-1]: last = duckdb.sql(sql)\n' +
      'print(json.dumps([dict(zip(last.columns, row)) for row in last.fetchall()]))';
    return (sql) => ['python3', '-c', script, sql];
  }
  return undefined;
}

/** Job A by SQL: cells of score, plan and month as they are, counted. */
function runDuckDb(command) {
  const sql = `SET threads = 1; SELECT score, plan, substr(submitted_at, 1, 7) AS month, count(*) AS n FROM read_csv('${file}', all_varchar = true, header = true, delim = ',', quote = '"', escape = '"') GROUP BY ALL;`;
  return watched(command(sql));
}

let failed = false;
const shown = new Map(); // "A/udsv, Node": MB/s

function show(job, name, { seconds, mebibytes, beside, empty }) {
  const speed = megabytes / seconds;
  shown.set(`${job}/${name}`, speed);
  const all =
    beside === undefined
      ? ''
      : ` (${empty.toFixed(0)} before)   ${Math.round(megabytes / (seconds + beside))} MB/s with the browser's own part`;
  console.log(
    `  ${name.padEnd(24)} ${speed.toFixed(0).padStart(6)} MB/s   peak ${mebibytes.toFixed(0).padStart(5)} MiB${all}`,
  );
}

let wanted;
/** Runs, compares with the counts of the first, keeps the quickest. */
async function measure(job, name, times, run) {
  try {
    let best;
    for (let i = 0; i < times; i += 1) {
      const one = await run();
      const { themes, ...counts } = one.counts;
      wanted ??= counts;
      if (!isDeepStrictEqual(counts, wanted))
        throw new Error(`counted otherwise: ${JSON.stringify(counts)}`);
      if (job === 'B' && themes === 0) throw new Error('found no themes');
      if (best === undefined || one.seconds < best.seconds) best = one;
    }
    show(job, name, best);
  } catch (error) {
    failed = true;
    console.log(`  ${name.padEnd(24)} FAILED: ${error.message}`);
  }
}

function compare(job, ours, theirs) {
  const a = shown.get(`${job}/${ours}`);
  const b = shown.get(`${job}/${theirs}`);
  if (a !== undefined && b !== undefined)
    console.log(`  ${ours} is ${(a / b).toFixed(1)} times ${theirs}`);
}

console.log(
  `${truth.rows} rows, ${megabytes.toFixed(1)} MB; MB/s of CPU time, all threads`,
);
const chromium = places.includes('chromium')
  ? await inChromium(root, file)
  : undefined;
for (const job of options.job.split(',')) {
  console.log(
    job === 'A' ? 'job A: score, plan, month' : 'job B: A, and themes',
  );
  if (places.includes('native')) {
    await measure(job, 'looplet report', runs, () => native(job));
    const command = duckDb();
    if (command === undefined) {
      console.log(
        `  DuckDB, one thread       not measured: neither a program nor a Python module duckdb is here (cited: ${citedDuckDb[job]} MB/s)`,
      );
    } else if (job === 'A') {
      show(job, 'DuckDB, one thread', runDuckDb(command));
      compare(job, 'looplet report', 'DuckDB, one thread');
    }
  }
  if (places.includes('node')) {
    await measure(job, 'looplet, Node', runs, () => inNode('looplet', job));
    await measure(job, 'udsv, Node', 1, () => inNode('udsv', job));
    await measure(job, 'papaparse, Node', 1, () => inNode('papaparse', job));
    for (const ours of ['looplet report', 'looplet, Node'])
      compare(job, ours, 'udsv, Node');
  }
  if (chromium !== undefined) {
    for (const reader of ['looplet', 'udsv', 'papaparse']) {
      const times = reader === 'looplet' ? runs : 1;
      await measure(job, `${reader}, Chromium`, times, () =>
        chromium.measure(reader, job),
      );
    }
    compare(job, 'looplet, Chromium', 'udsv, Chromium');
  }
}
chromium?.close();

const { distribution, missing, rejected } = wanted ?? {};
const right =
  isDeepStrictEqual(distribution, truth.tally) &&
  missing === truth.missing &&
  rejected === truth.out_of_range + truth.non_integer + truth.unparseable;
console.log(
  right && !failed
    ? 'every count is the same everywhere, and the scores are those that were written'
    : 'NOT what was written, or something failed',
);
process.exitCode = right && !failed ? 0 : 1;
