import assert from 'node:assert/strict';
import { isRecord } from '../client/error-body.ts';
import type { CaseContext } from './case-context.ts';

/** A collection with one file, and the model it is attached to, which is there for everybody. */
export interface Knowledge {
  collectionId: string;
  fileId: string;
  model: string;
}

const EVERYBODY = [{ principal_type: 'user', principal_id: '*', permission: 'read' }];

/** @param options.readable whether everybody may read the collection too (model `guide`) or nobody may (`closed-guide`) */
export function knowledgeOf(context: CaseContext, { readable = true } = {}): Promise<Knowledge> {
  return context.once(`knowledge ${readable}`, () => makeKnowledge(context, readable));
}

/** The same documents at a model whose owner set it to native calling. @returns its id */
export function nativeGuide(context: CaseContext): Promise<string> {
  return context.once('native guide', async () => {
    const { collectionId } = await knowledgeOf(context);
    return makeGuide(context, 'native-guide', collectionId, { function_calling: 'native' });
  });
}

async function makeKnowledge(context: CaseContext, readable: boolean): Promise<Knowledge> {
  const model = readable ? 'guide' : 'closed-guide';
  const as = context.admin.token;
  const form = new FormData();
  form.append('file', new Blob(['Tickets cost seven euros.'], { type: 'text/plain' }), 'prices.txt');
  const fileId = idOf(await context.call('POST', '/api/v1/files/', { as, form }));
  await processed(context, fileId);
  const access = readable
    ? { access_grants: EVERYBODY, access_control: null }
    : { access_grants: [], access_control: {} };
  const collection = { name: 'Prices', description: 'd', ...access };
  const collectionId = idOf(await context.call('POST', '/api/v1/knowledge/create', { as, body: collection }));
  const adding = await context.call('POST', `/api/v1/knowledge/${collectionId}/file/add`, {
    as,
    body: { file_id: fileId },
  });
  assert.equal(adding.status, 200, adding.text.slice(0, 300));
  return { collectionId, fileId, model: await makeGuide(context, model, collectionId) };
}

async function makeGuide(context: CaseContext, id: string, collectionId: string, params: object = {}): Promise<string> {
  const as = context.admin.token;
  const making = await context.call('POST', '/api/v1/models/create', {
    as,
    body: {
      id,
      base_model_id: 'echo',
      name: 'Guide',
      meta: {
        description: 'd',
        knowledge: [{ id: collectionId, name: 'Prices', type: 'collection', description: 'd' }],
        suggestion_prompts: [{ title: ['Ask', 'prices'], content: 'What does it cost?' }],
        capabilities: {},
      },
      params: { system: 'You are the guide.', ...params },
      access_grants: EVERYBODY,
      access_control: null,
      is_active: true,
    },
  });
  assert.equal(making.status, 200, making.text.slice(0, 300));
  // The list that a chat looks its model up in is renewed by asking for it.
  await context.call('GET', '/api/models', { as });
  return id;
}

/** Reading a file happens in the background; a collection takes only what has been read. */
async function processed(context: CaseContext, fileId: string): Promise<void> {
  for (let attempt = 0; attempt < 40; attempt++) {
    const reply = await context.call('GET', `/api/v1/files/${fileId}/process/status`, { as: context.admin.token });
    if (!/pending|processing/.test(reply.text)) return;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}

function idOf(reply: { json: unknown; text: string }): string {
  assert.ok(isRecord(reply.json) && typeof reply.json.id === 'string', reply.text.slice(0, 300));
  return reply.json.id;
}
