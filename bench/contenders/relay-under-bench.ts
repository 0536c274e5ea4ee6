/**
 * The least a relay on Node can do: node:http in front, undici behind, bytes handed through unseen. No access check,
 * no limit, no parsing, nothing stored. Prints its address when it listens.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Agent, type Dispatcher } from 'undici';

const upstream = process.argv[2] ?? '';
const agent = new Agent({ headersTimeout: 0, bodyTimeout: 0, pipelining: 1 });

const server = createServer((request, response) => {
  let controller: Dispatcher.DispatchController | undefined;
  response.on('close', () => {
    if (!response.writableFinished) controller?.abort(new Error('the reader left'));
  });
  agent.dispatch(
    {
      origin: upstream,
      path: request.url ?? '/',
      method: 'POST',
      headers: {
        'content-type': request.headers['content-type'] ?? '',
        authorization: request.headers.authorization ?? '',
      },
      body: request,
    },
    {
      onRequestStart(given) {
        controller = given;
      },
      onResponseStart(_controller, status, headers) {
        const contentType = String(headers['content-type']);
        response.writeHead(status, { 'content-type': contentType, 'cache-control': 'no-cache' });
      },
      onResponseData(given, chunk) {
        if (response.write(chunk)) return;
        given.pause();
        response.once('drain', () => given.resume());
      },
      onResponseEnd() {
        response.end();
      },
      onResponseError() {
        response.destroy();
      },
    },
  );
});

server.listen({ port: 0, host: '127.0.0.1', backlog: 4096 }, () => {
  process.stdout.write(`http://127.0.0.1:${(server.address() as AddressInfo).port}\n`);
});
