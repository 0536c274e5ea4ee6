/** For tests: a fresh practice server. */
import { createDesk, type Desk } from '../desk/desk.ts';
import { Secret } from '../desk/secret.ts';
import type { PracticeOptions } from '../practice/practice-options.ts';
import { type PracticeServer, startPractice } from '../practice/start-practice.ts';

export const VERSIONS = ['0.6.43', '0.7.2', '0.8.0', '0.8.12', '0.9.6', '0.11.4', '0.12.4'];

export interface FreshPractice {
  practice: PracticeServer;
  desk: Desk;
  admin: Secret;
  close(): Promise<void>;
}

export async function startFresh(version: string, options: PracticeOptions = {}): Promise<FreshPractice> {
  const practice = await startPractice({ version, fresh: true, provider: { tokenMs: 1 }, ...options });
  const desk = createDesk({ baseUrl: practice.url });
  const admin = new Secret(practice.state.makeSessionToken(practice.state.administrator));
  const close = async () => {
    await desk.close();
    await practice.close();
  };
  return { practice, desk, admin, close };
}
