// Prints what goes over the wire and fails above script/size-budget.json.
// Bytes: as it is, gzip -9, brotli 11. A pattern with ** sums all it matches; a
// line with a `page` sums that page and everything that it loads.
//
//   node script/size.mjs [--json]
//   node script/size.mjs --parts     what the element's file consists of

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { brotli } from './build/embed.mjs';
import { filesBelow } from './build/files.mjs';
import { loads } from './build/loads.mjs';
import { root } from './stages/run.mjs';

if (process.argv.includes('--parts')) {
  const { parts } = await import('./build/parts.mjs');
  for (const [name, text] of Object.entries(await parts(root))) {
    const bytes = Buffer.from(text);
    console.log(name.padEnd(12), bytes.length, brotli(bytes).length);
  }
  process.exit();
}

const budgets = JSON.parse(
  readFileSync(join(root, 'script/size-budget.json'), 'utf8'),
);

/** The files that one line of the budget means. */
function matching(pattern, { page, without }) {
  if (page) {
    const site = 'build/site';
    if (!existsSync(join(root, site, page))) return [];
    return loads(join(root, site), page, without).map((file) =>
      join(site, file),
    );
  }
  if (!pattern.includes('**')) {
    return existsSync(join(root, pattern)) ? [pattern] : [];
  }
  const [folder, name] = pattern.split('**/');
  const suffix = name.replace('*', '');
  return filesBelow(join(root, folder))
    .filter((file) => file.endsWith(suffix))
    .map((file) => folder + file);
}

const number = (value) => String(value.toLocaleString('en')).padStart(9);
const rows = Object.entries(budgets).map(([pattern, budget]) => {
  const files = matching(pattern, budget);
  const row = {
    name: pattern,
    files: files.length,
    raw: 0,
    gzip: 0,
    brotli: 0,
    budget: budget.brotli,
    target: budget.target,
  };
  for (const file of files) {
    const content = readFileSync(join(root, file));
    row.raw += content.length;
    row.gzip += gzipSync(content, { level: 9 }).length;
    row.brotli += brotli(content).length;
  }
  return row;
});

if (process.argv.includes('--json')) {
  console.log(JSON.stringify(rows, null, 2));
} else {
  console.log(`${''.padEnd(28)}      raw      gzip    brotli    budget`);
  for (const row of rows) {
    const over = row.brotli > row.budget;
    const note =
      row.files === 0
        ? '  is not built'
        : over
          ? `  ${row.brotli - row.budget} too many`
          : row.target && row.brotli > row.target
            ? `  target ${row.target.toLocaleString('en')}`
            : '';
    console.log(
      row.name.padEnd(28) +
        number(row.raw) +
        ' ' +
        number(row.gzip) +
        ' ' +
        number(row.brotli) +
        ' ' +
        number(row.budget) +
        note,
    );
  }
}
const bad = rows.filter((row) => row.files === 0 || row.brotli > row.budget);
for (const row of bad) {
  console.error(
    row.files === 0
      ? `${row.name}: not built; run \`node script/build.mjs\` first.`
      : `${row.name}: ${row.brotli} bytes, the budget is ${row.budget}. Make it smaller, or raise the budget in script/size-budget.json and say why.`,
  );
}
process.exitCode = bad.length > 0 ? 1 : 0;
