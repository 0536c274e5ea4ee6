/**
 * The practice server's scripted provider behind a port of its own, so that a real Open WebUI can ask it; and beside it
 * two tool servers and a search engine.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { ScriptedProvider } from '@guichet/openwebui/contract-suite';
import { answerToolServer } from './answer-tool-server.ts';

export async function serveProvider(
  provider: ScriptedProvider,
): Promise<{ baseUrl: string; origin: string; close: () => Promise<void> }> {
  const server = createServer((request, response) => {
    answer(provider, request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${portOf(server)}`;
  return { baseUrl: `${origin}/v1`, origin, close: () => closeServer(server) };
}

async function answer(provider: ScriptedProvider, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (!provider.options.reachable) {
    request.socket.destroy();
    return;
  }
  const path = request.url ?? '';
  if (path.endsWith('/audio/transcriptions')) {
    sendJson(response, 200, { text: provider.hear(await readFields(request)) });
    return;
  }
  const body = await readJson(request);
  const beside = answerToolServer(request.method ?? '', path, body);
  if (beside) {
    sendJson(response, beside.status, beside.json);
  } else if (path.endsWith('/models')) {
    const models = provider.listModels();
    if (models) sendJson(response, 200, { object: 'list', data: models.map(modelEntry) });
    else sendJson(response, 401, REFUSED_KEY);
  } else if (path.endsWith('/embeddings')) {
    provider.embed();
    sendJson(response, 200, { object: 'list', model: body.model, data: embeddings(body.input), usage: {} });
  } else if (path.endsWith('/images/generations')) {
    sendJson(response, 200, provider.paint());
  } else if (path.endsWith('/audio/speech')) {
    response.writeHead(200, { 'content-type': 'audio/mpeg' });
    response.end(provider.say(body));
  } else if (path.endsWith('/chat/completions')) {
    await complete(provider, body, response);
  } else {
    sendJson(response, 404, {});
  }
}

async function complete(
  provider: ScriptedProvider,
  body: Record<string, unknown>,
  response: ServerResponse,
): Promise<void> {
  const gone = new AbortController();
  response.on('close', () => gone.abort());
  const told = await provider.complete(body, gone.signal);
  if (told.kind === 'whole') {
    response.writeHead(told.status, { ...told.headers, 'content-type': told.contentType });
    response.end(told.body);
    return;
  }
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  try {
    for await (const frame of told.frames) response.write(frame);
    response.end();
  } catch {
    // ConnectionBroken, or nobody listens any more.
    response.destroy();
  }
}

/** Numbers that depend on the text alone, so that the same text is always found again. */
function embeddings(input: unknown): object[] {
  const texts = Array.isArray(input) ? input : [input];
  return texts.map((text, index) => ({
    object: 'embedding',
    index,
    embedding: Array.from({ length: 32 }, (_, place) => Math.sin((String(text).length + 1) * (place + 1))),
  }));
}

const REFUSED_KEY = {
  error: { message: 'Incorrect API key provided: sk-prov.', type: 'invalid_request_error', code: 'invalid_api_key' },
};

function modelEntry(id: string): object {
  return { id, object: 'model', owned_by: 'prov', created: 1 };
}

/** What is sent beside a sound. */
async function readFields(request: IncomingMessage): Promise<Record<string, unknown>> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece as Buffer);
  const form = await new Response(Buffer.concat(pieces), {
    headers: { 'content-type': request.headers['content-type'] ?? '' },
  }).formData();
  return Object.fromEntries([...form].filter(([, value]) => typeof value === 'string'));
}

async function readJson(request: IncomingMessage): Promise<Record<string, unknown>> {
  let text = '';
  for await (const chunk of request) text += chunk;
  return text === '' ? {} : JSON.parse(text);
}

function sendJson(response: ServerResponse, status: number, value: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(value === undefined ? '' : JSON.stringify(value));
}

function portOf(server: Server): number {
  const address = server.address();
  if (!address || typeof address === 'string') throw new Error('the provider has no port');
  return address.port;
}

function closeServer(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}
