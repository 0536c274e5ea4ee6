/** Killed without warning, and asked to stop: nothing is lost, nothing stands there twice. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { type PracticeServer, startPractice } from '@guichet/openwebui/practice';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ORIGIN, readRun, VisitorClient } from '../packages/server/src/testing/visitor-client.ts';
import { type GuichetProcess, startGuichetProcess } from './support/guichet-process.ts';

const KILLS = 50;
/** About a second, so that the kills fall before, between and after checkpoints. */
const TOKENS = 80;
const WHOLE = Array.from({ length: TOKENS }, (_, place) => `token${place + 1} `).join('');

interface Asked {
  conversation: string;
  text: string;
  key: string;
}

let practice: PracticeServer;
let dataDir: string;
let environment: Record<string, string>;

beforeAll(async () => {
  practice = await startPractice();
  dataDir = mkdtempSync(path.join(tmpdir(), 'guichet-crash-'));
  environment = {
    OPENWEBUI_URL: practice.url,
    OPENWEBUI_API_KEY: practice.state.makeKey(practice.state.addAccount()),
    OPENWEBUI_MODEL: `paced-12-${TOKENS}`,
    GUICHET_ALLOWED_ORIGINS: ORIGIN,
    GUICHET_DATA_DIR: dataDir,
  };
});
afterAll(async () => {
  await practice.close();
  rmSync(dataDir, { recursive: true, force: true });
});

describe(`kill -9, ${KILLS} times at random moments`, () => {
  it('leaves every question once, and every answer once, whole or marked interrupted', {
    timeout: 240_000,
  }, async () => {
    const counts = { complete: 0, interrupted: 0, notAccepted: 0, withText: 0 };
    let guichet = await startGuichetProcess(environment);
    for (let kill = 0; kill < KILLS; kill++) {
      const visitor = await VisitorClient.arrive(guichet.url);
      const asked: Asked[] = [];
      for (let number = 0; number < 3; number++) {
        asked.push({
          conversation: await visitor.newConversation(),
          text: `Question ${kill}.${number}`,
          key: crypto.randomUUID(),
        });
      }
      const heard = Promise.allSettled(
        asked.map(({ conversation, text, key }) => visitor.ask(conversation, text, key)),
      );
      // From before the first answer's first word to after the last one's end.
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 1_400));
      await guichet.end('SIGKILL');
      await heard;
      guichet = await startGuichetProcess(environment);
      for (const one of asked) await checkAnswer(visitor.movedTo(guichet.url), one, counts);
    }
    await guichet.end('SIGTERM');
    checkIntegrity();
    console.log(`${KILLS} kills, ${KILLS * 3} questions: ${JSON.stringify(counts)}`);
    // The moments were spread well only if both outcomes were seen.
    expect(counts.interrupted).toBeGreaterThan(5);
    expect(counts.complete).toBeGreaterThan(5);
    expect(counts.withText).toBeGreaterThan(5);
  });

  async function checkAnswer(visitor: VisitorClient, asked: Asked, counts: Record<string, number>): Promise<void> {
    interface Shown {
      messages: { role: string; text: string; status: string }[];
    }
    const shown = await visitor.json<Shown>(`/v1/conversations/${asked.conversation}`);
    if (shown.messages.length === 0) counts.notAccepted = (counts.notAccepted ?? 0) + 1;
    // What a browser does after a lost connection: the same request again, under the same key.
    const run = await visitor.ask(asked.conversation, asked.text, asked.key);
    const { messages } = await visitor.json<Shown>(`/v1/conversations/${asked.conversation}`);
    expect(messages.map((message) => message.role)).toEqual(['user', 'assistant']);
    const [question, answer] = messages;
    expect(question).toMatchObject({ text: asked.text, status: 'complete' });
    expect(['complete', 'interrupted']).toContain(answer?.status);
    expect(run.text).toBe(answer?.text);
    expect(run.end).toMatchObject({ event: 'done', data: { reason: answer?.status } });
    if (answer?.status === 'complete') expect(answer.text).toBe(WHOLE);
    else expect(WHOLE.startsWith(answer?.text ?? '?')).toBe(true);
    counts[answer?.status ?? ''] = (counts[answer?.status ?? ''] ?? 0) + 1;
    if (answer?.status === 'interrupted' && answer.text !== '') counts.withText = (counts.withText ?? 0) + 1;
  }

  function checkIntegrity(): void {
    const database = new DatabaseSync(path.join(dataDir, 'guichet.db'));
    expect(database.prepare('PRAGMA integrity_check').get()).toEqual({ integrity_check: 'ok' });
    expect(database.prepare("SELECT count(*) AS count FROM run WHERE status = 'streaming'").get()).toEqual({
      count: 0,
    });
    database.close();
  }
});

describe('SIGTERM', () => {
  async function askAndTerminate(
    model: string,
  ): Promise<{ guichet: GuichetProcess; visitor: VisitorClient; response: Response; conversation: string }> {
    const guichet = await startGuichetProcess({ ...environment, OPENWEBUI_MODEL: model });
    const visitor = await VisitorClient.arrive(guichet.url);
    const conversation = await visitor.newConversation();
    const response = await visitor.post(conversation, 'hi');
    return { guichet, visitor, response, conversation };
  }

  it('finishes the answer under way, takes no new question, and leaves with 0', async () => {
    const { guichet, visitor, response, conversation } = await askAndTerminate(`paced-30-${TOKENS}`);
    const ended = guichet.end('SIGTERM');
    await new Promise((resolve) => setTimeout(resolve, 200));
    await expect(visitor.post(conversation, 'too late')).rejects.toThrow();
    expect((await readRun(response)).text).toBe(WHOLE);
    expect(await ended).toBe(0);
  });

  it('ends at once on a second signal, and the next start marks the answer interrupted', async () => {
    const { guichet, visitor, response, conversation } = await askAndTerminate('stall-3');
    await readRun(response, (message) => message.event === 'delta');
    // Long enough for the checkpoint that this test is about.
    await new Promise((resolve) => setTimeout(resolve, 800));
    guichet.child.kill('SIGTERM');
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(await guichet.end('SIGTERM')).toBe(1);
    const next = await startGuichetProcess(environment);
    const { messages } = await visitor
      .movedTo(next.url)
      .json<{ messages: object[] }>(`/v1/conversations/${conversation}`);
    expect(messages[1]).toMatchObject({ status: 'interrupted', text: 'token1 token2 token3 ' });
    expect(next.output()).toContain('1 answer was cut off when Guichet last stopped');
    await next.end('SIGTERM');
  });
});

describe('a start that cannot be', () => {
  it.each([
    [{ PORT: 'eighty' }, /PORT \(from the environment\) is "eighty"/],
    [{ GUICHET_DATA_DIR: '/dev/null/data' }, /cannot use the data folder/],
    [{ GUICHET_MASTER_KEYS: 'main:short' }, /GUICHET_MASTER_KEYS/],
  ])('stops at %j with a sentence and code 78', async (wrong, sentence) => {
    const failure = await startGuichetProcess({ ...environment, ...(wrong as Record<string, string>) }).then(
      () => 'it started',
      (error: Error) => error.message,
    );
    expect(failure).toContain('left with 78');
    expect(failure).toMatch(sentence);
    expect(failure).not.toContain('    at ');
  });

  it('says which port is taken', async () => {
    const first = await startGuichetProcess(environment);
    const failure = await startGuichetProcess({
      ...environment,
      // A folder of its own: the one that the first server uses would be refused before its port.
      GUICHET_DATA_DIR: path.join(dataDir, 'second'),
      PORT: new URL(first.url).port,
    }).then(
      () => 'it started',
      (error: Error) => error.message,
    );
    expect(failure).toContain(`Port ${new URL(first.url).port} is in use by another program`);
    await first.end('SIGTERM');
  });
});
