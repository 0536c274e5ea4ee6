/** The steps that prepare the whole agent: each looks first, does what is missing, and looks again. */
import { closeBuiltinTools } from '../agent-safety/close-builtin-tools.ts';
import { allowListEntries, entriesIn, opens } from '../allow-list/allow-list-line.ts';
import { isRecord } from '../client/error-body.ts';
import { isReadableBy } from './access-of-row.ts';
import { changeSettings, readSettings } from './admin-settings.ts';
import { copyModel, isClosed, readModelRow, toolsOf, writeBuiltinTools } from './closed-model.ts';
import { openDefaultRights, switchDefaultRights } from './default-rights.ts';
import type { WholeAgentRecord } from './provision-record.ts';
import type { Step } from './provision-types.ts';
import type { Scene } from './scene.ts';
import { openServiceSession } from './service-session.ts';
import { shareWith } from './shared-thing.ts';
import { notTaken } from './step-failure.ts';

type Done = 'done' | 'already';

export async function makeCopy(scene: Scene, { facts }: Step): Promise<Done> {
  const { administrator, record } = scene;
  const [id, of, groupId] = [facts.id, facts.copyOf, record.group.id];
  if (id === undefined || of === undefined || groupId === undefined) throw notTaken('the copy is not known');
  const agent = agentRecord(scene);
  const there = await readModelRow(administrator, id);
  if (there) return keepCopy(scene, agent, { id, of }, there, groupId);
  agent.copy = { id, of };
  await scene.save();
  const row = await readModelRow(administrator, of);
  const mark = await copyModel(administrator, { id: of, name: facts.name ?? of, row }, id, groupId);
  agent.copy = { id, of, mark };
  await scene.save();
  return 'done';
}

/** There already, from an interrupted run: it is looked whether it is whole. */
async function keepCopy(
  { administrator, save }: Scene,
  agent: WholeAgentRecord,
  { id, of }: { id: string; of: string },
  row: Record<string, unknown>,
  groupId: string,
): Promise<Done> {
  let done: Done = 'already';
  agent.copy = { ...agent.copy, id, of };
  if (!isReadableBy(row, groupId)) {
    await shareWith(administrator, { kind: 'model', id, name: String(row.name) }, groupId, row);
    done = 'done';
  }
  // Opened since by somebody: it is closed again, and no longer as Guichet made it.
  if (!isClosed(row)) {
    const meta = isRecord(row.meta) ? row.meta : {};
    await writeBuiltinTools(administrator, row, { value: closeBuiltinTools(meta) });
    done = 'done';
  }
  await save();
  return done;
}

export async function closeTools(scene: Scene, { facts }: Step): Promise<Done> {
  // Closed in another way: by the server's defaults, or with all built-in tools off.
  if (facts.kinds?.length === 0) return 'already';
  const { administrator } = scene;
  const id = facts.id ?? '';
  const row = await readModelRow(administrator, id);
  if (!row) throw notTaken(`model ${id}`);
  if (isClosed(row)) return 'already';
  const meta = isRecord(row.meta) ? row.meta : {};
  const agent = agentRecord(scene);
  const after = closeBuiltinTools(meta);
  const { value: before } = toolsOf(row);
  // Of a model that was opened again since, what stood there before Guichet is what counts.
  const former = agent.closed?.id === id ? agent.closed : undefined;
  const first = former ? ('before' in former ? { before: former.before } : {}) : before === undefined ? {} : { before };
  agent.closed = { id, after, ...first };
  await scene.save();
  await writeBuiltinTools(administrator, row, { value: after });
  return 'done';
}

export async function closePermissions(scene: Scene): Promise<Done> {
  const open = await openDefaultRights(scene.administrator);
  if (open.length === 0) return 'already';
  const agent = agentRecord(scene);
  agent.rights = [...new Set([...(agent.rights ?? []), ...open])];
  await scene.save();
  await switchDefaultRights(scene.administrator, open, false);
  return 'done';
}

const LINE = 'API_KEYS_ALLOWED_ENDPOINTS';

export async function extendAllowList(scene: Scene): Promise<Done> {
  const { administrator, record } = scene;
  const settings = await readSettings(administrator);
  if (settings.ENABLE_API_KEYS_ENDPOINT_RESTRICTIONS !== true) return 'already';
  const line = typeof settings[LINE] === 'string' ? settings[LINE] : '';
  const there = entriesIn(line);
  const missing = allowListEntries(record.version, { wholeAgent: true }).filter((path) => !opens(there, path));
  if (missing.length === 0) return 'already';
  const wanted = [...there, ...missing].join(',');
  const agent = agentRecord(scene);
  const before = agent.allowList?.before ?? { enabled: true, line };
  agent.allowList = { schema: 1, before, after: { enabled: true, line: wanted } };
  await scene.save();
  await changeSettings(administrator, { [LINE]: wanted });
  return 'done';
}

/** Proves that the account can sign in with what will be kept. */
export async function keepSignIn(scene: Scene): Promise<Done> {
  const known = scene.signInKept === true && scene.password !== undefined;
  if (!(scene.session && scene.password)) await openServiceSession(scene);
  const agent = agentRecord(scene);
  agent.signInKept = true;
  await scene.save();
  return known ? 'already' : 'done';
}

function agentRecord({ record }: Scene): WholeAgentRecord {
  record.wholeAgent ??= { way: 'closed-already' };
  return record.wholeAgent;
}
