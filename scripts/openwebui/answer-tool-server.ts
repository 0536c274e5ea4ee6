/**
 * What stands beside the provider, on its port, because a real Open WebUI wants addresses for it: a tool server by
 * OpenAPI (`/stock`, tool `get_stock`), one by MCP (`/sums`, tool `add`) and a search engine (`/search`).
 */
export interface ToolServerReply {
  status: number;
  json?: unknown;
}

/** @returns undefined for addresses that are none of these */
export function answerToolServer(
  method: string,
  path: string,
  body: Record<string, unknown>,
): ToolServerReply | undefined {
  if (path === '/stock/openapi.json') return { status: 200, json: STOCK_API };
  if (path.startsWith('/stock/')) {
    return { status: 200, json: { item: decodeURIComponent(path.slice('/stock/'.length)), stock: 42 } };
  }
  if (path === '/search') {
    return { status: 200, json: [{ link: FOUND_ADDRESS, title: 'Found page', snippet: 'The web says hello.' }] };
  }
  if (path !== '/sums') return undefined;
  if (method !== 'POST') return { status: 405 };
  return answerMcp(body);
}

/** Open WebUI reads no page behind it: it is told to make do with the search engine's own words. */
const FOUND_ADDRESS = 'https://found.example.com/page';

const STOCK_API = {
  openapi: '3.1.0',
  info: { title: 'Stock', version: '1' },
  paths: {
    '/item/{item}': {
      get: {
        operationId: 'get_stock',
        summary: 'How many of an item are in stock',
        parameters: [{ name: 'item', in: 'path', required: true, schema: { type: 'string' } }],
        responses: { 200: { description: 'ok' } },
      },
    },
  },
};

const ADD = {
  name: 'add',
  description: 'Add two numbers',
  inputSchema: { type: 'object', properties: { a: { type: 'number' }, b: { type: 'number' } }, required: ['a', 'b'] },
};

function answerMcp({ id, method, params }: Record<string, unknown>): ToolServerReply {
  if (id === undefined) return { status: 202 };
  const given = (params ?? {}) as { protocolVersion?: string; arguments?: { a: number; b: number } };
  const result = (value: unknown) => ({ status: 200, json: { jsonrpc: '2.0', id, result: value } });
  switch (method) {
    case 'initialize':
      return result({
        protocolVersion: given.protocolVersion,
        capabilities: { tools: {} },
        serverInfo: { name: 'sums', version: '1' },
      });
    case 'tools/list':
      return result({ tools: [ADD] });
    case 'tools/call': {
      const { a = 0, b = 0 } = given.arguments ?? {};
      return result({ content: [{ type: 'text', text: `MCP sum ${a + b}` }] });
    }
    default:
      return { status: 200, json: { jsonrpc: '2.0', id, error: { code: -32_601, message: 'no such method' } } };
  }
}
