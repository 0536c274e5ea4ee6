/**
 * Reads what decides about the whole agent, with the account's own credential and by harmless questions alone. Reading
 * the list of models has a use besides: Open WebUI answers chats by the models that it listed last, so what this list
 * shows is what counts from then on.
 */
import { createOpenWebUiClient } from '../client/create-open-webui-client.ts';
import { isRecord } from '../client/error-body.ts';
import type { UpstreamTarget } from '../client/open-webui-client.ts';
import { createDesk, type Desk } from '../desk/desk.ts';
import { Secret } from '../desk/secret.ts';
import { offersSkills } from './judge-whole-agent.ts';
import { readModelSafety, readRights, type SafetyEvidence, type Unread } from './safety-evidence.ts';

/** What changes seldom: an update of Open WebUI, a promotion of the account. */
export type SteadyEvidence = Pick<SafetyEvidence, 'version' | 'role'>;

/**
 * @param steady from a former reading, to ask two questions instead of four; where skills have no switch, one more
 * @returns undefined evidence as `failure` when the list of models could not be read
 */
export async function gatherSafetyEvidence(
  target: UpstreamTarget,
  modelId: string,
  steady?: SteadyEvidence,
): Promise<SafetyEvidence | Unread> {
  const desk = createDesk({ baseUrl: target.baseUrl });
  try {
    const as = new Secret(target.credential);
    const { version, role } = steady ?? (await readSteady(target, desk));
    const models = await desk.ask({ path: '/api/models', as });
    const data = isRecord(models.json) ? models.json.data : undefined;
    if (models.status !== 200 || !Array.isArray(data)) return { failure: models.failure() };
    const entry = data.filter(isRecord).find(({ id }) => id === modelId);
    const model = entry && readModelSafety(entry);
    const rights = readRights((await desk.ask({ path: '/api/v1/users/permissions', as })).json);
    const wantsSkills = model !== undefined && version !== undefined && offersSkills(model, version);
    const skills = wantsSkills ? await readSkills(desk, as) : undefined;
    return { version, role, model, rights, skills };
  } finally {
    await desk.close();
  }
}

async function readSteady(target: UpstreamTarget, desk: Desk): Promise<SteadyEvidence> {
  const client = createOpenWebUiClient({ target: () => target });
  try {
    const [version, identity] = await Promise.all([desk.version(), client.identity()]);
    return { version, role: identity.ok ? identity.value.role : 'unknown' };
  } finally {
    await client.close();
  }
}

async function readSkills(desk: Desk, as: Secret): Promise<string[] | undefined> {
  const { status, json } = await desk.ask({ path: '/api/v1/skills/', as });
  if (status !== 200 || !Array.isArray(json)) return undefined;
  return json.filter(isRecord).map(({ id }) => String(id));
}
