// Two texts word by word: what stayed, what went, what is new.

export interface Run {
  readonly kind: 'same' | 'gone' | 'new';
  readonly text: string;
}

/** Beyond this a comparison word by word says nothing that can be read. */
const kMostWords = 800;

/** Words, and what is between them; scripts without spaces by the system's
 * rules. */
export function wordsOf(text: string): string[] {
  const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' });
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}

/**
 * The runs that make `after` of `before`: as many words as possible stay.
 * Without the `new` runs they are `before`, without the `gone` ones `after`.
 */
export function wordDiff(before: string, after: string): Run[] {
  const a = wordsOf(before);
  const b = wordsOf(after);
  if (a.length > kMostWords || b.length > kMostWords) {
    return joined([
      { kind: 'gone', text: before },
      { kind: 'new', text: after },
    ]);
  }
  const width = b.length + 1;
  // longest[i * width + j]: words that can stay of a from i and b from j.
  const longest = new Uint16Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      longest[i * width + j] =
        a[i] === b[j]
          ? (longest[(i + 1) * width + j + 1] ?? 0) + 1
          : Math.max(
              longest[(i + 1) * width + j] ?? 0,
              longest[i * width + j + 1] ?? 0,
            );
    }
  }
  const runs: Run[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    const stays = i < a.length && j < b.length && a[i] === b[j];
    const down = longest[(i + 1) * width + j] ?? 0;
    const right = longest[i * width + j + 1] ?? 0;
    if (stays) {
      runs.push({ kind: 'same', text: a[i] ?? '' });
      i += 1;
      j += 1;
    } else if (j >= b.length || (i < a.length && down >= right)) {
      runs.push({ kind: 'gone', text: a[i] ?? '' });
      i += 1;
    } else {
      runs.push({ kind: 'new', text: b[j] ?? '' });
      j += 1;
    }
  }
  return joined(bridged(runs));
}

/** A single space between two changes belongs to both: "old words" for "new
 * phrase" and not word for word. */
function bridged(runs: readonly Run[]): Run[] {
  return runs.flatMap((run, at): Run[] => {
    const between =
      run.kind === 'same' &&
      /^\s+$/.test(run.text) &&
      runs[at - 1] !== undefined &&
      runs[at + 1] !== undefined &&
      runs[at - 1]?.kind !== 'same' &&
      runs[at + 1]?.kind !== 'same';
    return between
      ? [
          { kind: 'gone', text: run.text },
          { kind: 'new', text: run.text },
        ]
      : [run];
  });
}

/** Neighbours of one kind as one; of a change, what went comes first. */
function joined(runs: readonly Run[]): Run[] {
  const out: Run[] = [];
  let gone = '';
  let fresh = '';
  const flush = (): void => {
    if (gone !== '') out.push({ kind: 'gone', text: gone });
    if (fresh !== '') out.push({ kind: 'new', text: fresh });
    gone = '';
    fresh = '';
  };
  for (const { kind, text } of runs) {
    if (kind === 'gone') gone += text;
    else if (kind === 'new') fresh += text;
    else {
      flush();
      const last = out.at(-1);
      if (last?.kind === 'same') {
        out[out.length - 1] = { kind, text: last.text + text };
      } else out.push({ kind, text });
    }
  }
  flush();
  return out;
}
