// The bytes of a file as the engine reads them: as they are, unpacked, or a
// spreadsheet written out as CSV. What it is, its first bytes say.

export interface Source {
  /** The next bytes, good until the next call; none at the end. */
  read(): Promise<Uint8Array | undefined>;
  /** How far into the file that is, in bytes of the file. */
  done(): number;
  close(): void;
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
  return starts(0x1f, 0x8b) ? unpacked(file) : plain(file);
}

function plain(file: File): Source {
  const next = reading(file.stream());
  let done = 0;
  return {
    async read() {
      const bytes = await next.read();
      done += bytes?.length ?? 0;
      return bytes;
    },
    done: () => done,
    close: next.close,
  };
}

function unpacked(file: File): Source {
  let done = 0;
  const counted = new TransformStream<
    Uint8Array<ArrayBuffer>,
    Uint8Array<ArrayBuffer>
  >({
    transform(chunk, controller) {
      done += chunk.length;
      controller.enqueue(chunk);
    },
  });
  const stream = file
    .stream()
    .pipeThrough(counted)
    .pipeThrough(new DecompressionStream('gzip'));
  return { ...reading(stream), done: () => done };
}

/** Bytes for a reader that is lent the room to read into. */
const kRoom = 1 << 20;

function reading(
  stream: ReadableStream<Uint8Array<ArrayBuffer>>,
): Pick<Source, 'read' | 'close'> {
  const close = (reader: { cancel(): Promise<void> }) => () => {
    void reader.cancel().catch(() => {});
  };
  try {
    // Into the same memory again and again: a new piece for each read is a
    // file's worth of garbage. Streams of files can do it in most browsers.
    const reader = stream.getReader({ mode: 'byob' });
    let room = new ArrayBuffer(kRoom);
    return {
      async read() {
        const { value } = await reader.read(new Uint8Array(room));
        if (value) room = value.buffer;
        return value?.length ? value : undefined;
      },
      close: close(reader),
    };
  } catch {
    const reader = stream.getReader();
    return {
      read: async () => (await reader.read()).value,
      close: close(reader),
    };
  }
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
  return { ...reading(new Blob([text]).stream()), done: () => file.size };
}
