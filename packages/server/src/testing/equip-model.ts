/** A preset on the practice server, with what an administrator sets a model to work with. */
import type { PracticeServer } from '@guichet/openwebui/practice';

/** @param meta as Open WebUI keeps it: `toolIds`, `knowledge`, `capabilities`, `defaultFeatureIds`, … */
export async function equipModel(practice: PracticeServer, id: string, meta: Record<string, unknown>): Promise<void> {
  const { state } = practice;
  const body = { id, base_model_id: 'echo', name: `Model ${id}`, meta, params: {}, access_grants: [], is_active: true };
  const response = await fetch(`${practice.url}/api/v1/models/create`, {
    method: 'POST',
    headers: {
      Authorization: `Bearer ${state.makeSessionToken(state.administrator)}`,
      'Content-Type': 'application/json',
    },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`The practice server did not take the model: ${response.status}.`);
}
