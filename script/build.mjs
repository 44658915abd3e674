#!/usr/bin/env node
// Bundles everything that is TypeScript.
//
//   node script/build.mjs            the package file and the site
//   node script/build.mjs widget     dist/looplet-survey.js alone
//   node script/build.mjs modules    the other modules and their Workers
//   node script/build.mjs tests      build/web-tests/*.mjs for node --test
//   ... --if-stale                   nothing when no input changed since
//   ... --is-current                 builds nothing; exit 0 when up to date

import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as esbuild from 'esbuild';
import { styles } from '../web/widget/styles.mjs';
import { bundle, styleSheet } from './build/bundle.mjs';
import { catalogue } from './build/catalogue.mjs';
import { engine, engineFiles } from './build/engine.mjs';
import { filesBelow, Output } from './build/files.mjs';
import { pageScripts } from './build/pages.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const at = (...path) => join(root, ...path);

/**
 * Chromium compiles every function while the file is still coming in, on
 * another thread, instead of one by one on the page's as they are called.
 */
const compileAll = '//# allFunctionsCalledOnLoad\n';

/**
 * The element, and the engine for pages that want it without the element. The
 * long texts stand together at its head, style sheet, module, messages: apart
 * from code they compress better, by 150 bytes.
 */
async function widget() {
  const { plugin, fillIn } = engine(root);
  const contents = `
    import { kMessages } from './web/widget/messages.ts';
    kMessages; // so that they stand first
    export * from './web/widget/index.ts';
    export { loadEngine } from './web/engine/survey.ts';`;
  const stdin = { contents, loader: 'ts', resolveDir: root };
  const sheet = await styleSheet(root);
  const code = await bundle({ stdin }, [plugin, sheet.plugin]);
  mkdirSync(at('dist'), { recursive: true });
  const file = fillIn(code, compileAll + sheet.declaration);
  writeFileSync(at('dist/looplet-survey.js'), file);
}

/** The modules of calls, each with the Worker for those that take long. */
async function modules() {
  mkdirSync(at('dist'), { recursive: true });
  for (const module of ['analysis', 'design']) {
    const { plugin, fillIn } = engine(root);
    const code = await bundle(at(`web/engine/${module}.ts`), [plugin]);
    writeFileSync(at(`dist/looplet-${module}.js`), fillIn(code));
    const worker = `${module}_worker.ts`;
    writeFileSync(
      at(`dist/looplet-${module}-worker.js`),
      await bundle(at('web/engine', worker), [sharedEngine(worker)]),
    );
  }
}

/** A page's engines are those in files of their own, loaded once. */
const sharedEngine = (page) => ({
  name: 'looplet-shared-engine',
  setup(build) {
    const up = '../'.repeat(page.split('/').length - 1) || './';
    build.onResolve(
      { filter: /\/(survey|analysis|design)\.ts$/ },
      ({ kind, path, resolveDir }) => {
        const module = basename(path, '.ts');
        return kind === 'import-statement' &&
          join(resolveDir, path) === at('web/engine', `${module}.ts`)
          ? { path: `${up}looplet-${module}.js`, external: true }
          : undefined;
      },
    );
  },
});

/** Pages with a folder of their own, and the scripts that each starts. */
const largePages = {
  calculator: ['index.ts', 'reading/worker.ts'],
  studio: ['index.ts'],
};

/** build/site: the pages, the element, the example surveys and embeds. */
async function site() {
  const out = new Output(at('build/site'));
  for (const module of [
    'survey',
    ...['analysis', 'analysis-worker'],
    ...['design', 'design-worker'],
  ]) {
    const file = `looplet-${module}.js`;
    out.copy(at('dist', file), file);
  }
  for (const file of filesBelow(at('web/site'))) {
    const from = at('web/site', file);
    if (basename(file).startsWith('_')) continue; // a part of another file
    if (extname(file) === '.ts') {
      // One bundle for each page: PAGE.html loads PAGE.js.
      if (existsSync(from.replace(/\.ts$/, '.html'))) {
        const code = await bundle(from, [sharedEngine(file)]);
        out.write(file.replace(/\.ts$/, '.js'), code);
      }
    } else if (extname(file) === '.css') {
      out.write(file, await stylesheet(from));
    } else {
      out.copy(from, file);
    }
  }
  for (const [page, entries] of Object.entries(largePages)) {
    out.copy(at('web', page, 'index.html'), `${page}/index.html`);
    const css = `${page}/${page}.css`;
    out.write(css, await stylesheet(at('web', css)));
    const shared = sharedEngine(`${page}/index.ts`);
    await pageScripts(root, out, page, entries, [shared]);
  }
  for (const folder of ['surveys', 'themes', 'embed']) {
    for (const file of filesBelow(at('examples', folder))) {
      if (file.endsWith('.md')) continue;
      out.copy(at('examples', folder, file), join(folder, file));
    }
  }
  out.write('surveys/catalogue.json', JSON.stringify(catalogue(root)));
  const fonts = at('node_modules/@fontsource-variable/inter/files');
  for (const part of ['latin', 'latin-ext']) {
    const file = `inter-${part}-wght-normal.woff2`;
    out.copy(join(fonts, file), join('fonts', file));
  }
  out.finish();
}

/** A style sheet with its imports inside; url(...) stays as it is written. */
async function stylesheet(entry) {
  const { outputFiles } = await esbuild.build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    minify: true,
    // Not '/*': that would match the absolute path of every import too.
    external: ['/fonts/*'],
    logLevel: 'warning',
  });
  return outputFiles[0].text;
}

/** The TypeScript tests, each bundled for Node with the real engine inside. */
async function tests() {
  const entries = ['web', 'browser'].flatMap((folder) =>
    filesBelow(at('tests', folder))
      .filter((file) => /\.test\.ts$|^screenshots\.ts$/.test(file))
      .map((file) => at('tests', folder, file)),
  );
  const outdir = at('build/web-tests');
  rmSync(outdir, { recursive: true, force: true });
  const { plugin, fillIn } = existsSync(engineFiles(root).wasm)
    ? engine(root, true)
    : { plugin: undefined, fillIn: (code) => code };
  const { outputFiles } = await esbuild.build({
    entryPoints: entries,
    outdir,
    outbase: at('tests'),
    outExtension: { '.js': '.mjs' },
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    packages: 'external',
    sourcemap: 'inline',
    charset: 'utf8',
    define: { 'process.env.LOOPLET_ROOT': JSON.stringify(root) },
    plugins: plugin ? [styles, plugin] : [styles],
    logLevel: 'warning',
  });
  for (const { path, text } of outputFiles) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, fillIn(text));
  }
}

/** What the output depends on: names, sizes and times of all inputs. */
function fingerprint() {
  const hash = createHash('sha256');
  const add = (file) => {
    const { size, mtimeMs } = statSync(file);
    hash.update(`${file} ${size} ${mtimeMs}\n`);
  };
  for (const folder of ['web', 'examples', 'script']) {
    for (const file of filesBelow(at(folder))) add(at(folder, file));
  }
  for (const module of ['survey', 'analysis', 'design']) {
    for (const file of Object.values(engineFiles(root, module))) {
      if (existsSync(file)) add(file);
    }
  }
  add(at('package-lock.json'));
  add(at('schema/survey.schema.json'));
  add(at('schema/calls.schema.json'));
  return hash.digest('hex');
}

/** True when the output was made from the inputs as they are now. */
function isCurrent() {
  const stamp = at('build/.web-stamp');
  return (
    existsSync(stamp) &&
    existsSync(at('build/site/index.html')) &&
    existsSync(at('dist/looplet-survey.js')) &&
    readFileSync(stamp, 'utf8') === fingerprint()
  );
}

async function all() {
  const now = fingerprint();
  await widget();
  await modules();
  await site();
  writeFileSync(at('build/.web-stamp'), now);
}

const words = process.argv.slice(2);
const what = words.find((word) => !word.startsWith('-')) ?? 'all';
const targets = { all, widget, modules, tests };
try {
  if (words.includes('--is-current')) {
    process.exitCode = isCurrent() ? 0 : 1;
  } else if (!(what in targets)) {
    console.error(
      `script/build.mjs: no target '${what}'; there are ${Object.keys(targets).join(', ')}.`,
    );
    process.exitCode = 2;
  } else if (!(words.includes('--if-stale') && isCurrent())) {
    await targets[what]();
  }
} catch (error) {
  console.error(`script/build.mjs: ${error.message}`);
  process.exitCode = 1;
}
