// Pictures of the pages and the element's states, to be looked at:
// build/screenshots/STATE-WIDTH-SCHEME.png at 320, 768 and 1200 px, light and
// dark, in Chromium. The states are listed in tests/browser/screenshots.ts.
//
//   node script/screenshots.mjs [STATE...] [WIDTH...]

import { spawnSync } from 'node:child_process';
import { root } from './stages/run.mjs';

for (const command of [
  ['script/build.mjs', '--if-stale'],
  ['script/build.mjs', 'tests'],
  ['build/web-tests/browser/screenshots.mjs', ...process.argv.slice(2)],
]) {
  const { status } = spawnSync(process.execPath, command, {
    cwd: root,
    stdio: 'inherit',
  });
  if (status !== 0) process.exit(status ?? 1);
}
