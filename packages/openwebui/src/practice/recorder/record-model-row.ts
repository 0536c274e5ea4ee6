import { ask, CHAT_PATH } from './record-answers.ts';
import type { Service } from './record-identity.ts';
import type { Recorder } from './recorder.ts';

const EVERYBODY = [{ principal_type: 'user', principal_id: '*', permission: 'read' }];

/** A provider's model gets a row of its own, as sharing it makes one, and is asked; then the row goes again. */
export async function recordModelRow(recorder: Recorder, { key, administratorToken: as }: Service): Promise<void> {
  const row = { id: 'echo', name: 'echo', base_model_id: null, params: {}, is_active: true };
  const shared = { access_grants: EVERYBODY, access_control: null };
  const write = (name: string, path: string, meta: object) =>
    recorder.ask(name, 'POST', `/api/v1/models/${path}`, { as, body: { ...row, ...shared, meta } });
  const answer = async (name: string) => {
    // Chats look a model up in a list that asking for it renews.
    await (await recorder.send('GET', '/api/models', { as })).text();
    await recorder.ask(name, 'POST', CHAT_PATH, { as: key, body: { model: 'echo', messages: ask('x') } });
  };
  await write('row without capabilities, create', 'create', {});
  await answer('row without capabilities, answer');
  await write('row with capabilities, update', 'model/update?id=echo', { capabilities: {} });
  await answer('row with capabilities, answer');
  await recorder.ask('row, delete', 'POST', '/api/v1/models/model/delete?id=echo', { as, body: { id: 'echo' } });
}
