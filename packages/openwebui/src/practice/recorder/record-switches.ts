import { isObject, type JsonObject } from '../http/read-body.ts';
import { ask, CHAT_PATH } from './record-answers.ts';
import { UNKNOWN_KEY } from './record-credentials.ts';
import type { Service } from './record-identity.ts';
import type { Recorder } from './recorder.ts';

const CONFIG_PATH = '/api/v1/auths/admin/config';
const KEY_PATH = '/api/v1/auths/api_key';
const PERMISSIONS_PATH = '/api/v1/users/default/permissions';

/** What becomes of a key when an administrator turns the switches. */
export async function recordSwitches(recorder: Recorder, service: Service): Promise<void> {
  const { administratorToken, key, serviceToken } = service;
  const config = (await recorder.ask('administrator config', 'GET', CONFIG_PATH, { as: administratorToken })).json;
  // Before 0.6.37 the names were in the singular.
  const plural = 'ENABLE_API_KEYS' in config ? 'API_KEYS' : 'API_KEY';
  const set = (what: string, change: JsonObject) =>
    recorder.ask(`administrator sets ${what}`, 'POST', CONFIG_PATH, {
      as: administratorToken,
      body: { ...config, ...change },
      keepCharacters: 40,
    });
  const models = (name: string, as: string) => recorder.ask(name, 'GET', '/api/models', { as });
  const chat = (name: string, as: string) =>
    recorder.ask(name, 'POST', CHAT_PATH, { as, body: { model: 'echo', messages: ask('x') } });

  await set('API keys off', { [`ENABLE_${plural}`]: false });
  await models('keys off: key used', key);
  await models('keys off: session used', serviceToken);
  await recorder.ask('keys off: make', 'POST', KEY_PATH, { as: serviceToken });
  await recorder.ask('keys off: read', 'GET', KEY_PATH, { as: serviceToken });
  await models('keys off: unknown key', UNKNOWN_KEY);

  await set('restriction to /api/models', {
    [`ENABLE_${plural}`]: true,
    [`ENABLE_${plural}_ENDPOINT_RESTRICTIONS`]: true,
    [`${plural}_ALLOWED_ENDPOINTS`]: '/api/models',
  });
  await models('restricted: allowed', key);
  await chat('restricted: chat', key);
  await recorder.ask('restricted: identity', 'GET', '/api/v1/users/user/status', { as: key });
  await chat('restricted: session token unaffected', serviceToken);
  await set('back', {});
  await recordPermission(recorder, service);
}

async function recordPermission(
  recorder: Recorder,
  { administratorToken: as, key, serviceToken }: Service,
): Promise<void> {
  const permissions = (await recorder.ask('default permissions', 'GET', PERMISSIONS_PATH, { as, keepCharacters: 60 }))
    .json;
  const { features } = permissions;
  if (!isObject(features) || !('api_keys' in features)) return;
  const set = (name: string, body: JsonObject) =>
    recorder.ask(name, 'POST', PERMISSIONS_PATH, { as, body, keepCharacters: 40 });
  await set('administrator withdraws features.api_keys', {
    ...permissions,
    features: { ...features, api_keys: false },
  });
  await recorder.ask('no permission: key used', 'GET', '/api/models', { as: key });
  await recorder.ask('no permission: make', 'POST', KEY_PATH, { as: serviceToken });
  await recorder.ask('no permission: read', 'GET', KEY_PATH, { as: serviceToken });
  await set('permission back', permissions);
}
