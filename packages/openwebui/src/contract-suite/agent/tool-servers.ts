/** Tool servers that stand in Open WebUI's settings: by OpenAPI (tool `get_stock`) and by MCP (tool `add`). */
export const STOCK_SERVER = 'stock';
export const SUMS_SERVER = 'sums';

/** Under these ids a model asks for their tools. */
export const SERVER_TOOL_IDS = [`server:${STOCK_SERVER}`, `server:mcp:${SUMS_SERVER}`];
