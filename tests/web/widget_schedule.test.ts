import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  backoff,
  judge,
  retryAfter,
  slowBackoff,
} from '../../web/widget/outbox/schedule.ts';

test('waits double from 4 s and end at a quarter of an hour', () => {
  const longest = [1, 2, 3, 4, 8, 9, 30, 100].map((n) => backoff(n, 1));
  const s = [4, 8, 16, 32, 512, 900, 900, 900];
  assert.deepEqual(
    longest,
    s.map((seconds) => seconds * 1000),
  );
});

test('chance takes up to half of a wait away and never more', () => {
  assert.equal(backoff(1, 0), 2000);
  assert.equal(backoff(1, 0.5), 3000);
  assert.equal(slowBackoff(0), 3_600_000);
  assert.equal(slowBackoff(1), 7_200_000);
});

// The table of reply classes, one line each.
const replies: [string, number[]][] = [
  ['delivered', [200, 201, 202, 204, 226]],
  ['retry', [0, 301, 302, 307, 308, 408, 421, 425, 429]],
  ['retry', [500, 502, 503, 504, 507, 508, 511, 520, 599]],
  ['slow', [401, 403, 404, 407, 451]],
  ['rejected', [400, 402, 405, 406, 409, 410, 411, 412, 413, 414, 415]],
  ['rejected', [416, 417, 418, 422, 423, 424, 426, 428, 431, 499, 501, 505]],
];
for (const [verdict, statuses] of replies) {
  for (const status of statuses) {
    test(`a reply of ${status} is ${verdict}`, () =>
      assert.equal(judge(status), verdict));
  }
}

const noon = Date.parse('2026-03-01T12:00:00Z');
const waits: [string | null, string | null, number | undefined][] = [
  ['2', null, 2000],
  [' 120 ', null, 120_000],
  ['0', null, 1000],
  ['-5', null, 1000],
  ['999999', null, 86_400_000],
  ['Sun, 01 Mar 2026 12:00:30 GMT', null, 30_000],
  // Our clock is an hour slow; the reply's own date says how far off it is.
  ['Sun, 01 Mar 2026 13:00:30 GMT', 'Sun, 01 Mar 2026 13:00:00 GMT', 30_000],
  ['Sun, 01 Mar 2020 12:00:00 GMT', null, 1000],
  ['Sun, 01 Mar 2026 12:00:30 GMT', 'junk', 30_000],
  ['soon', null, undefined],
  ['2, 3', null, undefined],
  ['1.5', null, undefined],
  ['junk GMT', null, undefined],
  ['', null, undefined],
  [null, null, undefined],
];
for (const [header, date, wait] of waits) {
  test(`Retry-After ${header} with Date ${date} waits ${wait} ms`, () =>
    assert.equal(retryAfter(header, date, noon), wait));
}
