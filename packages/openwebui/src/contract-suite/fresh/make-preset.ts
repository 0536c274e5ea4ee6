import assert from 'node:assert/strict';
import { Secret } from '../../desk/secret.ts';
import type { FreshContext } from './fresh-server.ts';

export interface Preset {
  collectionId: string;
  /** Session of somebody else, with whom "echo" is shared. */
  other: Secret;
  remove(): Promise<void>;
}

/** A private model "guide" on top of "echo", with a private collection of one file; "echo" is shared with somebody. */
export async function makePreset({ baseUrl, version, admin, call }: FreshContext): Promise<Preset> {
  const post = (path: string, body: object) => call({ method: 'POST', path, body });
  const body = { name: 'Other', email: 'other@example.com', password: 'svc-Password-1', role: 'user' };
  const other = await post('/api/v1/auths/add', body);
  const closed = { access_grants: [], access_control: {} };
  const fileId = await upload(baseUrl, admin);
  const wanted = { name: 'Prices', description: 'd', ...closed };
  const collection = await post('/api/v1/knowledge/create', wanted);
  await untilRead(call, fileId);
  await post(`/api/v1/knowledge/${collection.id}/file/add`, { file_id: fileId });
  const knowledge = [{ id: collection.id, name: 'Prices', type: 'collection', description: 'd' }];
  const meta = { description: 'd', knowledge, capabilities: {} };
  const row = { name: 'Guide', meta, params: {}, is_active: true, ...closed };
  await post('/api/v1/models/create', { ...row, id: 'guide', base_model_id: 'echo' });
  const read = { group_ids: [], user_ids: [String(other.id)] };
  await post('/api/v1/models/create', {
    id: 'echo',
    base_model_id: null,
    name: 'echo',
    meta: { capabilities: {} },
    params: {},
    is_active: true,
    access_grants: [{ principal_type: 'user', principal_id: other.id, permission: 'read' }],
    access_control: { read, write: { group_ids: [], user_ids: [] } },
  });
  assert.ok(version !== '' && typeof other.token === 'string' && typeof collection.id === 'string');
  return {
    collectionId: collection.id,
    other: new Secret(other.token),
    async remove() {
      await post('/api/v1/models/model/delete', { id: 'guide' });
      await post('/api/v1/models/model/delete', { id: 'echo' });
      await call({ method: 'DELETE', path: `/api/v1/knowledge/${collection.id}/delete` });
      await call({ method: 'DELETE', path: `/api/v1/users/${other.id}` });
    },
  };
}

async function upload(baseUrl: string, admin: Secret): Promise<string> {
  const form = new FormData();
  form.append('file', new Blob(['Tickets cost seven euros.'], { type: 'text/plain' }), 'prices.txt');
  const headers = { authorization: `Bearer ${admin.reveal()}` };
  const reply = await fetch(`${baseUrl}/api/v1/files/`, { method: 'POST', headers, body: form, redirect: 'manual' });
  assert.equal(reply.status, 200);
  const { id }: { id: string } = await reply.json();
  return id;
}

async function untilRead(call: FreshContext['call'], fileId: string): Promise<void> {
  for (let attempt = 0; attempt < 40; attempt++) {
    const status = await call({ path: `/api/v1/files/${fileId}/process/status` });
    if (!/pending|processing/.test(JSON.stringify(status))) return;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}
