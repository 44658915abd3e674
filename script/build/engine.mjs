// `import { createModule, wasmBytes } from 'looplet:engine'`, or from
// 'looplet:analysis' or 'looplet:design': an esbuild plugin that puts a WebAssembly build into the
// bundle, glue and bytes.
//
// esbuild would write the bytes with escapes of its own, so the bundle carries
// names, and `fillIn` declares them at its head after all minifying is done.

import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { decoder, embed, literal } from './embed.mjs';
import { shipped } from './shipped.mjs';
import { streamsLiteral, streamsReader } from './streams.mjs';

/** What imports call the modules of wasm_bindings/CMakeLists.txt. */
const modules = { engine: 'survey', analysis: 'analysis', design: 'design' };

// Globals that nobody declares while minifiers are at work: they would compute
// with a string, and they keep clear of such names.
const textOf = (module) => `$text_${module}`;
const keyOf = (module) => `$key_${module}`;

/** Where the wasm preset leaves a module. */
export function engineFiles(root, module = 'survey') {
  const folder = join(root, 'build/wasm/wasm_bindings');
  return {
    glue: join(folder, `looplet_${module}.mjs`),
    wasm: join(folder, `looplet_${module}.wasm`),
    assembler: join(folder, 'looplet_assembler.wasm'),
  };
}

/** How a module is written into a bundle, and read back. */
export function formOf(root, module = 'survey') {
  if (module !== 'survey') return { write: literal, read: decoder };
  const assembler = readFileSync(engineFiles(root).assembler);
  const write = (wasm, key) => streamsLiteral(wasm, assembler, key);
  return { write, read: streamsReader };
}

/**
 * The plugin, and the function that completes the output, `head` first of all.
 * `quick`: for tests, which are not sent to anyone.
 */
export function engine(root, quick = false) {
  const wasm = new Map();
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
          // Views of the memory are made whether or not the library has a use
          // for them; marked as pure, those without are left out.
          const contents = readFileSync(files.glue, 'utf8').replace(
            /=(?=new \w+Array\(b\))/g,
            '=/*@__PURE__*/',
          );
          return { contents, loader: 'js' };
        }
        wasm.set(module, shipped(readFileSync(files.wasm)));
        const decode = formOf(root, module).read(textOf(module), keyOf(module));
        const contents = `
          import createModule from '${path}-glue';
          export { createModule };
          export ${decode}`;
        return { contents, loader: 'js', resolveDir: dirname(files.glue) };
      });
    },
  };
  const fillIn = (code, head = '') =>
    [...wasm].reduce((done, [module, bytes]) => {
      const pieces = done.split(keyOf(module));
      if (pieces.length === 1) return done; // this bundle has no engine in it
      if (pieces.length !== 2) {
        throw new Error('An engine is in the bundle more than once.');
      }
      const put = (text, key) =>
        `${head}const ${textOf(module)}=${text};${pieces.join(key)}`;
      return embed(bytes, put, quick, formOf(root, module).write);
    }, code);
  return { plugin, fillIn };
}
