/**
 * What the tools of the contract suite do. The practice server runs no Python: a function with one of these names does
 * here what its Python does there, and any other answers its own name.
 */
import { isObject, type JsonObject, text } from '../http/read-body.ts';

/** What a tool has at hand while it runs. */
export interface ToolMeans {
  /** Tells whoever reads the run. */
  tell(type: string, data: JsonObject): void;
  /** Asks the browser that began the run, and waits for its answer. */
  ask(type: string, data: JsonObject): Promise<unknown>;
  pause(ms: number): Promise<void>;
}

export type ImitatedTool = (given: JsonObject, means: ToolMeans) => Promise<string>;

/** Thrown as a tool's exception. */
export class ToolBroke extends Error {}

export const IMITATED_TOOLS: Readonly<Record<string, ImitatedTool>> = {
  async get_weather({ city }, means) {
    means.tell('status', { description: `Asking the weather of ${city}`, done: false });
    means.tell('citation', {
      document: [`It is 21 degrees in ${city}`],
      metadata: [{ source: `https://weather.example.com/${city}`, name: 'Weather' }],
      source: { name: 'weather.example.com', url: 'https://weather.example.com' },
    });
    means.tell('status', { description: 'Weather found', done: true });
    return `21 degrees and sunny in ${city}`;
  },
  async sleep_long({ seconds }, means) {
    await means.pause(Number(seconds) * 1_000);
    return 'slept';
  },
  async fail({ reason }) {
    throw new ToolBroke(`tool broke: ${reason}`);
  },
  flood: async ({ kilobytes }) => 'x'.repeat(1024 * Number(kilobytes)),
  async ask({ kind }, means) {
    const answer = await means.ask(text(kind) ?? 'input', { title: 'Q', message: 'Which one?', placeholder: 'p' });
    return `the answer was ${isObject(answer) ? JSON.stringify(answer) : String(answer)}`;
  },
  get_secret: async ({ name }) => `a secret of ${name}`,
  get_stock: async ({ item }) => JSON.stringify({ item, stock: 42 }),
  sums_add: async ({ a, b }) => `MCP sum ${Number(a) + Number(b)}`,
};
