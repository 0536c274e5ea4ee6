/** Answers as a server has stored them, tools and failures included, without anybody asking anything. */
import path from 'node:path';
import { openSqlite } from '../../packages/server/src/storage/open-sqlite.ts';
import { createSqlStorage } from '../../packages/server/src/storage/sql-storage.ts';
import type { RunEnd } from '../../packages/server/src/storage/storage.ts';

export type StoredEnd = Partial<Omit<RunEnd, 'runId'>> & Pick<RunEnd, 'status'>;

/** @param dataDir of a running server; the last one given is the newest */
export async function storeAnswers(dataDir: string, ends: readonly StoredEnd[]): Promise<void> {
  const database = openSqlite(path.join(dataDir, 'guichet.db'));
  const storage = createSqlStorage(database);
  await storage.createVisitor({ id: 'vis_e2e', site: 'default', locale: 'en', createdAt: 1 });
  await storage.createConversation({ id: 'con_e2e', visitorId: 'vis_e2e', site: 'default', createdAt: 1 });
  for (const [place, end] of ends.entries()) {
    const startedAt = Date.now() - (ends.length - place) * 60_000;
    await storage.acceptQuestion({
      conversationId: 'con_e2e',
      visitorId: 'vis_e2e',
      text: 'A visitor’s private words',
      idempotencyKey: `key-${place}`,
      bodyHash: 'x',
      runId: `run_${place}`,
      userMessageId: `msg_u${place}`,
      messageId: `msg_a${place}`,
      createdAt: startedAt,
      day: '2026-11-30',
      limits: [],
    });
    await storage.endRun({
      text: 'An answer’s private words',
      reasoning: '',
      sources: [],
      activities: [],
      attachments: [],
      endedAt: startedAt + 2_300,
      ...end,
      runId: `run_${place}`,
    });
  }
  await database.destroy();
}
