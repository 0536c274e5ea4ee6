import type { PracticeServer } from '@guichet/openwebui/practice';

const EVERYBODY = [{ principal_type: 'user', principal_id: '*', permission: 'read' }];

/**
 * A model with one document of its own, the model shared with everybody.
 * @param options.readable whether the document is shared as well; default: it is
 * @param options.empty the collection has no document in it
 */
export async function makeKnowledgeModel(
  { url, state }: PracticeServer,
  { readable = true, empty = false }: { readable?: boolean; empty?: boolean } = {},
): Promise<string> {
  const authorization = `Bearer ${state.makeSessionToken(state.administrator)}`;
  const form = new FormData();
  form.append('file', new Blob(['Tickets cost seven euros.'], { type: 'text/plain' }), 'prices.txt');
  const fileId = await idOf(fetch(`${url}/api/v1/files/`, { method: 'POST', headers: { authorization }, body: form }));
  const post = (path: string, body: object) =>
    fetch(url + path, {
      method: 'POST',
      headers: { authorization, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  const open = { access_grants: EVERYBODY, access_control: null };
  const access = readable ? open : { access_grants: [], access_control: {} };
  const collection = await idOf(post('/api/v1/knowledge/create', { name: 'Prices', description: 'd', ...access }));
  for (let attempt = 0; attempt < 40 && !empty; attempt++) {
    const added = await post(`/api/v1/knowledge/${collection}/file/add`, { file_id: fileId });
    if (added.ok) break;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  const knowledge = [{ id: collection, name: 'Prices', type: 'collection', description: 'd' }];
  const model = { id: 'guide', base_model_id: 'echo', name: 'Guide', params: {}, is_active: true, ...open };
  return idOf(post('/api/v1/models/create', { ...model, meta: { knowledge } }));
}

async function idOf(reply: Promise<Response>): Promise<string> {
  const { id } = (await (await reply).json()) as { id: string };
  return id;
}
