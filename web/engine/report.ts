// The report of a file as it comes in, byte by byte; see openReport in
// analysis.ts.
import type { Report, ReportSource, Reply } from './types.ts';

/** What the module has for it; wasm_bindings/report.cpp. */
export interface ReportModule {
  /** The module's memory; another one after it has grown. */
  readonly HEAPU8: Uint8Array;
  reportOpen(options: string): string;
  reportRoom(handle: number): number;
  reportRoomSize(handle: number): number;
  reportFill(handle: number, count: number): void;
  reportSource(handle: number): string;
  reportPeek(handle: number): string;
  reportEnd(handle: number): boolean;
  reportFinish(handle: number): string;
  reportClose(handle: number): void;
}

/** A file that is being read. Nothing here throws but `push` and `end`. */
export interface OpenReport {
  /** Reads on. The bytes are copied, whatever their number. */
  push(bytes: Uint8Array): void;
  /** The report so far, without phrases, comments, examples and movement. */
  peek(): Reply<Report>;
  /** What is understood of the file so far, and what is to be chosen. */
  source(): Reply<ReportSource>;
  /**
   * Says that nothing more comes. True: rows of the file take the place of
   * earlier ones; push all of it once more from the front, and end again.
   */
  end(): boolean;
  /** The report, after `end` has returned false. */
  finish(): Reply<Report>;
  /** Gives its memory back; it can do nothing more. */
  close(): void;
}

/** `ask` guards the module, and parses. */
export function openedReport(
  module: ReportModule,
  handle: number,
  ask: <T>(use: () => string) => Reply<T>,
): OpenReport {
  let closed = false;
  const told = <T>(use: () => string): Reply<T> =>
    closed
      ? {
          ok: false,
          errors: [
            {
              code: 'engine_failed',
              where: '',
              message: 'This report has been closed.',
            },
          ],
        }
      : ask(use);
  return {
    push(bytes) {
      for (let at = 0; !closed && at < bytes.length; ) {
        const address = module.reportRoom(handle);
        const room = module.reportRoomSize(handle);
        const piece = bytes.subarray(at, at + room);
        module.HEAPU8.set(piece, address);
        module.reportFill(handle, piece.length);
        at += piece.length;
      }
    },
    peek: () => told(() => module.reportPeek(handle)),
    source: () => told(() => module.reportSource(handle)),
    end: () => !closed && module.reportEnd(handle),
    finish: () => told(() => module.reportFinish(handle)),
    close() {
      if (!closed) module.reportClose(handle);
      closed = true;
    },
  };
}
