// Which floor each file of C++ stands on (house: floors 0-5). A file includes
// its own floor and lower ones.
//
//   5  hosts: terminal, sockets, browsers      cli, collector, bindings
//   4  named calls: a document in, one out     wire
//   3  everything about a batch                report
//   2  reading, deciding, counting             flow, check, csv, breakdown ...
//   1  values of the domain                    survey, answer, estimate ...
//   0  what all stand on                       fault, result, score, text

/** Public headers, include/looplet/NAME.h; NAME.cpp in src/ goes with them. */
const headers = {
  0: ['arena', 'fault', 'result', 'score', 'version'],
  1: [
    'adjust',
    'answer',
    'calendar',
    'churn',
    'compare',
    'date_order',
    'dedupe',
    'estimate',
    'impact',
    'locale',
    'movement',
    'plan',
    'preview',
    'response',
    'rolling',
    'state',
    'survey',
    'trend',
  ],
  2: [
    'batch_reader',
    'batch_row',
    'batch_source',
    'breakdown',
    'cadence',
    'check',
    'columns',
    'csv',
    'diff',
    'export_format',
    'flow',
    'loop',
    'outreach',
    'pipe',
    'score_rows',
    'simulate',
    'themes',
    'translations',
  ],
  3: ['report', 'report_file', 'representation'],
  4: ['migrate', 'report_run', 'wire'],
};

/** Folders, for every file in them that no line above places. */
const folders = {
  'src/text': 0,
  'src/core': 1,
  'src/survey': 2,
  'src/revision': 2,
  'src/simulate': 2,
  'src/verify': 2,
  'src/analysis': 2,
  'src/loop': 2,
  'src/report': 3,
  'include/looplet/wire': 4,
  'src/wire': 4,
  'src/cli': 5,
  wasm_bindings: 5,
  'examples/collector': 5,
};

/** Single files that stand elsewhere than their folder says. */
const files = {
  'include/looplet/fault_codes.inc': 0,
  'src/survey/names.h': 1,
};

const byHeader = new Map(
  Object.entries(headers).flatMap(([floor, names]) =>
    names.map((name) => [name, Number(floor)]),
  ),
);

/** The floor of `path` (relative to the root), or undefined: place it above. */
export function floorOf(path) {
  if (path in files) return files[path];
  const slash = path.lastIndexOf('/');
  const folder = path.slice(0, slash);
  const name = path.slice(slash + 1).replace(/\.[^.]*$/, '');
  if (folder === 'include/looplet') return byHeader.get(name);
  const place = Object.keys(folders)
    .filter((prefix) => folder === prefix || folder.startsWith(`${prefix}/`))
    .sort((a, b) => b.length - a.length)[0];
  if (place === undefined) return undefined;
  const own = byHeader.get(name);
  if (folders[place] < 4 && path.endsWith('.cpp') && own !== undefined) {
    return own;
  }
  return folders[place];
}
