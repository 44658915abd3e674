// Builds the element's stylesheet from web/tokens.css and styles.css: an
// esbuild plugin, for the build and for tests that bundle the element.
//
//   import sheet from './styles.css';   // one minified string
//
// `var(--looplet-accent)` in styles.css becomes `var(--_accent)`, and one rule
// on :host gives `--_accent: var(--looplet-accent, <value in tokens.css>)`. So
// a page may set the property on the element or on anything around it, and
// each value stands in the file once: a property used once has it right there.
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const tokensFile = join(here, '..', 'tokens.css');

/** The custom properties of a stylesheet, by name without `--looplet-`. */
export function readTokens(css) {
  const tokens = new Map();
  const plain = css.replace(/\/\*[\s\S]*?\*\//g, '');
  for (const [, name, value] of plain.matchAll(
    /--looplet-([\w-]+):\s*([^;]+);/g,
  )) {
    tokens.set(name, value.replace(/\s+/g, ' ').trim());
  }
  return tokens;
}

/** styles.css with the tokens it uses. Throws on a name tokens.css lacks. */
export function withTokens(styles, tokens) {
  const used = new Set();
  const body = styles.replace(
    /var\(--looplet-([\w-]+)\)/g,
    (_, /** @type {string} */ name) => {
      if (!tokens.has(name)) {
        throw new Error(`styles.css: tokens.css has no --looplet-${name}`);
      }
      if (styles.split(`var(--looplet-${name})`).length === 2) {
        return `var(--looplet-${name},${tokens.get(name)})`;
      }
      used.add(name);
      return `var(--_${name})`;
    },
  );
  const lines = [...used].map(
    (name) => `--_${name}:var(--looplet-${name},${tokens.get(name)})`,
  );
  return `:host{${lines.join(';')}}\n${body}`;
}

/** The plugin: `import sheet from './styles.css'` under web/widget. */
export const styles = {
  name: 'looplet-styles',
  setup(build) {
    build.onLoad({ filter: /widget[\\/]styles\.css$/ }, async ({ path }) => {
      const [tokens, source] = await Promise.all(
        [tokensFile, path].map((file) => readFile(file, 'utf8')),
      );
      const whole = withTokens(source, readTokens(tokens));
      const { code } = await build.esbuild.transform(whole, {
        loader: 'css',
        minify: true,
        // What the element needs anyway (light-dark, nesting): nothing is
        // rewritten for older browsers.
        target: ['chrome123', 'firefox121', 'safari17.5'],
      });
      return {
        // Values of custom properties are left as they were written.
        contents: code.trim().replace(/([,:]) /g, '$1'),
        loader: 'text',
        watchFiles: [tokensFile, path],
      };
    });
  },
};
