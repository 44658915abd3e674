// One file out of many modules, as small as two minifiers make it.

import * as esbuild from 'esbuild';
import { minify } from 'terser';
import { styles } from '../../web/widget/styles.mjs';

/** The oldest browsers: the first with light-dark(), which the styles need. */
export const target = ['chrome123', 'firefox121', 'safari17.5'];

/** One file out of `entry`, minified by both: esbuild joins, terser squeezes. */
export async function bundle(entry, plugins = []) {
  const { outputFiles } = await esbuild.build({
    ...(typeof entry === 'string' ? { entryPoints: [entry] } : entry),
    bundle: true,
    write: false,
    format: 'esm',
    target,
    charset: 'utf8',
    legalComments: 'none',
    minifySyntax: true,
    plugins: [...plugins, styles],
    logLevel: 'warning',
  });
  const { code } = await minify(outputFiles[0].text, {
    ecma: 2020,
    module: true,
    compress: {
      keep_fargs: false,
      passes: 3,
      pure_getters: true,
      unsafe_arrows: true,
      unsafe_methods: true,
    },
    // One kind of quotes: those of the module's text.
    format: { comments: false, quote_style: 1 },
  });
  return code;
}

/**
 * The element's style sheet, declared apart from the bundle that uses it: a
 * name that minifiers leave alone, and its declaration.
 */
export async function styleSheet(root) {
  const contents = "import sheet from './web/widget/styles.css'; $(sheet);";
  const stdin = { contents, resolveDir: root };
  const declaration = (await bundle({ stdin })).replace(
    /^\$\((.*)\);$/s,
    'const $sheet=$1;',
  );
  const plugin = {
    name: 'looplet-sheet-apart',
    setup(build) {
      build.onLoad({ filter: /widget[\\/]styles\.css$/ }, () => ({
        contents: 'export default $sheet',
      }));
    },
  };
  return { plugin, declaration };
}
