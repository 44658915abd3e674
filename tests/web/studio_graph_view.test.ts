import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Survey } from '../../web/engine/types.ts';
import {
  cut,
  filledIn,
  isRightToLeft,
  textIn,
  wrapped,
} from '../../web/studio/graph/step_text.ts';
import { fitted, revealing, zoomed } from '../../web/studio/graph/viewport.ts';

const sound: Survey = {
  format: 1,
  id: 'sound',
  revision: 1,
  locale: 'en',
  subject: { en: 'Acme', de: 'Acme GmbH' },
  steps: [],
};

const letters = (text: string): number => text.length;

test('a text is cut to the room there is, between words where it can', () => {
  assert.equal(cut('short', 10, letters), 'short');
  assert.equal(cut('rather long', 7, letters), 'rather…');
  assert.deepEqual(wrapped('one two three four five', 9, 2, letters), [
    'one two',
    'three fo…',
  ]);
  assert.deepEqual(wrapped('お客様の声をお聞かせください', 5, 2, letters), [
    'お客様の声',
    'をお聞か…',
  ]);
  assert.deepEqual(wrapped('', 9, 2, letters), []);
});

test('a text is found in its language, the nearest, the source', () => {
  const text = { en: 'Hello', de: 'Hallo', 'pt-BR': 'Olá' };
  assert.equal(textIn(text, 'de-AT', 'en'), 'Hallo');
  assert.equal(textIn(text, 'pt', 'en'), 'Olá');
  assert.equal(textIn(text, 'fr', 'en'), 'Hello');
  assert.equal(textIn('One', 'fr', 'en'), 'One');
  assert.equal(textIn(undefined, 'fr', 'en'), '');
});

test('names are filled in where they are known', () => {
  assert.equal(
    filledIn('{subject}, {owner|our team}, {score}', sound, 'en'),
    'Acme, our team, {score}',
  );
});

test('the first letter says in which direction a text is read', () => {
  assert.equal(isRightToLeft('«ما مدى»'), true);
  assert.equal(isRightToLeft('“How”'), false);
  assert.equal(isRightToLeft('7'), false);
});

test('fitted is in the middle, and never larger than it is', () => {
  const pane = { width: 400, height: 300 };
  assert.deepEqual(fitted({ width: 200, height: 100 }, pane), {
    scale: 1,
    x: 100,
    y: 100,
  });
  const { scale } = fitted({ width: 736, height: 100 }, pane);
  assert.equal(scale, 0.5); // 400 less 16 on each side
});

test('zooming keeps what is under the pointer', () => {
  const view = { x: 10, y: 20, scale: 1 };
  const near = zoomed(view, 2, 50, 60);
  const under = (v: typeof view, x: number, y: number) => [
    (x - v.x) / v.scale,
    (y - v.y) / v.scale,
  ];
  assert.deepEqual(under(near, 50, 60), under(view, 50, 60));
  assert.equal(near.scale, 2);
});

test('revealing moves no more than it has to', () => {
  const pane = { width: 400, height: 300 };
  const box = { x: 0, y: 100, width: 100, height: 50 };
  const view = { x: 100, y: 0, scale: 1 };
  assert.deepEqual(revealing(view, box, pane), view);
  const left = revealing({ ...view, x: 0 }, box, pane);
  assert.equal(left.x, 74); // its left border 24 from the pane's
  assert.equal(left.y, 0);
});
