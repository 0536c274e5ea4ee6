import { readFileSync } from 'node:fs';
import path from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readSettings } from '../settings/read-settings.ts';
import { StartRefused } from '../start/start-refused.ts';
import { startGuichet } from '../start-guichet.ts';
import { createSqlStorage } from '../storage/sql-storage.ts';
import { startTestGuichet, type TestGuichet } from '../testing/start-test-guichet.ts';
import { readRun, VisitorClient } from '../testing/visitor-client.ts';
import { writeBeside } from '../testing/write-beside.ts';

let test: TestGuichet;
let visitor: VisitorClient;
const whole = Array.from({ length: 20 }, (_, place) => `token${place + 1} `).join('');

beforeAll(async () => {
  test = await startTestGuichet({ model: 'paced-40-20' });
  visitor = await VisitorClient.arrive(test.guichet.url);
});
afterAll(() => test.close());

function startBeside(locale: 'en' | 'fr') {
  return startGuichet({
    settings: readSettings({ environment: { GUICHET_DATA_DIR: test.dataDir, PORT: '0', HOST: '127.0.0.1' } }),
    locale,
    version: '0.0.0-test',
    packagesFolder: path.resolve(import.meta.dirname, '../../..'),
    logSink: { write: () => undefined },
  });
}

it('a second server on the data folder does not start, names the first, and takes no answer from it', async () => {
  const conversation = await visitor.newConversation();
  const begun = await readRun(await visitor.post(conversation, 'hi'), () => true);
  for (const [locale, words] of [
    ['en', 'already uses the data folder'],
    ['fr', 'utilise déjà le dossier de données'],
  ] as const) {
    const refusal = await startBeside(locale).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(StartRefused);
    const { message } = refusal as StartRefused;
    expect(message).toContain(words);
    expect(message).toContain(`${process.pid}`);
    expect(message).toContain(new Date().toISOString().slice(0, 11));
    expect(message).toContain(test.dataDir);
  }
  const rest = await readRun(await visitor.resume(begun.runId, begun.messages.at(-1)?.id));
  expect(begun.text + rest.text).toBe(whole);
  expect(rest.end).toMatchObject({ event: 'done', data: { reason: 'complete' } });
});

it('the folder says who has it, without anything secret', () => {
  const told = JSON.parse(readFileSync(path.join(test.dataDir, 'server.json'), 'utf8'));
  expect(Object.keys(told).sort()).toEqual(['closing', 'host', 'process', 'startedAt']);
});

it('an answer that another process ended is told as it is stored, not as it was meant', async () => {
  const conversation = await visitor.newConversation();
  let runId = '';
  const asked = readRun(await visitor.post(conversation, 'hi'), (message) => {
    if (message.event === 'run') runId = JSON.parse(message.data).runId;
    return false;
  });
  await expect.poll(() => runId).not.toBe('');
  // As a process would that takes this one for dead.
  const ended = await writeBeside(test.dataDir, async (other) => {
    await sql`update run set owner = 'srv_dead', checkpoint_text = 'As far' where id = ${runId}`.execute(other);
    const thief = createSqlStorage(other, { owner: 'srv_thief' });
    await thief.dropLeases();
    return thief.endOrphanedRuns(Date.now());
  });
  expect(ended).toBe(1);
  const begun = await asked;
  // Who learns of it in the middle of an answer lets the readers go, so that they go on where it is written now.
  const run =
    begun.end?.event === 'done' ? begun : await readRun(await visitor.resume(runId, begun.messages.at(-1)?.id));
  expect(run.end).toMatchObject({ event: 'done', data: { reason: 'interrupted' } });
  expect(run.text).toBe('As far');
  const { messages } = await visitor.json<{ messages: unknown[] }>(`/v1/conversations/${conversation}`);
  expect(messages.at(-1)).toMatchObject({ status: 'interrupted', text: 'As far' });
  expect(test.log.join('')).toContain('"event":"run-lost"');
});

it('a server that starts while another one closes waits for it', async () => {
  const conversation = await visitor.newConversation();
  await readRun(await visitor.post(conversation, 'hi'), () => true);
  const closing = test.guichet.close();
  const next = await startBeside('en');
  await closing;
  expect(next.orphanedRuns).toBe(0);
  await next.close(0);
});
