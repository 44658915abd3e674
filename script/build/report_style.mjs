// Prints C++ with the style of the report's page, and its hash for the page's
// content security policy:
//
//   node script/build/report_style.mjs web/tokens.css src/cli/report.css

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

const style = process.argv
  .slice(2)
  .map((file) => readFileSync(file, 'utf8'))
  .join('\n')
  .replaceAll(/\/\*[\s\S]*?\*\//g, '')
  .replaceAll(/\n\s*\n+/g, '\n')
  .trim();
if (style.includes(')css"') || style.includes('</style')) {
  throw new Error('the style would end too early');
}
const hash = createHash('sha256').update(style).digest('base64');

process.stdout.write(`// Printed by script/build/report_style.mjs.
#include "cli/report_style.h"

namespace looplet::cli {

const std::string_view kReportStyle = R"css(${style})css";
const std::string_view kReportStyleHash = "sha256-${hash}";

}  // namespace looplet::cli
`);
