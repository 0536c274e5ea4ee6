/** For tests: what an operator's webhook gets to hear. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Notice } from '../observe/webhook.ts';

export interface WebhookReceiver {
  url: string;
  notices: readonly Notice[];
  close(): Promise<void>;
}

export async function startWebhookReceiver(): Promise<WebhookReceiver> {
  const notices: Notice[] = [];
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const piece of request) body += piece;
    notices.push(JSON.parse(body) as Notice);
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`,
    notices,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
