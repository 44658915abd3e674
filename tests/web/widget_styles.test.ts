import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { readTokens, withTokens } from '../../web/widget/styles.mjs';

const root = process.env['LOOPLET_ROOT'] ?? process.cwd();
const read = (file: string) => readFileSync(join(root, file), 'utf8');

test('a token becomes a property of the host that the page may override', () => {
  const tokens = readTokens(
    ':root { --looplet-accent: light-dark(red,\n blue); }',
  );
  assert.equal(
    withTokens(
      'a, b { c: var(--looplet-accent) var(--looplet-accent) }',
      tokens,
    ),
    ':host{--_accent:var(--looplet-accent,light-dark(red, blue))}\n' +
      'a, b { c: var(--_accent) var(--_accent) }',
  );
});

test('a token that is used once stands where it is used', () => {
  assert.equal(
    withTokens('a { c: var(--looplet-x) }', readTokens('--looplet-x: 1px;')),
    ':host{}\na { c: var(--looplet-x,1px) }',
  );
});

test('a token that is not there stops the build', () => {
  assert.throws(
    () => withTokens('a { color: var(--looplet-acent); }', new Map()),
    /tokens\.css has no --looplet-acent/,
  );
});

test('comments in the tokens are not tokens', () => {
  assert.equal(readTokens('/* --looplet-x: 1; */').size, 0);
});

test('every token that the element uses is in tokens.css', () => {
  const sheet = withTokens(
    read('web/widget/styles.css'),
    readTokens(read('web/tokens.css')),
  );
  assert.match(sheet, /--_accent:var\(--looplet-accent,/);
});

test('colours stand in the tokens alone', () => {
  const sheet = read('web/widget/styles.css').replace(/\/\*[\s\S]*?\*\//g, '');
  assert.doesNotMatch(sheet, /#[0-9a-f]{3,8}\b|\brgb|\bhsl|oklch\(/i);
});
