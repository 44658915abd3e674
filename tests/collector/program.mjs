// The program itself: what it prints, what it refuses to start with, what it
// serves, and that its log says nothing of anybody.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import {
  bearer,
  folder,
  post,
  program,
  record,
  root,
  soon,
  start,
} from './running.mjs';

const run = (flags, env = {}) =>
  spawnSync(program, flags, {
    encoding: 'utf8',
    env: { PATH: process.env.PATH, ...env },
  });

test('the table of options in the README is the help', () => {
  const { status, stdout } = run(['--help']);
  assert.equal(status, 0);
  const readme = readFileSync(
    join(root, 'examples/collector/README.md'),
    'utf8',
  );
  const table = /<!-- help -->\n```\n([\s\S]*?)```\n<!-- \/help -->/.exec(
    readme,
  );
  assert.equal(table?.[1].trim(), stdout.trim());
});

test('--version says which', () => {
  const { version } = JSON.parse(
    readFileSync(join(root, 'package.json'), 'utf8'),
  );
  assert.equal(run(['--version']).stdout, `looplet-collector ${version}\n`);
});

test('a wrong command line leaves with 2 and says why', (t) => {
  const place = folder(t);
  for (const [flags, why, env] of [
    [[], /--surveys/],
    [['--surveys', '/nowhere'], /\/nowhere/],
    [['--surveys', place, '--listen', 'here'], /ADDRESS:PORT/],
    [['--surveys', place, '--allow-origin', '*'], /not an origin/],
    [['--surveys', place, '--wrong'], /--wrong/],
    [['--surveys', place], /at least 32/, { LOOPLET_TOKEN: 'short' }],
  ]) {
    const { status, stderr } = run(flags, env);
    assert.equal(status, 2, stderr);
    assert.match(stderr, why);
  }
});

test('faulty surveys are all named, and nothing starts', (t) => {
  const place = folder(t);
  writeFileSync(join(place, 'a.json'), '{');
  writeFileSync(join(place, 'b.json'), '{"format":1,"typo":1}');
  const { status, stderr } = run(['--surveys', place]);
  assert.equal(status, 1);
  assert.match(stderr, /a\.json:1: This is not JSON.* \[not_json\]/);
  assert.match(stderr, /b\.json: \/typo: .* \[unknown_field\]/);
  assert.match(stderr, /b\.json: 'id' is missing here\. \[missing_field\]/);
});

test('an address that is taken is said', async (t) => {
  const place = folder(t);
  const { port } = await start(t, place);
  const { status, stderr } = run([
    ...['--surveys', place, '--listen', `127.0.0.1:${port}`],
    ...['--db', join(place, 'other.sqlite')],
  ]);
  assert.equal(status, 1);
  assert.match(stderr, /in use/);
});

test('a session: answers in, figures out', async (t) => {
  const place = folder(t);
  const { url } = await start(t, place, ['--public-tally', '--no-rate-limit']);
  for (const score of [10, 9, 9, 8, 7, 3]) {
    assert.equal((await post(url, record(score))).status, 201);
  }
  const tally = await fetch(`${url}/v1/surveys/demo/tally`);
  assert.deepEqual(await tally.json(), {
    counts: { scores: [0, 0, 0, 1, 0, 0, 0, 1, 1, 2, 1] },
  });
  const report = await (
    await fetch(`${url}/v1/surveys/demo/report`, { headers: bearer })
  ).json();
  // 3 promoters less 1 detractor of 6: 100/3.
  assert.equal(report.estimate.npsExact, '100/3');
  assert.equal(report.estimate.rounded, 33);
  assert.deepEqual(report.rows, { scored: 6, missing: 0, partial: 0 });
  const lines = await (
    await fetch(`${url}/v1/responses?survey=demo`, { headers: bearer })
  ).text();
  const rows = lines
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  assert.deepEqual(
    rows.map(({ score }) => score),
    [10, 9, 9, 8, 7, 3],
  );
  const bad = await post(url, { ...record(), survey: 'other' });
  assert.equal(bad.status, 422);
  assert.equal((await bad.json()).errors[0].code, 'unknown_survey');
});

test('an export of many answers is whole', async (t) => {
  const place = folder(t);
  const { url } = await start(t, place, [
    '--no-rate-limit',
    ...['--connections-per-address', '1000'],
  ]);
  const ids = new Set();
  for (let i = 0; i < 1000; i += 20) {
    const some = Array.from({ length: 20 }, () =>
      record(7, 'words '.repeat(50)),
    );
    const replies = await Promise.all(some.map((answer) => post(url, answer)));
    assert.ok(replies.every(({ status }) => status === 201));
    for (const reply of replies) await reply.text();
    for (const { id } of some) ids.add(id);
  }
  const text = await (
    await fetch(`${url}/v1/responses`, { headers: bearer })
  ).text();
  const rows = text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  assert.equal(rows.length, 1000);
  assert.equal(rows.filter(({ id }) => !ids.delete(id)).length, 0);
  assert.equal(ids.size, 0);
});

test('the site is served beside the surveys', async (t) => {
  const place = folder(t);
  const site = join(place, 'site');
  mkdirSync(site);
  writeFileSync(join(site, 'index.html'), '<!doctype html><title>Hi</title>');
  writeFileSync(join(place, 'secret.txt'), 'secret');
  const { url } = await start(t, place, ['--site', site]);
  const page = await fetch(url);
  assert.equal(page.headers.get('content-type'), 'text/html; charset=utf-8');
  assert.equal(page.headers.get('x-content-type-options'), 'nosniff');
  assert.match(
    page.headers.get('content-security-policy'),
    /^default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; /,
  );
  const tag = page.headers.get('etag');
  const again = await fetch(url, { headers: { 'if-none-match': tag } });
  assert.equal(again.status, 304);
  assert.equal((await fetch(`${url}/surveys/demo.json`)).status, 200);
  for (const path of ['secret.txt', 'answers.sqlite', '%2e%2e/secret.txt']) {
    assert.equal((await fetch(`${url}/surveys/${path}`)).status, 404);
    assert.equal((await fetch(`${url}/${path}`)).status, 404);
  }
});

test('the log says nothing of anybody', async (t) => {
  const place = folder(t);
  const { url, output } = await start(t, place);
  const answer = record(2, 'my own words');
  await post(url, answer, {
    'user-agent': 'the-browser',
    'x-forwarded-for': '198.51.100.7',
  });
  await fetch(`${url}/v1/surveys/some-survey/tally?who=me`);
  await fetch(`${url}/some/page.html?who=me`);
  await fetch(`${url}/v1/responses/${answer.id}`, { method: 'DELETE' });
  const lines = () => output.out.split('\n').slice(1).join('\n') + output.err;
  await soon(() => lines().trim().split('\n').length >= 4);
  const log = lines();
  assert.match(
    log,
    /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z POST \/v1\/responses 201 \d+\.\dms 15B$/m,
  );
  assert.equal(log.trim().split('\n').length, 4);
  for (const part of [
    'words',
    'browser',
    '198.51',
    '127.0.0.1',
    'who',
    'some',
    answer.id,
  ]) {
    assert.ok(!log.includes(part), `${part} is in\n${log}`);
  }
});
