// Runs in a Worker: a file, piece by piece, through the engine.
import { loadAnalysis } from '../../engine/analysis.ts';
import type { OpenReport } from '../../engine/report.ts';
import type { Fault, ReportSource } from '../../engine/types.ts';
import { openSource, SourceFault } from './bytes.ts';
import type { Asked, Told } from './messages.ts';

type Read = Extract<Asked, { kind: 'read' }>;

/** Figures are told so often while a file is read, in milliseconds. */
const kEvery = 250;

/** Bytes for the engine at a time: between two pieces it can be stopped. */
const kPiece = 1 << 20;

/** The first of them, after which the first figures are told. */
const kFirstPiece = 1 << 18;

/** The work that is wanted; another number: it is to be given up. */
let wanted = 0;

const tell = (told: Told): void => postMessage(told);

addEventListener('message', ({ data }: MessageEvent<Asked>) => {
  if (data.kind === 'stop') wanted = 0;
  else {
    wanted = data.job;
    void read(data);
  }
});

// The engine is there before a file is, and then what takes spreadsheets apart:
// both can be read at once, and offline. Without it now, it is asked for again.
void loadAnalysis()
  .then(warm)
  .then(() => import('./sheet.ts'))
  .catch(() => {});

/** Two rows: rules are made ready, and what a browser compiles when called. */
function warm(analysis: Awaited<ReturnType<typeof loadAnalysis>>): void {
  if (wanted !== 0) return;
  const opened = analysis.openReport({ every: 'month' });
  if (!opened.ok) return;
  const rows =
    'score,comment,date\n9,It works well,2026-01-02\n2,Slow,2026-02-03\n';
  opened.value.push(new TextEncoder().encode(rows));
  opened.value.end();
  opened.value.peek();
  opened.value.close();
}

class Stopped extends Error {}

async function read({ job, file, options }: Read): Promise<void> {
  const fail = (
    errors: readonly Fault[],
    source: ReportSource | null = null,
    dead = false,
  ): void => tell({ kind: 'failed', job, errors, source, dead });
  let opened: OpenReport | undefined;
  try {
    const analysis = await loadAnalysis();
    const reply = analysis.openReport(options);
    if (!reply.ok) {
      fail(reply.errors);
      return;
    }
    opened = reply.value;
    await pour(job, file, opened, false);
    if (opened.end()) {
      await pour(job, file, opened, true);
      opened.end();
    }
    const report = opened.finish();
    if (report.ok) tell({ kind: 'done', job, report: report.value });
    else {
      const source = opened.source();
      fail(report.errors, source.ok ? source.value : null);
    }
  } catch (error) {
    if (error instanceof Stopped) tell({ kind: 'stopped', job });
    else {
      const dead = error instanceof WebAssembly.RuntimeError;
      const code = dead ? 'engine_failed' : 'unreadable';
      fail([{ code, where: '', message: words(error) }], null, dead);
    }
  } finally {
    opened?.close();
  }
}

/** All bytes of the file into the engine, telling how far it is. */
async function pour(
  job: number,
  file: File,
  opened: OpenReport,
  again: boolean,
): Promise<void> {
  const source = await openSource(file);
  const total = file.size;
  // Figures of the first piece are shown at once.
  let told = Number.NEGATIVE_INFINITY;
  try {
    for (;;) {
      const bytes = await source.read();
      if (wanted !== job) throw new Stopped();
      if (!bytes) break;
      // WebKit may give the whole file as one piece.
      for (let at = 0, size = 0; at < bytes.length; at += size) {
        size = told < 0 ? kFirstPiece : kPiece;
        opened.push(bytes.subarray(at, at + size));
        const now = performance.now();
        if (now - told < kEvery) continue;
        told = now;
        const waiting = Math.max(0, bytes.length - at - size);
        const peeked = opened.peek();
        const report = peeked.ok ? peeked.value : null;
        const read = Math.max(0, source.done() - waiting);
        tell({ kind: 'progress', job, done: read, total, again, report });
        // Lets a message in that says to stop.
        await new Promise((resolve) => setTimeout(resolve));
        if (wanted !== job) throw new Stopped();
      }
    }
    // What was written to meanwhile is shorter, or cannot be opened any more.
    if (source.done() < total) throw new SourceFault(kChanged);
    await file.slice(-1).arrayBuffer();
  } finally {
    source.close();
  }
}

const kChanged = 'The file has changed or is gone. Choose it again.';

function words(error: unknown): string {
  if (error instanceof SourceFault) return error.message;
  if (
    error instanceof DOMException &&
    /NotReadable|NotFound/.test(error.name)
  ) {
    return kChanged;
  }
  // What unpacks gzip says so by a TypeError.
  if (error instanceof TypeError) {
    return 'The compressed file is damaged or cut off. Get it again from where it came.';
  }
  return `It could not be read (${error}).`;
}
