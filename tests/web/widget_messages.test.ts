import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  isRightToLeft,
  kMessages,
  M,
  messageLanguage,
  speak,
} from '../../web/widget/messages.ts';

const pieces = (text = '') => text.match(/#/g)?.length;
const count = M.more + 1;

for (const language of Object.keys(kMessages)) {
  test(`${language} has every message, and none is empty`, () => {
    const texts = (kMessages[language] ?? '').split('|');
    assert.equal(texts.length, count);
    for (const text of texts) assert.equal(text, text.trim());
    assert.ok(texts.every((text) => text !== ''));
  });

  test(`${language} has the pieces that English has`, () => {
    const texts = (kMessages[language] ?? '').split('|');
    const english = (kMessages['en'] ?? '').split('|');
    for (const [i, text] of texts.entries()) {
      assert.equal(pieces(text), pieces(english[i]), text);
    }
  });
}

test('six languages are spoken', () => {
  const languages = ['ar', 'de', 'en', 'es', 'fr', 'pt'];
  assert.deepEqual(Object.keys(kMessages).sort(), languages);
});

test('a tag is spoken by its language, and the unknown in English', () => {
  assert.equal(messageLanguage('de-AT'), 'de');
  assert.equal(messageLanguage('PT_br'), 'pt');
  assert.equal(messageLanguage('ja'), 'en');
  assert.equal(messageLanguage(''), 'en');
  assert.equal(messageLanguage('constructor'), 'en');
  assert.equal(messageLanguage('__proto__'), 'en');
});

test('pieces are filled in, also with what looks like a piece', () => {
  const say = speak('en');
  assert.equal(
    say(M.more, 'promoter', '42', '43', '9'),
    'One promoter more: 42 becomes 43, give or take 9.',
  );
  assert.equal(say(M.left, '# $1'), 'Characters left: # $1');
});

test('right to left is a matter of the language alone', () => {
  for (const tag of ['ar', 'ar-EG', 'he', 'fa', 'ur-PK']) {
    assert.equal(isRightToLeft(tag), true, tag);
  }
  for (const tag of ['en', 'arn', 'de-AR', 'fay', '']) {
    assert.equal(isRightToLeft(tag), false, tag);
  }
});
