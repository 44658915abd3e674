// A document in a link: deflated, in base64url, in the part of the address that
// is never sent to a server.

/** What a link may hold once it is unpacked; a survey has at most 64 KiB. */
const kMost = 1 << 18;
const kName = 'survey';

export class LinkFault extends Error {}

const toBase64Url = (bytes: Uint8Array): string => {
  let text = '';
  for (let at = 0; at < bytes.length; at += 8192) {
    text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  }
  return btoa(text)
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '');
};

function fromBase64Url(text: string): Uint8Array<ArrayBuffer> {
  if (!/^[\w-]+$/.test(text)) throw new LinkFault('has a character too many');
  try {
    const plain = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
    return Uint8Array.from(plain, (c) => c.charCodeAt(0));
  } catch {
    throw new LinkFault('is cut off');
  }
}

/** Everything a stream gives, or a fault once it is too much. */
async function all(stream: ReadableStream<Uint8Array>): Promise<Uint8Array> {
  const reader = stream.getReader();
  const parts: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.length;
    if (size > kMost) {
      void reader.cancel().catch(() => {});
      throw new LinkFault('holds more than it may');
    }
    parts.push(value);
  }
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

const through = (
  bytes: Uint8Array<ArrayBuffer>,
  transform: CompressionStream | DecompressionStream,
) => new Blob([bytes]).stream().pipeThrough(transform);

/** The fragment for a document's text, "#survey=..." */
export async function pack(text: string, name = kName): Promise<string> {
  const bytes = new TextEncoder().encode(text);
  const packed = await all(
    through(bytes, new CompressionStream('deflate-raw')),
  );
  return `#${name}=${toBase64Url(packed)}`;
}

/** The text in a fragment; null when there is none. Throws LinkFault. */
export async function unpack(
  fragment: string,
  name = kName,
): Promise<string | null> {
  const text = fragment.replace(/^#/, '');
  if (!text.startsWith(`${name}=`)) return null;
  const bytes = fromBase64Url(text.slice(name.length + 1));
  let plain: Uint8Array;
  try {
    plain = await all(through(bytes, new DecompressionStream('deflate-raw')));
  } catch (error) {
    throw error instanceof LinkFault ? error : new LinkFault('is cut off');
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(plain);
  } catch {
    throw new LinkFault('holds something that is no text');
  }
}
