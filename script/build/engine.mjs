// `import { createModule, wasmBytes } from 'looplet:engine'`, or from
// 'looplet:analysis' or 'looplet:design': an esbuild plugin that puts a WebAssembly build into the
// bundle, glue and bytes.
//
// esbuild would write the bytes with escapes of its own, so the bundle carries
// a placeholder and `fillIn` sets the literal after all minifying is done.

import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { embed, shipped } from './embed.mjs';

/** What imports call the modules of wasm_bindings/CMakeLists.txt. */
const modules = { engine: 'survey', analysis: 'analysis', design: 'design' };

// A global nobody declares: minifiers would compute with a string.
const placeholder = (module) => `__looplet_${module}_text__`;

/** Where the wasm preset leaves a module. */
export function engineFiles(root, module = 'survey') {
  const folder = join(root, 'build/wasm/wasm_bindings');
  return {
    glue: join(folder, `looplet_${module}.mjs`),
    wasm: join(folder, `looplet_${module}.wasm`),
  };
}

/** The plugin and the function that completes the output. */
export function engine(root) {
  const texts = new Map();
  const plugin = {
    name: 'looplet-engine',
    setup(build) {
      const names = Object.keys(modules).join('|');
      const filter = new RegExp(`^looplet:(${names})(-glue)?$`);
      build.onResolve({ filter }, ({ path }) => ({
        path,
        namespace: 'looplet',
        sideEffects: false,
      }));
      build.onLoad({ filter: /.*/, namespace: 'looplet' }, ({ path }) => {
        const [name, glue] = path.slice('looplet:'.length).split('-');
        const module = modules[name];
        const files = engineFiles(root, module);
        if (!existsSync(files.wasm) || !existsSync(files.glue)) {
          throw new Error(
            'The WebAssembly modules are not built yet: run `cmake --preset wasm && cmake --build --preset wasm` first.',
          );
        }
        if (glue) {
          return { contents: readFileSync(files.glue, 'utf8'), loader: 'js' };
        }
        const data = embed(shipped(readFileSync(files.wasm)));
        texts.set(module, data.text);
        const contents = `
          import createModule from '${path}-glue';
          export { createModule };
          export function wasmBytes() {
            const text = ${placeholder(module)};
            const bytes = new Uint8Array(text.length);
            for (let i = text.length; i--; ) bytes[i] = text.charCodeAt(i) ^ ${data.key};
            return bytes;
          }`;
        return { contents, loader: 'js', resolveDir: dirname(files.glue) };
      });
    },
  };
  const fillIn = (code) =>
    [...texts].reduce(
      (done, [module, text]) => put(done, placeholder(module), text),
      code,
    );
  return { plugin, fillIn };
}

function put(code, place, text) {
  const pieces = code.split(place);
  if (pieces.length === 1) return code; // this bundle has no engine in it
  if (pieces.length !== 2) {
    throw new Error('An engine is in the bundle more than once.');
  }
  return pieces[0] + text + pieces[1];
}
