// The survey module through emscripten::val, as a page calls it: `answer` on a
// state, and `load`, in Node.
//
//   node bench/val_answer.mjs
//
// Microseconds a call. "module" is the call into WebAssembly with plain
// JavaScript values; "engine" is the same by web/engine/survey.ts, whose guard
// makes JSON of what goes in and parses it again; "floor" is structuredClone
// of what goes in and what comes out, the work of any border that copies. The
// best of many batches, which a busy machine disturbs least, then the median.
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as esbuild from 'esbuild';
import {
  engine as enginePlugin,
  engineFiles,
} from '../script/build/engine.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, '..');
const read = (path) => JSON.parse(readFileSync(join(root, path), 'utf8'));

/** The module as it is, instantiated from its bytes. */
async function loadModule() {
  const { glue, wasm } = engineFiles(root);
  const { default: createModule } = await import(glue);
  return createModule({ wasm: await WebAssembly.compile(readFileSync(wasm)) });
}

/** The typed engine as the element's file has it. */
async function loadTypedEngine() {
  const { plugin, fillIn } = enginePlugin(root);
  const { outputFiles } = await esbuild.build({
    entryPoints: [join(root, 'web/engine/survey.ts')],
    bundle: true,
    write: false,
    format: 'esm',
    minify: true,
    plugins: [plugin],
  });
  const code = fillIn(outputFiles[0].text);
  const url = `data:text/javascript;base64,${Buffer.from(code).toString('base64')}`;
  return (await import(url)).loadEngine();
}

const must = (reply) => {
  if (!reply.ok) throw new Error(JSON.stringify(reply.errors));
  return reply.value;
};

/** A fitting answer to a step. */
function answerTo({ type, options, many }) {
  if (type === 'nps') return 3;
  if (type === 'rating') return 2;
  if (type === 'choice') return many ? [options[0].id] : options[0].id;
  if (type === 'text') return 'Exports time out on big projects.';
  return type === 'consent' ? true : null;
}

function stateAfter(engine, handle, count) {
  let state = must(engine.start(handle, { locale: 'en' }));
  for (let i = 0; i < count; i++) {
    state = must(engine.answer(handle, state, answerTo(state.step)));
  }
  return state;
}

/** Best and median microseconds of one call, in batches of about 2 ms. */
function time(work, batches = 300) {
  let calls = 1;
  for (let took = 0; took < 2; calls *= 2) {
    const begun = performance.now();
    for (let i = 0; i < calls; i++) work();
    took = performance.now() - begun;
  }
  const each = [];
  for (let batch = 0; batch < batches; batch++) {
    const begun = performance.now();
    for (let i = 0; i < calls; i++) work();
    each.push(((performance.now() - begun) / calls) * 1000);
  }
  each.sort((a, b) => a - b);
  return { best: each[0], median: each[each.length >> 1] };
}

const show = ({ best, median }) =>
  `${best.toFixed(1).padStart(8)} ${median.toFixed(1).padStart(8)}`;
function line(name, module, typed, floor) {
  const ratio = `${(module.best / floor.best).toFixed(1)}x floor`;
  console.log(
    `${name.padEnd(26)}${show(module)}  ${show(typed)}  ${show(floor)}   ${ratio}`,
  );
}

const module = await loadModule();
const typed = await loadTypedEngine();
console.log(
  `${'microseconds: best, median'.padEnd(26)}${'module'.padStart(17)}  ${'engine'.padStart(17)}  ${'floor'.padStart(17)}`,
);
const surveys = [
  ['5 steps', 'bench/surveys/score_and_reason.json', [0]],
  ['12 steps', 'examples/surveys/saas-relationship.json', [0, 2]],
  ['30 steps', 'bench/surveys/thirty_steps.json', [1, 12]],
];
let worst = 0;
for (const [name, path, depths] of surveys) {
  const survey = read(path);
  const load = (engine) => () => engine.unload(must(engine.load(survey)));
  line(
    `load, ${name}`,
    time(load(module), 60),
    time(load(typed), 60),
    time(() => structuredClone(survey), 60),
  );
  const handle = must(module.load(survey));
  const typedHandle = must(typed.load(survey));
  for (const depth of depths) {
    const state = stateAfter(typed, typedHandle, depth);
    const given = answerTo(state.step);
    const reply = typed.answer(typedHandle, state, given);
    const plain = time(() => must(module.answer(handle, state, given)));
    line(
      `answer ${depth + 1}, ${name}`,
      plain,
      time(() => must(typed.answer(typedHandle, state, given))),
      time(() => {
        structuredClone(state);
        structuredClone(reply);
      }),
    );
    worst = Math.max(worst, plain.best);
  }
}
console.log(`answer: ${worst.toFixed(1)} us at worst; to reach: 100`);
process.exitCode = worst > 100 ? 1 : 0;
