/** What the service account has at Open WebUI, by number: nothing of it may be more after a run. */
import type { CaseContext } from '../case-context.ts';

export async function filesOf(context: CaseContext): Promise<number> {
  return countAt(context, '/api/v1/files/');
}

export async function leftBehind(context: CaseContext): Promise<number[]> {
  const paths = [
    '/api/v1/chats/?page=1',
    '/api/v1/chats/archived',
    '/api/v1/files/',
    '/api/v1/notes/',
    '/api/v1/memories/',
  ];
  return Promise.all(paths.map((path) => countAt(context, path)));
}

async function countAt(context: CaseContext, path: string): Promise<number> {
  const reply = await context.call('GET', path, { as: context.service.token });
  return Array.isArray(reply.json) ? reply.json.length : (JSON.stringify(reply.json).match(/"id":/g)?.length ?? 0);
}
