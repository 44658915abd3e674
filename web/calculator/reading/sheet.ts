// The first sheet of an Excel file as CSV. Read in this Worker: the flavour of
// the library that starts more of them would need a hole in the policy.
import { readSheet } from 'read-excel-file/universal';

const quoted = (text: string): string =>
  /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;

function cellText(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date) {
    const text = cell.toISOString();
    return text.endsWith('T00:00:00.000Z') ? text.slice(0, 10) : text;
  }
  return String(cell);
}

export async function sheetAsCsv(file: Blob): Promise<string> {
  const rows = await readSheet(file);
  return rows
    .map((row) => `${row.map((cell) => quoted(cellText(cell))).join(',')}\r\n`)
    .join('');
}
