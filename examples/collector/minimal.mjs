// The least that an endpoint of your own must do, in one file of Node:
//   node examples/collector/minimal.mjs [PORT] [FILE]
// It keeps the first line of the contract (see README.md): 201 once the answer
// is on the disk, 200 when it is there already, 409 when the id is there with
// other content, 4xx for what is no answer, 503 when it could not be kept.
// It does not judge answers as the engine does, and has no limits: put it
// behind something that has.
import { createHash } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs';
import { createServer } from 'node:http';

const [port = '8080', file = 'answers.jsonl'] = process.argv.slice(2);
const hash = ({ sentTime, attempt, queuedMs, ...answer }) =>
  createHash('sha256').update(JSON.stringify(answer)).digest('hex');
const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : [];
const seen = new Map();
for (const line of lines.slice(0, -1)) {
  const answer = JSON.parse(line);
  seen.set(answer.id, hash(answer));
}
const out = openSync(file, 'a');

function take(text) {
  let answer;
  try { answer = JSON.parse(text); } catch { return 400; }
  if (answer?.v !== 1 || !/^[0-9a-f-]{36}$/i.test(answer.id)) return 422;
  const content = hash(answer);
  if (seen.has(answer.id)) return seen.get(answer.id) === content ? 200 : 409;
  try {
    writeSync(out, `${JSON.stringify(answer)}\n`);
    fsyncSync(out);
  } catch { return 503; }
  seen.set(answer.id, content);
  return 201;
}

createServer(async (request, response) => {
  const end = (status, headers = {}) => response.writeHead(status, {
    'Content-Type': 'application/json', 'Access-Control-Allow-Origin': '*',
    'Access-Control-Expose-Headers': 'Retry-After, Date', ...headers,
  }).end(JSON.stringify(status < 300 ? { stored: true, duplicate: status === 200 } : { ok: false }));
  if (request.method !== 'POST' || request.url !== '/v1/responses') return end(404);
  let text = '';
  for await (const piece of request.setEncoding('utf8')) {
    text += piece;
    if (text.length > 16384) return end(413, { Connection: 'close' });
  }
  const status = take(text);
  end(status, status === 503 ? { 'Retry-After': '30' } : {});
}).listen(Number(port), '127.0.0.1', function () {
  console.log(`listens on http://127.0.0.1:${this.address().port}`);
});
process.on('SIGTERM', () => { closeSync(out); process.exit(0); });
