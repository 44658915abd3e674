// A CPU profile of V8 as a short list: functions by their own time.

export function printProfile({ nodes, samples, timeDeltas }) {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const own = new Map();
  for (const [i, id] of samples.entries()) {
    const { functionName, url, lineNumber, columnNumber } =
      byId.get(id).callFrame;
    const file = url.split('/').pop();
    const place = file && `${file}:${lineNumber + 1}:${columnNumber + 1}`;
    const key = `${functionName || '(anonymous)'} ${place}`;
    own.set(key, (own.get(key) ?? 0) + timeDeltas[i] / 1000);
  }
  const list = [...own].sort((a, b) => b[1] - a[1]).slice(0, 25);
  for (const [name, milliseconds] of list) {
    console.log(`${milliseconds.toFixed(2).padStart(8)} ms  ${name}`);
  }
}
