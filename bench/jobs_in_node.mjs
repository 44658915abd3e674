// One reader of bench/jobs.mjs in a process of its own:
//
//   node bench/jobs_in_node.mjs READER JOB FILE BUNDLE
//
// Prints as JSON what it counted, its seconds of CPU time from the first byte
// on (so without the start of Node), and the peak of its memory in MiB.
import { createReadStream, openSync, readFileSync, readSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { looplet, papaparse, udsv } from './jobs_readers.mjs';

const [reader, job, file, bundle] = process.argv.slice(2);
const rules = JSON.parse(
  readFileSync(new URL('../examples/themes/en.json', import.meta.url), 'utf8'),
);

function* bytes() {
  const input = openSync(file);
  const piece = new Uint8Array(1 << 20);
  for (;;) {
    const count = readSync(input, piece);
    if (count === 0) return;
    yield piece.subarray(0, count);
  }
}
const source = {
  job,
  rules,
  open: bytes,
  whole: () =>
    createReadStream(file, { encoding: 'utf8', highWaterMark: 1 << 20 }),
};

const ready = {
  async looplet() {
    const { loadAnalysis } = await import(pathToFileURL(bundle).href);
    const analysis = await loadAnalysis();
    return () => looplet(analysis, source);
  },
  async udsv() {
    const package_ = await import('udsv');
    return () => udsv(package_, source);
  },
  async papaparse() {
    const { default: Papa } = await import('papaparse');
    return () => papaparse(Papa, source);
  },
};
const run = await ready[reader]();
const before = process.cpuUsage();
const counts = await run();
const { user, system } = process.cpuUsage(before);
const peak = /VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'));
console.log(
  JSON.stringify({
    counts,
    seconds: (user + system) / 1e6,
    mebibytes: Number(peak[1]) / 1024,
  }),
);
