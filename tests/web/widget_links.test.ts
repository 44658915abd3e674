import assert from 'node:assert/strict';
import { test } from 'node:test';
import { linkTarget, requestTarget } from '../../web/widget/links.ts';

const opened = [
  'https://example.com/',
  'https://example.com/review?id=7#top',
  'HTTPS://EXAMPLE.COM/',
  'https://bücher.example/',
  'http://localhost:8080/x',
  'http://127.0.0.1/x',
  'http://[::1]:3000/',
  'http://app.localhost/',
  'mailto:help@example.com?subject=Hello',
];
for (const address of opened) {
  test(`a respondent may be sent to ${address}`, () =>
    assert.equal(linkTarget(address), new URL(address).href));
}

const refused = [
  '',
  ' ',
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  'java\tscript:alert(1)',
  'java\nscript:alert(1)',
  '\u0001javascript:alert(1)',
  ' javascript:alert(1)',
  'javascript://example.com/%0aalert(1)',
  '&#106;avascript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'vbscript:msgbox(1)',
  'blob:https://example.com/1',
  'file:///etc/passwd',
  'ftp://example.com/',
  'about:blank',
  'view-source:https://example.com/',
  'http://example.com/',
  'http://localhost.evil.example/',
  'http://127.0.0.1.evil.example/',
  '//evil.example/',
  '/path',
  'page.html',
  'https:evil.example',
  'https:/evil.example',
  'https://',
  'https://user:secret@example.com/',
  'https://trusted.example@evil.example/',
  'https://example.com/\u0000',
  'https://exa\tmple.com/',
  'https://example.com/\r\nx',
  'tel:+491234',
  'intent://x#Intent;end',
];
for (const address of refused) {
  test(`nobody is sent to ${JSON.stringify(address)}`, () =>
    assert.equal(linkTarget(address), undefined));
}

test('an endpoint is https, this machine, or the page itself', () => {
  const page = 'https://shop.example/cart';
  assert.equal(
    requestTarget('/v1/responses', page),
    'https://shop.example/v1/responses',
  );
  assert.equal(
    requestTarget('https://nps.example/r', page),
    'https://nps.example/r',
  );
  assert.equal(
    requestTarget('http://localhost:8080/r', page),
    'http://localhost:8080/r',
  );
  assert.equal(requestTarget('http://nps.example/r', page), undefined);
  assert.equal(requestTarget('javascript:1', page), undefined);
  assert.equal(requestTarget('data:,x', page), undefined);
  assert.equal(requestTarget('https://a:b@nps.example/', page), undefined);
});

test('a page that is http itself may use its own origin, and no other', () => {
  const page = 'http://intranet/start';
  assert.equal(requestTarget('r', page), 'http://intranet/r');
  assert.equal(requestTarget('http://other/r', page), undefined);
});

test('a page without an origin does not make data: its own', () => {
  assert.equal(requestTarget('data:,x', 'data:text/html,page'), undefined);
});
