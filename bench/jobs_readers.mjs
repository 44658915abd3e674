// The two jobs of bench/jobs.mjs by the analysis module and by two readers of
// npm, the same in Node and in a Worker of a page.
//
//   job A: counts by score, by plan, by month; what is missing or no score
//   job B: A, and what each comment is about
//
// What a score is, the peers decide by the rule of looplet and remember each
// text they have met; their themes are one regular expression of the plain
// phrases of examples/themes. Looplet reads its own rules: five languages,
// negation and feelings included.

/** Counts of one group, and the place a score has in them. */
const segmentOf = (score) => (score >= 9 ? 0 : score >= 7 ? 1 : 2);

/** What every reader counts, in the form that is compared. */
class Counts {
  distribution = new Array(11).fill(0);
  missing = 0;
  rejected = 0;
  plan = new Map();
  month = new Map();
  themes = new Map();
  #known = new Map();

  #meaning(raw) {
    const text = raw.trim();
    if (text === '' || /^(n\/?a|null|none|-+)$/i.test(text)) return -1;
    const label = /^(\d+)(?:\.0+)?(?:\s+-\s+\D*)?$|^\D*\s-\s(\d+)$/.exec(text);
    const score = label === null ? Number.NaN : Number(label[1] ?? label[2]);
    return score >= 0 && score <= 10 ? score : -2;
  }

  static #count(groups, name, segment) {
    let counts = groups.get(name);
    if (counts === undefined) {
      counts = [0, 0, 0];
      groups.set(name, counts);
    }
    counts[segment] += 1;
  }

  /** True when the row has a score. */
  add(raw, plan, time) {
    let score = this.#known.get(raw);
    if (score === undefined) {
      score = this.#meaning(raw);
      this.#known.set(raw, score);
    }
    if (score < 0) {
      if (score === -1) this.missing += 1;
      else this.rejected += 1;
      return false;
    }
    const segment = segmentOf(score);
    this.distribution[score] += 1;
    Counts.#count(this.plan, plan, segment);
    Counts.#count(this.month, time.slice(0, 7), segment);
    return true;
  }

  /** Each theme once a comment. */
  tag(comment, phrases) {
    let found;
    for (const [phrase] of comment.matchAll(phrases.pattern)) {
      found ??= new Set();
      found.add(phrases.themes.get(phrase.toLowerCase()));
    }
    if (found === undefined) return;
    for (const theme of found)
      this.themes.set(theme, (this.themes.get(theme) ?? 0) + 1);
  }

  result() {
    const sorted = (groups) => Object.fromEntries([...groups].sort());
    return {
      distribution: this.distribution,
      missing: this.missing,
      rejected: this.rejected,
      plan: sorted(this.plan),
      month: sorted(this.month),
      themes: this.themes.size,
    };
  }
}

/** Phrases of words and blanks alone, longest first, and their themes. */
export function phrasesOf(rules) {
  const themes = new Map();
  for (const [theme, parts] of Object.entries(rules.themes)) {
    for (const phrase of Object.entries(parts).flatMap(([part, list]) =>
      part === 'except' ? [] : list,
    )) {
      if (/^[a-z' ]+~?$/.test(phrase)) {
        themes.set(phrase.replace('~', ''), theme);
      }
    }
  }
  const list = [...themes.keys()].sort((a, b) => b.length - a.length);
  return {
    themes,
    // By letters of ASCII: half the time of borders that know all letters,
    // and the phrases are English.
    pattern: new RegExp(`\\b(?:${list.join('|')})\\b`, 'gi'),
  };
}

/** The report of looplet in the form that is compared. */
export function ofReport(report) {
  const groups = (list) =>
    Object.fromEntries(
      list
        .map(({ name, counts: { promoters, passives, detractors } }) => [
          name,
          [promoters, passives, detractors],
        ])
        .sort(([a], [b]) => (a < b ? -1 : 1)),
    );
  return {
    distribution: report.distribution,
    missing: report.rows.missing,
    rejected: report.rows.rejectedCount,
    plan: groups(report.breakdowns[0].groups),
    month: groups(report.waves.list),
    themes: report.themes.length,
  };
}

/** `open()` gives the bytes from the front, as often as it is called. */
export async function looplet(analysis, { open, job }) {
  const opened = analysis.openReport({
    by: ['plan'],
    every: 'month',
    readComments: job === 'B',
  });
  if (!opened.ok) throw new Error(opened.errors[0].message);
  do {
    for await (const bytes of open()) opened.value.push(bytes);
  } while (opened.value.end());
  const made = opened.value.finish();
  if (!made.ok) throw new Error(made.errors[0].message);
  return ofReport(made.value);
}

const needed = ['score', 'plan', 'submitted_at', 'comment'];

export async function udsv({ inferSchema, initParser }, { open, job, rules }) {
  const counts = new Counts();
  const phrases = phrasesOf(rules);
  const decoder = new TextDecoder();
  let parser;
  let score;
  let plan;
  let time;
  let comment;
  const each = (row) => {
    if (counts.add(row[score], row[plan], row[time]) && job === 'B')
      counts.tag(row[comment], phrases);
  };
  for await (const bytes of open()) {
    const text = decoder.decode(bytes, { stream: true });
    if (parser === undefined) {
      const schema = inferSchema(text, { col: ',', row: '\n' });
      [score, plan, time, comment] = needed.map((name) =>
        schema.cols.findIndex((column) => column.name === name),
      );
      parser = initParser(schema);
    }
    parser.chunk(text, parser.stringArrs, each);
  }
  parser.end();
  return counts.result();
}

/** `whole` is a stream of Node, or a File: it reads itself. */
export function papaparse(Papa, { whole, job, rules }) {
  const counts = new Counts();
  const phrases = phrasesOf(rules);
  let places;
  return new Promise((resolve, reject) => {
    Papa.parse(whole(), {
      delimiter: ',',
      newline: '\n',
      skipEmptyLines: true,
      chunkSize: 1 << 20,
      chunk: ({ data }) => {
        const first = places === undefined ? 1 : 0;
        places ??= needed.map((name) => data[0].indexOf(name));
        const [score, plan, time, comment] = places;
        for (let i = first; i < data.length; i += 1) {
          const row = data[i];
          if (counts.add(row[score] ?? '', row[plan], row[time]) && job === 'B')
            counts.tag(row[comment], phrases);
        }
      },
      complete: () => resolve(counts.result()),
      error: reject,
    });
  });
}
