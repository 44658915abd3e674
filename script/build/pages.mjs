// A page in several files, so that what is used later (the code editor, a
// reader of spreadsheets) is loaded later. Shared parts become chunks.

import { basename, join } from 'node:path';
import * as esbuild from 'esbuild';
import { minify } from 'terser';
import { target } from './bundle.mjs';

/** Writes the scripts of web/`page` to `out`, below the page's folder. */
export async function pageScripts(root, out, page, entries, plugins) {
  const { outputFiles } = await esbuild.build({
    entryPoints: entries.map((entry) => join(root, 'web', page, entry)),
    entryNames: '[name]',
    outdir: join(root, 'build/site', page),
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
    out.write(join(page, basename(path)), code);
  }
}
