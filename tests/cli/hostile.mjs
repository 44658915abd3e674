// What no honest file holds, given to the real program:
//
//   node tests/cli/hostile.mjs PROGRAM
//
// Lines of a gigabyte are made on the fly and written to its standard input;
// others are cut short, grow or are written over while it reads. Each must end
// by itself in bounded time and memory, with a report or a fault, and say the
// right thing of what was whole.
import { spawn } from 'node:child_process';
import {
  appendFileSync,
  closeSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const [program] = process.argv.slice(2);
if (program === undefined) {
  console.error('usage: node tests/cli/hostile.mjs PROGRAM');
  process.exit(2);
}

const kMostMiB = 64;
const kLongestMs = 120_000;
const folder = mkdtempSync(join(tmpdir(), 'looplet-hostile-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));

/** Starts it; `done` is its exit code, output and last known peak in MiB. */
function start(args) {
  const child = spawn(program, args, { stdio: ['pipe', 'pipe', 'pipe'] });
  const run = { child, out: '', err: '', peak: 0 };
  child.stdout.on('data', (bytes) => {
    run.out += bytes;
  });
  child.stderr.on('data', (bytes) => {
    run.err += bytes;
  });
  child.stdin.on('error', () => {}); // it may have seen enough
  const late = setTimeout(() => child.kill('SIGKILL'), kLongestMs);
  run.done = new Promise((resolve) => {
    child.on('close', (code, signal) => {
      clearTimeout(late);
      resolve({ ...run, code, signal });
    });
  });
  /** The peak of its memory up to now. */
  run.look = () => {
    try {
      const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
      const peak = /VmHWM:\s+(\d+)/.exec(status);
      if (peak !== null) run.peak = Number(peak[1]) / 1024;
    } catch {
      // It has ended; what was seen before counts.
    }
  };
  return run;
}

/** Writes the pieces to its standard input, none before it has room. */
async function feed(args, pieces) {
  const run = start(args);
  for (const piece of pieces) {
    if (run.child.exitCode !== null) break;
    if (!run.child.stdin.write(piece)) {
      await Promise.race([
        new Promise((resolve) => run.child.stdin.once('drain', resolve)),
        run.done,
      ]);
    }
    run.look();
  }
  run.look();
  run.child.stdin.end();
  return { ...(await run.done), peak: run.peak };
}

/** `head`, then `megabytes` of `filling`, then `tail`. */
function* long(head, filling, megabytes, tail) {
  yield Buffer.from(head);
  const piece = Buffer.alloc(1 << 20, filling);
  for (let i = 0; i < megabytes; i += 1) yield piece;
  yield Buffer.from(tail);
}

const gigabyte = 1024;
const fed = [
  {
    name: 'a line of a gigabyte is left out, and the next is read',
    args: ['score', '--format', 'csv'],
    input: () => long('score\n9\n', '7', gigabyte, '\n3\n'),
    exit: 1,
    out: '\n2,1,0,1,',
    err: 'stdin:3: This row is longer than 1048576 bytes',
  },
  {
    name: 'so it is by the report, with cells and comments',
    args: ['report', '--by', 'plan', '--format', 'csv'],
    input: () =>
      long(
        'score,plan,comment\n9,pro,fine\n3,pro,',
        'x, y ',
        gigabyte,
        '\n8,free,ok\n',
      ),
    exit: 1,
    out: '\nplan,free,1,',
    err: '[row_too_large]',
  },
  {
    name: 'a quote that is never closed for a gigabyte is told by its line',
    args: ['score', '--format', 'csv'],
    input: () => long('score,why\n9,a\n3,"', 'no end\n', gigabyte, ''),
    exit: 1,
    out: '\n1,1,0,0,',
    err: 'stdin:3: The quote that opens here is never closed',
  },
  {
    name: 'a string of a gigabyte in JSON',
    args: ['score', '--format', 'csv'],
    input: () =>
      long(
        '[{"score":9},\n{"score":3,"comment":"',
        'x',
        gigabyte,
        '"},\n{"score":8}]',
      ),
    exit: 1,
    out: '\n2,1,1,0,',
    err: 'stdin:2:',
  },
  {
    name: 'a gigabyte of brackets',
    args: ['score'],
    input: () => long('', '[', gigabyte, ''),
    exit: 1,
    err: 'stdin:1:',
  },
  {
    name: 'a comment of a gigabyte is left out by tag',
    args: ['tag'],
    input: () =>
      long(
        'id,comment\na,The app is slow\nb,',
        'slow ',
        gigabyte,
        '\nc,good\n',
      ),
    exit: 1,
    out: '\na,The app is slow,performance_speed,-1,',
    err: '[row_too_large]',
  },
  {
    name: 'a million headings',
    args: ['report'],
    input: () => [`score${',a'.repeat(1e6)}\n9${',b'.repeat(1e6)}\n`],
    exit: 1,
    err: '[row_too_large]',
  },
  {
    name: 'zeros without end',
    args: ['report'],
    input: () => long('', '\0', 64, ''),
    exit: 1,
    err: 'stdin:1: This is binary data',
  },
  {
    name: 'a NUL in a cell',
    args: ['score', '--format', 'csv'],
    input: () => ['score,why\n9,a\0b\n3,c\n'],
    exit: 1,
    out: '\n2,1,0,1,',
    err: 'stdin:2:',
  },
  {
    name: 'a picture',
    args: ['report'],
    input: () => long('\x89PNG\r\n\x1A\n', 'IDAT\0\xFF', 8, ''),
    exit: 1,
    err: '[not_text]',
  },
  {
    name: 'UTF-16 without a mark',
    args: ['report'],
    input: () => [Buffer.from('score,why\n9,good\n'.repeat(50), 'utf16le')],
    exit: 1,
    err: '[not_text]',
  },
  {
    name: 'half a character at the end of UTF-16 is a cell without a score',
    args: ['score', '--format', 'csv'],
    input: () => [
      Buffer.from('\uFEFFscore\n9\n', 'utf16le'),
      Buffer.from([0x33]),
    ],
    exit: 0,
    out: ['\n1,1,0,0,100.0,', ',score,0,1\n'],
  },
  {
    name: 'Latin-1, and UTF-8 in the same file',
    args: ['report', '--by', 'why', '--min-group', '0', '--format', 'csv'],
    input: () => [
      Buffer.from('score,why\n9,sch\xF6n\n', 'latin1'),
      Buffer.from('3,sch\u00F6n\n', 'utf8'),
    ],
    exit: 0,
    out: '\nwhy,sch\u00F6n,2,1,0,1,',
  },
  {
    name: 'nothing at all',
    args: ['report'],
    input: () => [],
    exit: 1,
    err: '[no_rows]',
  },
  {
    name: 'gzip that breaks off',
    args: ['score'],
    input: () => [Buffer.from('1f8b08000000000000032b4e', 'hex')],
    exit: 1,
    err: 'stdin',
  },
];

const rows = 2_000_000;
const row = 'r,2026-05-04,9,a comment of some length, pro\n';
const header = 'id,day,score,why,plan\n';

/** True once `run` has read from `path` and has more than half to go. */
async function caughtReading(run, path, size) {
  for (let i = 0; i < 100_000 && run.child.exitCode === null; i += 1) {
    try {
      for (const number of readdirSync(`/proc/${run.child.pid}/fd`)) {
        if (readlinkSync(`/proc/${run.child.pid}/fd/${number}`) !== path)
          continue;
        const about = `/proc/${run.child.pid}/fdinfo/${number}`;
        const at = Number(/pos:\s+(\d+)/.exec(readFileSync(about, 'utf8'))[1]);
        if (at > 0) return at < size / 2;
      }
    } catch {
      // Not begun, or ended.
    }
    await new Promise((resolve) => setImmediate(resolve));
  }
  return false;
}

/** `change(path)` comes when the program has begun to read the file. */
const changing = [
  {
    name: 'a file that is cut short while it is read',
    change: (path) => truncateSync(path, 4096),
    check: (read) => read > 0 && read < rows,
  },
  {
    name: 'a file that grows while it is read',
    change: (path) => appendFileSync(path, row.repeat(1000)),
    check: (read) => read === rows + 1000,
  },
  {
    name: 'a file that is written over while it is read',
    change(path) {
      const size = statSync(path).size;
      const file = openSync(path, 'r+');
      writeSync(
        file,
        Buffer.alloc(1 << 20, '\0"\xFF,\n'),
        0,
        1 << 20,
        size - (2 << 20),
      );
      closeSync(file);
    },
    check: (read) => read > 0,
    mayFault: true,
  },
];

let passed = 0;
let failed = 0;
function tell(name, wrong, run) {
  if (wrong.length === 0) {
    passed += 1;
    return;
  }
  failed += 1;
  console.log(`FAILED: ${name}: ${wrong.join('; ')}`);
  console.log(`  ${run.out.slice(0, 400)}\n  ${run.err.slice(0, 400)}`);
}

for (const { name, args, input, exit, out = '', err = '' } of fed) {
  const run = await feed(args, input());
  const wrong = [];
  if (run.code !== exit)
    wrong.push(`ended with ${run.code ?? run.signal}, not ${exit}`);
  for (const part of [out].flat())
    if (!run.out.includes(part)) wrong.push(`no ${JSON.stringify(part)}`);
  if (!run.err.includes(err)) wrong.push(`no complaint ${JSON.stringify(err)}`);
  if (run.peak > kMostMiB) wrong.push(`took ${run.peak.toFixed(0)} MiB`);
  tell(name, wrong, run);
}

for (const { name, change, check, mayFault = false } of changing) {
  let run;
  let caught = false;
  for (let attempt = 0; attempt < 20 && !caught; attempt += 1) {
    const path = join(folder, `answers-${attempt}.csv`);
    writeFileSync(path, header + row.repeat(rows));
    const started = start([
      'report',
      path,
      '--no-comments',
      '--format',
      'json',
    ]);
    caught = await caughtReading(started, path, statSync(path).size);
    if (caught) change(path);
    run = await started.done;
    rmSync(path);
  }
  const wrong = caught ? [] : ['was never caught reading'];
  if (run.code !== 0 && !(mayFault && run.code === 1))
    wrong.push(`ended with ${run.code ?? run.signal}`);
  try {
    const { read } = JSON.parse(run.out).rows;
    if (!check(read)) wrong.push(`read ${read} rows`);
  } catch {
    wrong.push('gave no report');
  }
  tell(name, wrong, run);
}

console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
