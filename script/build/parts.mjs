// What the element's file consists of, each part built by itself: what the
// element would be without an engine, its style sheet and messages (both of
// them in it), and the glue and the module of the engine.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundle } from './bundle.mjs';
import { embed } from './embed.mjs';
import { engineFiles, formOf } from './engine.mjs';
import { shipped } from './shipped.mjs';

/** Leaves the engine out: an import that stays one. */
const noEngine = {
  name: 'looplet-no-engine',
  setup(build) {
    build.onResolve({ filter: /^looplet:engine$/ }, ({ path }) => ({
      path,
      external: true,
    }));
  },
};

/** Each part's text, by name. */
export async function parts(root) {
  const files = engineFiles(root);
  const element = await bundle(join(root, 'web/widget/index.ts'), [noEngine]);
  const contents = "export { default } from './web/widget/styles.css';";
  const stdin = { contents, resolveDir: root };
  return {
    file: readFileSync(join(root, 'dist/looplet-survey.js'), 'utf8'),
    element,
    '- styles': await bundle({ stdin }),
    '- messages': await bundle(join(root, 'web/widget/messages.ts')),
    glue: await bundle(files.glue),
    module: embed(
      shipped(readFileSync(files.wasm)),
      undefined,
      false,
      formOf(root).write,
    ),
  };
}
