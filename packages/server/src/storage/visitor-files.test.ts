/** Files of visitors, in every database. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createSqlStorage } from './sql-storage.ts';
import type { NewQuestion, Storage } from './storage.ts';
import { TEST_DATABASES, type TestDatabase } from './testing/test-databases.ts';
import { PIECE_BYTES } from './visitor-files.ts';

const SPENDING = { day: '2026-11-30', limits: [] };
const PNG = { name: 'a.png', contentType: 'image/png' };

function question(number: number, more: Partial<NewQuestion> = {}): NewQuestion {
  return {
    ...{ conversationId: 'con', visitorId: 'vis_a', text: 'Why?', bodyHash: 'h', createdAt: number, ...SPENDING },
    ...{ idempotencyKey: `k${number}`, runId: `run_${number}`, userMessageId: `q${number}`, messageId: `a${number}` },
    ...more,
  };
}

describe.each(TEST_DATABASES)('files of visitors: %s', (_, open) => {
  let opened: TestDatabase;
  let storage: Storage;
  beforeEach(async () => {
    opened = await open();
    storage = createSqlStorage(opened.database, { owner: 'srv_a' });
    await storage.migrate();
    for (const id of ['vis_a', 'vis_b'])
      await storage.createVisitor({ id, site: 'default', locale: 'en', createdAt: 1 });
    await storage.createConversation({ id: 'con', visitorId: 'vis_a', site: 'default', createdAt: 1 });
  });
  afterEach(() => opened.close());

  async function add(id: string, { visitorId = 'vis_a', createdAt = 10, bytes = Buffer.of(1, 2) } = {}): Promise<void> {
    expect(await storage.beginVisitorFile({ id, visitorId, createdAt }, SPENDING)).toBe('begun');
    for (let place = 0; place * PIECE_BYTES < bytes.length; place++)
      await storage.addFilePiece(id, place, bytes.subarray(place * PIECE_BYTES, (place + 1) * PIECE_BYTES));
    expect(await storage.completeVisitorFile(id, { ...PNG, size: bytes.length })).toBe(true);
  }

  async function read(id: string): Promise<Buffer> {
    let base64 = '';
    for await (const piece of storage.readFilePieces(id)) base64 += piece;
    return Buffer.from(base64, 'base64');
  }

  it('come back as they were, and are their visitor’s alone', async () => {
    const bytes = Buffer.alloc(2 * PIECE_BYTES + 5, 'guichet');
    await add('one', { bytes });
    expect((await read('one')).equals(bytes)).toBe(true);
    expect(await storage.readVisitorFile('one', 'vis_a')).toEqual({
      id: 'one',
      ...PNG,
      size: bytes.length,
      status: 'ready',
    });
    expect(await storage.readVisitorFile('one', 'vis_b')).toBeUndefined();
    expect(await storage.dropVisitorFile('one', 'vis_b')).toBe(false);
    expect(await storage.dropVisitorFile('one', 'vis_a')).toBe(true);
    expect((await read('one')).length).toBe(0);
  });

  it('are nobody’s before they are whole, and none of an unknown visitor begins', async () => {
    await storage.beginVisitorFile({ id: 'half', visitorId: 'vis_a', createdAt: 1 }, SPENDING);
    expect(await storage.readVisitorFile('half', 'vis_a')).toBeUndefined();
    expect((await storage.acceptQuestion(question(1, { attachments: ['half'] }))).kind).toBe('file-unknown');
    expect(await storage.beginVisitorFile({ id: 'x', visitorId: 'nobody', createdAt: 1 }, SPENDING)).toBe(
      'visitor-unknown',
    );
  });

  it('are counted with the limits of the day', async () => {
    const limit = { kind: 'visitor', subject: 'vis_a', unit: 'files', window: 'day', limit: 1 } as const;
    const spending = { ...SPENDING, limits: [limit] };
    expect(await storage.beginVisitorFile({ id: 'one', visitorId: 'vis_a', createdAt: 1 }, spending)).toBe('begun');
    expect(await storage.beginVisitorFile({ id: 'two', visitorId: 'vis_a', createdAt: 1 }, spending)).toBe(
      'limit-reached',
    );
  });

  it('belong to one question, and nothing is left of a question that names another’s', async () => {
    await add('mine');
    await add('theirs', { visitorId: 'vis_b' });
    expect((await storage.acceptQuestion(question(1, { attachments: ['mine', 'theirs'] }))).kind).toBe('file-unknown');
    expect((await storage.readConversation('con', 'vis_a'))?.messages).toEqual([]);
    expect((await storage.acceptQuestion(question(2, { attachments: ['mine'] }))).kind).toBe('accepted');
    expect((await storage.acceptQuestion(question(3, { attachments: ['mine'] }))).kind).toBe('file-unknown');
    expect((await storage.readQuestionFiles('q2')).map(({ id }) => id)).toEqual(['mine']);
    expect(await storage.dropVisitorFile('mine', 'vis_a')).toBe(false);
  });

  it('go over to the question that is asked in the place of theirs, up to as many as one may have', async () => {
    for (const id of ['1', '2', '3', '4', '5']) await add(id);
    await storage.acceptQuestion(question(1, { attachments: ['1', '2', '3'] }));
    const tooMany = question(2, { replaces: 'q1', attachments: ['4', '5'] });
    expect((await storage.acceptQuestion(tooMany)).kind).toBe('too-many-files');
    expect((await storage.readQuestionFiles('q1')).length).toBe(3);
    expect((await storage.acceptQuestion(question(3, { replaces: 'q1', attachments: ['4'] }))).kind).toBe('accepted');
    expect((await storage.readQuestionFiles('q3')).map(({ id }) => id)).toEqual(['1', '2', '3', '4']);
  });

  it('go with their conversation and with their visitor, and when nobody asked about them for long', async () => {
    await add('asked');
    await add('old', { createdAt: 10 });
    await add('new', { createdAt: 30 });
    await storage.acceptQuestion(question(1, { attachments: ['asked'] }));
    expect(await storage.dropUnaskedFiles(20)).toBe(1);
    expect([(await read('asked')).length, (await read('old')).length, (await read('new')).length]).toEqual([2, 0, 2]);
    await storage.deleteConversation('con', 'vis_a');
    expect((await read('asked')).length).toBe(0);
    await storage.eraseVisitor('vis_a');
    expect((await read('new')).length).toBe(0);
  });

  it('that are in Open WebUI are left when their run is over or gone, and until they are deleted there', async () => {
    await storage.acceptQuestion(question(1));
    await storage.noteUpstreamDocument({ id: 'running', runId: 'run_1', createdAt: 1 });
    await storage.noteUpstreamDocument({ id: 'gone', runId: 'run_9', createdAt: 2 });
    expect(await storage.leftUpstreamDocuments()).toEqual(['gone']);
    await storage.endRun({
      ...{ runId: 'run_1', status: 'stopped', text: '', reasoning: '', endedAt: 5 },
      ...{ sources: [], activities: [], attachments: [] },
    });
    expect(await storage.leftUpstreamDocuments()).toEqual(['running', 'gone']);
    await storage.forgetUpstreamDocument('gone');
    expect(await storage.leftUpstreamDocuments()).toEqual(['running']);
  });
});
