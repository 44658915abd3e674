// The verifier and the simulator as the Studio has them: the analysis module,
// JSON text in and out, in Node. Milliseconds and respondents a second by the
// clock, the best of many runs, which a busy machine disturbs least.
//
//   cmake --preset wasm && cmake --build --preset wasm
//   build/native/bench/verify_bench --print > build/hard-surveys.txt
//   node bench/analysis_module.mjs build/hard-surveys.txt
//
// Without a file the surveys that are made to be hard are left out.
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { engineFiles } from '../script/build/engine.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const { glue, wasm } = engineFiles(root, 'analysis');
const { default: createModule } = await import(glue);
const module = await createModule({ wasmBinary: readFileSync(wasm) });

const must = (text) => {
  const reply = JSON.parse(text);
  if (!reply.ok) throw new Error(JSON.stringify(reply.errors));
  return reply.value;
};

/** Milliseconds of the quickest of the runs that fit into half a second. */
function best(work) {
  let quickest = Number.POSITIVE_INFINITY;
  const end = performance.now() + 500;
  do {
    const begun = performance.now();
    work();
    quickest = Math.min(quickest, performance.now() - begun);
  } while (performance.now() < end);
  return quickest;
}

const written = (name) => [
  name.split('/').at(-1),
  readFileSync(join(root, `${name}.json`), 'utf8'),
];
const teams = [
  written('bench/surveys/score_and_reason'),
  written('examples/surveys/saas-relationship'),
  written('bench/surveys/thirty_steps'),
];
const [hardFile] = process.argv.slice(2);
const hard = hardFile
  ? readFileSync(hardFile, 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => line.split('\t'))
  : [];

console.log('check: ms, reading and writing included; to reach: under 100');
let worst = 0;
for (const [name, text] of [...teams, ...hard]) {
  const request = `{"survey":${text}}`;
  const { problems } = must(module.call('check', request));
  const ms = best(() => module.call('check', request));
  worst = Math.max(worst, ms);
  console.log(
    `  ${name.padEnd(34)} ${ms.toFixed(2).padStart(8)}  ${problems.length} problems, ${text.length} bytes`,
  );
}
console.log(
  `  the slowest ${worst.toFixed(1)}: ${worst < 100 ? 'reached' : 'NOT reached'}`,
);

console.log('simulate: million respondents a second; to reach: 4');
const chunk = 100_000;
for (const [name, text] of teams) {
  const { handle } = must(
    module.beginSimulation(
      `{"survey":${text},"respondents":100000000,"seed":1}`,
    ),
  );
  module.runSimulation(handle, chunk);
  const rate = chunk / 1000 / best(() => module.runSimulation(handle, chunk));
  const { questions } = must(module.reportSimulation(handle));
  module.freeSimulation(handle);
  console.log(
    `  ${name.padEnd(34)} ${rate.toFixed(1).padStart(8)}  ${questions.mean.toFixed(1)} questions each`,
  );
}
