/** A real Open WebUI as its administrator has set it up: keys on and permitted, some models shared with everybody. */
import assert from 'node:assert/strict';
import {
  type CaseContext,
  callsTo,
  changeSettings,
  makeCaseContext,
  type ScriptedProvider,
  setKeyPermission,
} from '@guichet/openwebui/contract-suite';
import { signInAdmin } from '../sign-in-admin.ts';
import { SECRET } from '../start-open-webui.ts';

export interface RealScene extends CaseContext {
  provider: ScriptedProvider;
  /** As the administrator; fails on anything but 200. */
  asAdmin(method: string, path: string, body?: unknown): Promise<Record<string, unknown>>;
  /** Who may use a model: everybody, nobody, or the accounts of these ids. */
  share(model: string, readers: 'everybody' | readonly string[]): Promise<void>;
  /** Called when the case is over, whatever came of it; the last first. */
  onEnd(close: () => Promise<unknown>): void;
}

export interface OpenedScene {
  scene(onEnd: RealScene['onEnd']): RealScene;
  close(): Promise<void>;
}

/** The provider's models that everybody may use; of the others, nobody knows in the beginning. */
const SHARED = [
  'echo',
  'err401',
  'err429',
  'errtext',
  'html',
  'cut',
  'clean-cut',
  'no-limit',
  'think-unseen',
  'errlimit',
  'errpolicy',
  'midstream-error',
  'empty',
  'stall-0',
  'paced-60-20',
];
const UNSHARED = ['slow'];

export async function openScene(baseUrl: string, version: string, provider: ScriptedProvider): Promise<OpenedScene> {
  provider.options.models = [...new Set([...provider.options.models, ...SHARED, ...UNSHARED])];
  const call = callsTo(baseUrl);
  const admin = { token: await signInAdmin(baseUrl) };
  await changeSettings({ call, admin }, { ENABLE_API_KEYS: true });
  await setKeyPermission({ call, admin }, true);

  async function asAdmin(method: string, path: string, body?: unknown): Promise<Record<string, unknown>> {
    const reply = await call(method, path, { as: admin.token, ...(body !== undefined && { body }) });
    assert.equal(reply.status, 200, `${method} ${path}: ${reply.text.slice(0, 300)}`);
    return Object(reply.json) as Record<string, unknown>;
  }

  async function share(model: string, readers: 'everybody' | readonly string[]): Promise<void> {
    const ids = readers === 'everybody' ? ['*'] : readers;
    const access_grants = ids.map((id) => ({ principal_type: 'user', principal_id: id, permission: 'read' }));
    const body = { id: model, name: model, access_grants };
    const { status } = await call('POST', '/api/v1/models/model/access/update', { as: admin.token, body });
    if (status === 200) return;
    // 0.8.0 does not make the row of a model that has none.
    const row = { base_model_id: null, meta: { capabilities: {} }, params: {}, is_active: true };
    await asAdmin('POST', '/api/v1/models/create', { ...row, ...body });
  }

  for (const model of SHARED) await share(model, 'everybody');
  const { context, close } = await makeCaseContext({
    baseUrl,
    version,
    secret: SECRET,
    provider,
    adminToken: admin.token,
  });
  return { scene: (onEnd) => ({ ...context, provider, asAdmin, share, onEnd }), close };
}
