// Runs in a Worker: a file, piece by piece, through the engine.
import { loadAnalysis } from '../../engine/analysis.ts';
import { openSource, SourceFault } from './bytes.ts';
import type { ReadFile, ReadTold } from './messages.ts';

const tell = (told: ReadTold): void => postMessage(told);
const fail = (code: string, message: string): void =>
  tell({ kind: 'failed', errors: [{ code, where: '', message }] });

addEventListener('message', async ({ data }: MessageEvent<ReadFile>) => {
  try {
    await loadAnalysis();
    await openSource(data.file);
    fail('unsupported', 'Reading is on its way.');
  } catch (error) {
    if (error instanceof SourceFault) fail('unreadable', error.message);
    else fail('unreadable', `${error}`);
  }
});
