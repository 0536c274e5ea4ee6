/** Where nobody has named a model yet: the ones a plan could be made for. */
import type { Desk } from '../desk/desk.ts';
import type { Secret } from '../desk/secret.ts';
import { createAdministrator } from './administrator.ts';
import { isDraw, listModels, nameOf } from './find-foundation.ts';

/** @throws StepFailure when Open WebUI does not list them to this sign-in */
export async function listSharableModels(desk: Desk, credential: Secret): Promise<{ id: string; name: string }[]> {
  const models = await listModels(createAdministrator(desk, credential));
  return [...models].filter(([, model]) => !isDraw(model)).map(([id, model]) => ({ id, name: nameOf(model, id) }));
}
