import assert from 'node:assert/strict';
import { test } from 'node:test';
import { digitReader } from '../../web/widget/keys.ts';

/** What keys at times (ms) read as, on a scale. */
function typed(low: number, high: number, keys: [string, number][]) {
  const read = digitReader(low, high);
  return keys.map(([key, now]) => read(key, now));
}

test('each digit is its point of 0 to 10', () => {
  const keys = [...'0123456789'].map((key, i): [string, number] => [
    key,
    i * 5000,
  ]);
  assert.deepEqual(typed(0, 10, keys), [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
});

test('1 and 0 within 700 ms are 10', () => {
  assert.deepEqual(
    typed(0, 10, [
      ['1', 100],
      ['0', 800],
    ]),
    [1, 10],
  );
});

test('1 and 0 after 701 ms are 1 and 0', () => {
  assert.deepEqual(
    typed(0, 10, [
      ['1', 100],
      ['0', 801],
    ]),
    [1, 0],
  );
});

test('another digit in between ends the wait for 10', () => {
  const keys: [string, number][] = [
    ['1', 0],
    ['2', 10],
    ['0', 20],
  ];
  assert.deepEqual(typed(0, 10, keys), [1, 2, 0]);
});

test('1, 0, 0 is 10 and then 0', () => {
  const keys: [string, number][] = [
    ['1', 0],
    ['0', 10],
    ['0', 20],
  ];
  assert.deepEqual(typed(0, 10, keys), [1, 10, 0]);
});

test('points that a scale does not have are not read', () => {
  const keys: [string, number][] = [
    ['0', 0],
    ['6', 10],
    ['1', 20],
    ['0', 30],
  ];
  assert.deepEqual(typed(1, 5, keys), [undefined, undefined, 1, undefined]);
});

test('letters and other keys are left to the browser', () => {
  const keys = ['a', 'Enter', 'ArrowLeft', ' ', '12', '٣', ''];
  assert.deepEqual(
    typed(
      0,
      10,
      keys.map((key) => [key, 0]),
    ),
    keys.map(() => undefined),
  );
});
