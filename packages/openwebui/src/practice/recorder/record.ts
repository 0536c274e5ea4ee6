import { recordAccounts } from './record-accounts.ts';
import { recordAnswers } from './record-answers.ts';
import { recordChats } from './record-chats.ts';
import { recordCredentials } from './record-credentials.ts';
import { recordFiles } from './record-files.ts';
import { recordIdentity } from './record-identity.ts';
import { recordModelRow } from './record-model-row.ts';
import { recordSignIn } from './record-sign-in.ts';
import { recordSwitches } from './record-switches.ts';
import { Recorder } from './recorder.ts';
import type { Recording } from './recording.ts';

/**
 * Asks a freshly started Open WebUI, real or practised, about everything a gateway may meet, and writes down what it
 * answers. It makes accounts, changes settings and uses up a sign-in limit.
 */
export async function record(baseUrl: string): Promise<Recording> {
  const recorder = new Recorder(baseUrl);
  await recordCredentials(recorder);
  const people = await recordSignIn(recorder);
  const service = await recordIdentity(recorder, people);
  await recordAnswers(recorder, service);
  await recordChats(recorder, service);
  await recordFiles(recorder, service);
  await recordModelRow(recorder, service);
  await recordSwitches(recorder, service);
  await recordAccounts(recorder, service);
  return recorder.recording;
}
