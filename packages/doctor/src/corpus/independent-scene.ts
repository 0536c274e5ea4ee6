import type { DoctorInput } from '../doctor-input.ts';
import type { CorpusScene, CorpusSetting } from './corpus-case.ts';

/** Everything in order, with the key, except what `other` says. */
export function sceneWith({ practice, key }: CorpusSetting, other: Partial<DoctorInput> = {}): CorpusScene {
  return { input: { baseUrl: practice.url, credential: key, model: 'echo', ...other } };
}

/** As the administrator would do it by the interface; throws when Open WebUI says no. */
export async function askAsAdministrator({ practice }: CorpusSetting, path: string, body: unknown): Promise<void> {
  const authorization = `Bearer ${practice.state.makeSessionToken(practice.state.administrator)}`;
  const reply = await fetch(`${practice.url}${path}`, {
    method: 'POST',
    headers: { authorization, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!reply.ok) throw new Error(`${path} answered ${reply.status}`);
}
