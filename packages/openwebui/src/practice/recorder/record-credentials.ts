import type { Recorder } from './recorder.ts';

export const UNKNOWN_KEY = `sk-${'a'.repeat(32)}`;

/** What answers without a credential, and every way to bring a wrong one. */
export async function recordCredentials(recorder: Recorder): Promise<void> {
  const open: [name: string, path: string][] = [
    ['health', '/health'],
    ['ready', '/ready'],
    ['version', '/api/version'],
    ['config, nobody', '/api/config'],
    ['unknown path, GET', '/v1/models'],
    ['unknown api path, GET', '/api/wrong'],
  ];
  for (const [name, path] of open) await recorder.ask(name, 'GET', path);
  await recorder.ask('unknown path, POST', 'POST', '/v1/chat/completions', { body: {} });
  await recorder.ask('unknown api path, POST', 'POST', '/api/wrong', { body: {} });

  const wrong: [name: string, authorization: string | undefined][] = [
    ['no credential', undefined],
    ['key without scheme', UNKNOWN_KEY],
    ['the word Bearer alone', 'Bearer'],
    ['random text', 'Bearer garbage'],
    ['unknown API key', `Bearer ${UNKNOWN_KEY}`],
    ['provider key', 'Bearer sk-proj-abcdef'],
    ['Anthropic key', 'Bearer sk-ant-api03-xxxx'],
    ['quoted key', `Bearer "${UNKNOWN_KEY}"`],
    ['Basic credential', 'Basic dTpw'],
  ];
  for (const [name, authorization] of wrong) {
    await recorder.ask(name, 'GET', '/api/models', { headers: authorization ? { authorization } : {} });
  }
}
