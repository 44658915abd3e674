// An endpoint on another origin that fails on demand: what the element sends
// to when a case is about sending, not about the collector.

import { createServer } from 'node:http';

export interface Endpoint {
  url: string;
  origin: string;
  /** Bodies of the posts that came in, in order. */
  posts: { id: string; sentTime: string; answers: { value: unknown }[] }[];
  /** Headers of the last post. */
  headers: { [name: string]: string | string[] | undefined };
  /** The status of replies from now on; 0 cuts the connection instead. */
  status: number;
  close(): Promise<void>;
}

export async function startEndpoint(): Promise<Endpoint> {
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      if (endpoint.status === 0) {
        request.socket.destroy();
        return;
      }
      endpoint.headers = request.headers;
      endpoint.posts.push(JSON.parse(Buffer.concat(parts).toString('utf8')));
      response.writeHead(endpoint.status, {
        'Access-Control-Allow-Origin': '*',
      });
      response.end('{}');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') {
    throw new Error('no port');
  }
  const origin = `http://127.0.0.1:${address.port}`;
  const endpoint: Endpoint = {
    url: `${origin}/responses`,
    origin,
    posts: [],
    headers: {},
    status: 201,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
  return endpoint;
}
