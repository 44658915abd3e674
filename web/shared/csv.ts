// Tables as files: RFC 4180, and nothing in them that a spreadsheet would take
// for a formula.

/** Begins like a formula, perhaps behind our own marks or spaces. */
const kFormula = /^'*\s*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/;

/** A cell that a spreadsheet shows as it is: `=1+1` becomes `'=1+1`. */
const harmless = (text: string): string =>
  kFormula.test(text) ? `'${text}` : text;

/** What `harmless` was given. */
const original = (cell: string): string =>
  cell.startsWith("'") && kFormula.test(cell.slice(1)) ? cell.slice(1) : cell;

const quoted = (text: string): string =>
  /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;

/** Rows of texts and numbers, for any program that reads CSV. The mark at the
 * start tells spreadsheets that it is UTF-8. */
export function writeCsv(
  rows: readonly (readonly (string | number)[])[],
): string {
  const cell = (value: string | number): string =>
    typeof value === 'number' ? String(value) : quoted(harmless(value));
  return `\ufeff${rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`;
}

/**
 * The rows of a file that somebody may have saved with another program:
 * separated by commas, semicolons or tabs, with any ends of lines.
 */
export function readCsv(file: string): string[][] {
  const text = file.replace(/^\ufeff/, '');
  const separator = separatorOf(text);
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let inQuotes = false;
  const endCell = (): void => {
    row.push(original(cell));
    cell = '';
  };
  const endRow = (): void => {
    endCell();
    if (row.length > 1 || row[0] !== '') rows.push(row);
    row = [];
  };
  for (let at = 0; at < text.length; at += 1) {
    const letter = text[at] ?? '';
    if (inQuotes) {
      if (letter !== '"') cell += letter;
      else if (text[at + 1] === '"') {
        cell += '"';
        at += 1;
      } else inQuotes = false;
    } else if (letter === '"' && cell === '') inQuotes = true;
    else if (letter === separator) endCell();
    else if (letter === '\n' || letter === '\r') {
      if (letter === '\r' && text[at + 1] === '\n') at += 1;
      endRow();
    } else cell += letter;
  }
  if (cell !== '' || row.length > 0) endRow();
  return rows;
}

/** Whichever the first line has most of, outside quotes. */
function separatorOf(text: string): string {
  const line = /^(?:"(?:[^"]|"")*"|[^\r\n"])*/.exec(text)?.[0] ?? '';
  const bare = line.replace(/"(?:[^"]|"")*"/g, '');
  const count = (one: string): number => bare.split(one).length;
  return [',', ';', '\t'].reduce((best, one) =>
    count(one) > count(best) ? one : best,
  );
}
