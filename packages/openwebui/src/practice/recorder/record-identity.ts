import type { People } from './record-sign-in.ts';
import type { Recorder } from './recorder.ts';

/** The service account with the key it made. */
export interface Service extends People {
  key: string;
}

const KEY_PATH = '/api/v1/auths/api_key';

/** The key and its owner, and every header the key may come in. */
export async function recordIdentity(recorder: Recorder, people: People): Promise<Service> {
  const as = people.serviceToken;
  await recorder.ask('API key, read, none yet', 'GET', KEY_PATH, { as });
  const made = await recorder.ask('API key, make', 'POST', KEY_PATH, { as });
  const key = String(made.json.api_key);
  recorder.note('shape of an API key', { matches: /^sk-[0-9a-f]{32}$/.test(key), length: key.length });
  await recorder.ask('API key, read with session', 'GET', KEY_PATH, { as });
  await recorder.ask('API key, read with itself', 'GET', KEY_PATH, { as: key });
  await recordOwner(recorder, 'API key', key, people.serviceId);
  await recordOwner(recorder, 'session token', as, people.serviceId);
  await recorder.ask('other accounts seen by a plain key', 'GET', '/api/v1/users/search', { as: key });
  await recorder.ask('all accounts by a plain key', 'GET', '/api/v1/users/all', { as: key });
  await recorder.ask('administrator route by a plain key', 'GET', '/api/v1/auths/admin/config', { as: key });
  await recordHeaders(recorder, key);
  await recorder.ask('models', 'GET', '/api/models', { as: key });
  await recorder.ask('models, v1 alias', 'GET', '/api/v1/models', { as: key });
  return { ...people, key };
}

async function recordOwner(recorder: Recorder, kind: string, as: string, id: string): Promise<void> {
  const paths: [name: string, path: string][] = [
    ['identity by /api/v1/auths/', '/api/v1/auths/'],
    ['identity by /users/user/status', '/api/v1/users/user/status'],
    ['identity by /users/user/info', '/api/v1/users/user/info'],
    ['identity by /users/{id}/info', `/api/v1/users/${id}/info`],
    ['permissions', '/api/v1/users/permissions'],
    ['config', '/api/config'],
  ];
  for (const [name, path] of paths) await recorder.ask(`${name}, ${kind}`, 'GET', path, { as });
}

async function recordHeaders(recorder: Recorder, key: string): Promise<void> {
  const headers: [name: string, headers: Record<string, string>][] = [
    ['x-api-key header', { 'x-api-key': key }],
    ['scheme Token', { authorization: `Token ${key}` }],
    ['two spaces after Bearer', { authorization: `Bearer  ${key}` }],
    ['Bearer twice', { authorization: `Bearer Bearer ${key}` }],
    ['Basic beside x-api-key', { authorization: 'Basic dTpw', 'x-api-key': key }],
  ];
  for (const [name, given] of headers) await recorder.ask(name, 'GET', '/api/models', { headers: given });
}
