import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { afterAll, expect, it } from 'vitest';
import { openSqlite } from './open-sqlite.ts';
import { createSqlStorage } from './sql-storage.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'guichet-two-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Another connection, as a command beside the server has one, that writes as often as it can for a while. */
const BUSY_WRITER = `
  const { DatabaseSync } = require('node:sqlite');
  const { workerData, parentPort } = require('node:worker_threads');
  const database = new DatabaseSync(workerData, { timeout: 5000 });
  database.exec("CREATE TABLE IF NOT EXISTS other (value INTEGER)");
  parentPort.postMessage('ready');
  const until = Date.now() + 1500;
  while (Date.now() < until) {
    database.exec('INSERT INTO other VALUES (1)');
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1);
  }
  database.close();
`;

it('waits for another writer instead of refusing a visitor', async () => {
  const file = path.join(folder, 'guichet.db');
  const storage = createSqlStorage(openSqlite(file));
  await storage.migrate();
  await storage.createVisitor({ id: 'vis_1', site: 'default', locale: 'en', createdAt: 1 });
  const writer = new Worker(BUSY_WRITER, { eval: true, workerData: file });
  await new Promise((resolve) => writer.once('message', resolve));
  let writing = true;
  writer.once('exit', () => {
    writing = false;
  });
  let made = 0;
  while (writing) {
    // Every await here is a microtask; the other side's end is heard only between turns.
    await new Promise((resolve) => setImmediate(resolve));
    const id = `con_${made++}`;
    await storage.createConversation({ id, visitorId: 'vis_1', site: 'default', createdAt: 1 });
    await storage.acceptQuestion({
      conversationId: id,
      visitorId: 'vis_1',
      text: 'hi',
      idempotencyKey: 'key',
      bodyHash: 'hash',
      runId: `run_${made}`,
      userMessageId: `msg_q${made}`,
      messageId: `msg_a${made}`,
      createdAt: 1,
      day: '2026-11-23',
      limits: [{ kind: 'visitor', subject: '1', unit: 'messages', window: 'day', limit: 1_000_000 }],
    });
  }
  expect(made).toBeGreaterThan(5);
  await storage.close();
});
