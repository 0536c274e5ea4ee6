/** The rights that every account has, as far as they open the account's own things to a model's tools. */
import { BUILTIN_TOOL_KINDS } from '../agent-safety/builtin-tool-kinds.ts';
import { isRecord } from '../client/error-body.ts';
import type { Administrator } from './administrator.ts';
import type { UndoOutcome } from './provision-types.ts';
import { notTaken } from './step-failure.ts';

const PATH = '/api/v1/users/default/permissions';

/** Uploading files and running code are other things to people than to a website, and no model needs them closed. */
const LEFT_ALONE = ['chat.file_upload', 'features.code_interpreter'];

const CLOSABLE = BUILTIN_TOOL_KINDS.flatMap(({ opens, right }) =>
  opens === 'own-things' && right ? [right.join('.')] : [],
).filter((right) => !LEFT_ALONE.includes(right));

/** Those that are on. */
export async function openDefaultRights(administrator: Administrator): Promise<string[]> {
  const rights = await administrator.object({ path: PATH });
  return CLOSABLE.filter((right) => isOn(rights, right));
}

export async function switchDefaultRights(
  administrator: Administrator,
  names: readonly string[],
  on: boolean,
): Promise<void> {
  const rights = structuredClone(await administrator.object({ path: PATH }));
  for (const name of names) {
    const [area = '', right = ''] = name.split('.');
    const switches = rights[area];
    if (isRecord(switches)) switches[right] = on;
  }
  await administrator.object({ method: 'POST', path: PATH, body: rights });
  const after = await administrator.object({ path: PATH });
  const untaken = names.find((name) => isOn(after, name) !== on);
  if (untaken) throw notTaken(untaken);
}

/** What somebody has given back meanwhile is left. */
export async function undoDefaultRights(administrator: Administrator, names: readonly string[]): Promise<UndoOutcome> {
  const rights = await administrator.object({ path: PATH });
  const closed = names.filter((name) => !isOn(rights, name));
  if (closed.length === 0) return { outcome: 'already' };
  await switchDefaultRights(administrator, closed, true);
  return { outcome: 'undone' };
}

function isOn(rights: Record<string, unknown>, name: string): boolean {
  const [area = '', right = ''] = name.split('.');
  const switches = rights[area];
  return isRecord(switches) && switches[right] === true;
}
