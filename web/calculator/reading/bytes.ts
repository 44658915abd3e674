// The bytes of a file as the engine reads them: as they are, unpacked, or a
// spreadsheet written out as CSV. What it is, its first bytes say.

export interface Source {
  readonly stream: ReadableStream<Uint8Array>;
  /** How far into the file the stream is, in bytes of the file. */
  done(): number;
}

export class SourceFault extends Error {}

/** A spreadsheet is taken apart in memory. */
const kMostSheet = 64 << 20;

export async function openSource(file: File): Promise<Source> {
  const head = new Uint8Array(await file.slice(0, 4).arrayBuffer());
  const starts = (...bytes: number[]): boolean =>
    bytes.every((byte, at) => head[at] === byte);
  if (starts(0x50, 0x4b, 0x03, 0x04)) return openSheet(file);
  if (starts(0xd0, 0xcf, 0x11, 0xe0)) {
    throw new SourceFault(
      'This is an old Excel file (.xls). Save it as .xlsx or CSV.',
    );
  }
  let done = 0;
  const counted = file.stream().pipeThrough(
    new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
      transform(chunk, controller) {
        done += chunk.length;
        controller.enqueue(chunk);
      },
    }),
  );
  const stream = starts(0x1f, 0x8b)
    ? counted.pipeThrough(new DecompressionStream('gzip'))
    : counted;
  return { stream, done: () => done };
}

async function openSheet(file: File): Promise<Source> {
  if (file.size > kMostSheet) {
    throw new SourceFault(
      'This spreadsheet is larger than 64 MB. Save it as CSV, which may be of any size.',
    );
  }
  const { sheetAsCsv } = await import('./sheet.ts');
  let text: string;
  try {
    text = await sheetAsCsv(file);
  } catch (error) {
    throw new SourceFault(
      `This spreadsheet cannot be read (${error instanceof Error ? error.message : error}). Save it as CSV.`,
    );
  }
  return {
    stream: new Blob([text]).stream(),
    done: () => file.size,
  };
}
