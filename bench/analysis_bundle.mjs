// The analysis engine as Node loads it: one file, the module inside.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { build } from 'esbuild';
import { engine } from '../script/build/engine.mjs';

/** Writes it below build/bench; the path. */
export async function bundleAnalysis(root) {
  const { plugin, fillIn } = engine(root);
  const { outputFiles } = await build({
    entryPoints: [join(root, 'web/engine/analysis.ts')],
    absWorkingDir: root,
    bundle: true,
    format: 'esm',
    write: false,
    plugins: [plugin],
  });
  const bundle = join(root, 'build/bench/analysis.mjs');
  mkdirSync(dirname(bundle), { recursive: true });
  writeFileSync(bundle, fillIn(outputFiles[0].text));
  return bundle;
}
