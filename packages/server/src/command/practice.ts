/** `npx guichet practice`: only the practice Open WebUI, for trying things against. */
import { parseArgs } from 'node:util';
import { startPractice } from '@guichet/openwebui/practice';
import { type Command, UsageError } from './command.ts';

const DEFAULT_PORT = 8080;

export const practice: Command = {
  usage: ['practice [--version V] [--port N]'],
  async run(words) {
    const { version, port } = readWords(words);
    const server = await startPractice({ port, demo: true, ...(version !== undefined && { version }) });
    process.stdout.write(
      `The practice server is running on ${server.url}. It behaves like Open WebUI ${server.version}.\nSign in as admin@example.com with the password admin-password. Nothing is stored: all changes are lost when it stops.\n`,
    );
    await new Promise<void>((resolve) => {
      for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
    });
    await server.close();
    return 0;
  },
};

function readWords(words: readonly string[]): { version: string | undefined; port: number } {
  let values: { version?: string; port?: string };
  try {
    ({ values } = parseArgs({ args: [...words], options: { version: { type: 'string' }, port: { type: 'string' } } }));
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
  const port = values.port === undefined ? DEFAULT_PORT : Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new UsageError(`"${values.port}" is not a port. Use a number from 0 to 65535.`);
  if (values.version !== undefined && !/^\d+\.\d+\.\d+$/.test(values.version)) {
    throw new UsageError(`"${values.version}" is not a version. Use one like 0.12.4.`);
  }
  return { version: values.version, port };
}
