// Prints include/looplet/README.md, whose table of fault codes is made from
// fault_codes.inc.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../stages/run.mjs';

const source = readFileSync(
  join(root, 'include/looplet/fault_codes.inc'),
  'utf8',
);
const rows = [];
for (const line of source.split('\n')) {
  const part = /^\/\/ --- (.*)$/.exec(line);
  if (part)
    rows.push(
      `\n### ${part[1][0].toUpperCase()}${part[1].slice(1)}\n\n| code | sentence |\n|---|---|`,
    );
  const code = /^LOOPLET_FAULT\((\w+), "(.*?)"(, ".*")?\)$/.exec(line);
  if (code) rows.push(`| \`${code[1]}\` | ${code[2].replaceAll('|', '\\|')} |`);
}
const count = rows.filter((row) => row.startsWith('| `')).length;
if (count !== source.split('LOOPLET_FAULT(').length - 2) {
  throw new Error(
    'fault_codes.inc: a line that is no LOOPLET_FAULT(name, "...")',
  );
}

process.stdout.write(`# Looplet's public headers

One concept each; what a function returns at its edges stands on its declaration.

| to | read |
|---|---|
| count answers and estimate a score | \`score.h\`, \`estimate.h\`, \`score_rows.h\` |
| read a file of answers | \`batch_reader.h\`, \`batch_source.h\`, \`batch_row.h\`, \`csv.h\` |
| tell answers apart, roll them over days | \`dedupe.h\`, \`rolling.h\` |
| compare and plan | \`compare.h\`, \`plan.h\`, \`adjust.h\`, \`preview.h\` |
| ask a survey | \`survey.h\`, \`flow.h\`, \`answer.h\`, \`check.h\`, \`locale.h\` |
| try a survey out, compare two, translate | \`simulate.h\`, \`diff.h\`, \`translations.h\` |
| bring one over from another program | \`migrate.h\` |
| do all of it with documents | \`wire.h\` |
| handle what went wrong | \`result.h\`, \`fault.h\` |

## Fault codes

A fault is \`{"code", "where", "message"}\`. \`where\` is a JSON Pointer into what was given (\`""\` is all of it), or a line such as \`line 14\`. Codes are never renamed. In the sentences, \`{0}\`, \`{1}\` and so on stand for what was found there.
${rows.join('\n')}
`);
