// The stages of script/test, cheapest first. A check counts as one; a stage
// of tests counts each of its tests.

import { filesBelow } from './build/files.mjs';
import { check, ctest, nodeTest } from './stages/kinds.mjs';
import { duration, Log, root } from './stages/run.mjs';

const bin = 'node_modules/.bin/';
const engines = ['chromium', 'firefox', 'webkit'];

/** Every file of C++ in the project. */
function cpp() {
  return ['include', 'src', 'wasm_bindings', 'examples', 'tests', 'bench']
    .flatMap((folder) =>
      filesBelow(`${root}/${folder}`).map((file) => `${folder}/${file}`),
    )
    .filter((file) => /\.(h|cpp)$/.test(file));
}

const webTests = () =>
  filesBelow(`${root}/build/web-tests/web`)
    .filter((file) => file.endsWith('.test.mjs'))
    .map((file) => `build/web-tests/web/${file}`);

/** The tests' own bundles, made once for all stages that run them. */
let bundled;
const bundleTests = (log) => {
  bundled ??= log.run(['node', 'script/build.mjs', 'tests']);
  return bundled;
};

const stages = {
  layout: nodeTest([
    'tests/layout/floors.test.mjs',
    'tests/layout/lint.test.mjs',
  ]),
  format: check(
    ['clang-format-14', '--dry-run', '--Werror', ...cpp()],
    [`${bin}biome`, 'format', '.'],
  ),
  lint: check(
    [`${bin}biome`, 'lint', '--error-on-warnings', '.'],
    ['node', 'script/checks/pages.mjs'],
  ),
  types: check([`${bin}tsc`, '-p', '.'], [`${bin}tsc`, '-p', 'tests']),
  native: ctest('native'),
  generated: check(['node', 'script/checks/generated.mjs']),
  tidy: check(['node', 'script/checks/tidy.mjs']),
  sanitize: ctest('sanitize'),
  fuzz: ctest('fuzz'),
  wasm: ctest('wasm'),
  site: check(['node', 'script/build.mjs']),
  size: check(['node', 'script/size.mjs']),
  web: nodeTest(webTests, bundleTests),
  ...Object.fromEntries(
    engines.map((engine) => [
      engine,
      nodeTest(
        [`build/web-tests/browser/${engine}.test.mjs`],
        bundleTests,
        // Drivers leave sockets open. Elsewhere it may lose the last lines of
        // a file, and the tests in them.
        '--test-force-exit',
      ),
    ]),
  ),
};

const asked = process.argv.slice(2);
if (asked.includes('--list')) {
  console.log(Object.keys(stages).join('\n'));
  process.exit(0);
}
const unknown = asked.filter((name) => !(name in stages));
if (unknown.length > 0) {
  console.error(
    `script/test: no stage '${unknown[0]}'; there are ${Object.keys(stages).join(', ')}.`,
  );
  process.exit(2);
}

const begun = Date.now();
const total = { passed: 0, failed: 0 };
const broken = [];

async function run(name) {
  const start = Date.now();
  const log = new Log(name);
  const { passed, failed } = await stages[name](log);
  total.passed += passed;
  total.failed += failed;
  if (process.stdout.isTTY) process.stdout.write('\r\x1b[K');
  console.log(
    [
      failed > 0 ? 'FAIL' : 'ok  ',
      name.padEnd(10),
      `${passed} passed`.padStart(12) +
        (failed > 0 ? `, ${failed} failed` : ''),
      duration(Date.now() - start).padStart(12),
    ].join(' '),
  );
  if (failed > 0) {
    broken.push(name);
    console.log(`${log.tail()}\n     the whole log: ${log.path}`);
  }
}

/** Runs stages in their order, so many at a time. */
async function runAll(names, atOnce) {
  const left = names.filter(
    (name) => asked.length === 0 || asked.includes(name),
  );
  const work = async () => {
    for (let name = left.shift(); name; name = left.shift()) {
      if (process.stdout.isTTY) process.stdout.write(`     ${name} ...`);
      await run(name);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
}

await runAll(
  Object.keys(stages).filter((name) => !engines.includes(name)),
  1,
);
// Browsers wait more than they work; WebKit's driver hangs in company.
await runAll(['chromium', 'firefox'], 2);
await runAll(['webkit'], 1);
console.log(`     in ${duration(Date.now() - begun)}`);
if (broken.length > 0) {
  console.log(`     again, those alone: script/test ${broken.join(' ')}`);
}
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed > 0 ? 1 : 0;
