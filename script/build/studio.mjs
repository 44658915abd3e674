// The Studio: one page in several files, so that what is used later (the code
// editor, charts) is loaded later. Shared parts become chunks of their own.

import { basename, join } from 'node:path';
import * as esbuild from 'esbuild';
import { minify } from 'terser';
import { target } from './bundle.mjs';

/** Writes the scripts of web/studio to `out`, below studio/. */
export async function studio(root, out, plugins) {
  const { outputFiles } = await esbuild.build({
    entryPoints: [join(root, 'web/studio/index.ts')],
    outdir: join(root, 'build/site/studio'),
    chunkNames: '[name]-[hash]',
    bundle: true,
    splitting: true,
    write: false,
    format: 'esm',
    target,
    charset: 'utf8',
    legalComments: 'none',
    minifySyntax: true,
    plugins,
    logLevel: 'warning',
  });
  for (const { path, text } of outputFiles) {
    const { code } = await minify(text, {
      ecma: 2020,
      module: true,
      compress: { passes: 2, pure_getters: true },
      format: { comments: false },
    });
    out.write(join('studio', basename(path)), code);
  }
}
