// `import { createModule, wasmBytes } from 'looplet:engine'`: an esbuild plugin
// that puts the WebAssembly build into the bundle, glue and bytes.
//
// esbuild would write the bytes with escapes of its own, so the bundle carries
// a placeholder and `fillIn` sets the literal after all minifying is done.

import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { embed, stripCustomSections } from './embed.mjs';

// A global nobody declares: minifiers would compute with a string.
const placeholder = '__looplet_wasm_text__';

/** Where the wasm preset leaves the survey module. */
export function engineFiles(root) {
  const folder = join(root, 'build/wasm/wasm_bindings');
  return {
    glue: join(folder, 'looplet_survey.mjs'),
    wasm: join(folder, 'looplet_survey.wasm'),
  };
}

/** The plugin and the function that completes the output. */
export function engine(root) {
  const files = engineFiles(root);
  if (!existsSync(files.wasm) || !existsSync(files.glue)) {
    throw new Error(
      'The WebAssembly module is not built yet: run `cmake --preset wasm && cmake --build --preset wasm` first.',
    );
  }
  const data = embed(stripCustomSections(readFileSync(files.wasm)));
  const source = `
    import createModule from 'looplet:glue';
    export { createModule };
    export function wasmBytes() {
      const text = ${placeholder};
      const bytes = new Uint8Array(text.length);
      for (let i = text.length; i--; ) bytes[i] = text.charCodeAt(i) ^ ${data.key};
      return bytes;
    }`;
  const plugin = {
    name: 'looplet-engine',
    setup(build) {
      build.onResolve({ filter: /^looplet:(engine|glue)$/ }, ({ path }) => ({
        path,
        namespace: 'looplet',
        sideEffects: false,
      }));
      build.onLoad({ filter: /.*/, namespace: 'looplet' }, ({ path }) => ({
        contents:
          path === 'looplet:glue' ? readFileSync(files.glue, 'utf8') : source,
        loader: 'js',
        resolveDir: dirname(files.glue),
      }));
    },
  };
  return { plugin, fillIn: (code) => fillIn(code, data.text) };
}

function fillIn(code, text) {
  const pieces = code.split(placeholder);
  if (pieces.length === 1) return code; // this bundle has no engine in it
  if (pieces.length !== 2) {
    throw new Error('The engine is in the bundle more than once.');
  }
  return pieces[0] + text + pieces[1];
}
