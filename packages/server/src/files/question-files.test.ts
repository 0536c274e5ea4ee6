import { describe, expect, it, vi } from 'vitest';
import { type AskingRun, QuestionFiles, type QuestionFilesParts } from './question-files.ts';

const AWAY = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' });

/** A storage that refuses so many times, then knows of no file. */
function questionFiles(refusals: number) {
  const readQuestionFiles = vi.fn(async () => {
    if (refusals-- > 0) throw AWAY;
    return [];
  });
  const parts = { storage: { readQuestionFiles } } as unknown as QuestionFilesParts;
  return { files: new QuestionFiles(parts), readQuestionFiles };
}

const run = (signal: AbortSignal): AskingRun => ({ id: 'run_1', questionId: 'msg_1', signal, onReading() {} });

describe('a question whose answer begins while the database restarts', () => {
  it('waits until its files can be read', async () => {
    const { files, readQuestionFiles } = questionFiles(2);
    const prepared = await files.prepare(run(new AbortController().signal), []);
    expect(prepared).toEqual({ ok: true, pictures: [], documentIds: [] });
    expect(readQuestionFiles).toHaveBeenCalledTimes(3);
  });

  it('waits no longer than anybody wants its answer', async () => {
    const { files, readQuestionFiles } = questionFiles(Number.POSITIVE_INFINITY);
    await expect(files.prepare(run(AbortSignal.abort()), [])).rejects.toBe(AWAY);
    expect(readQuestionFiles).toHaveBeenCalledTimes(1);
  });
});

describe('a document whose id Guichet never heard', () => {
  const document = { id: 'fil_1', name: 'a.txt', contentType: 'text/plain', size: 1, status: 'ready' as const };
  const failed = (failure: object) => ({ ok: false as const, failure });
  const lost = failed({ code: 'timeout', cause: 'timeout', confidence: 'certain', phase: 'first-byte' });

  function desk(uploadDocument: () => Promise<unknown>, findDocuments: () => Promise<unknown>) {
    const noted = new Set<string>();
    const deleted: string[] = [];
    const storage = {
      readQuestionFiles: async () => [document],
      readFilePieces: async function* () {},
      noteUpstreamDocument: async ({ id }: { id: string }) => void noted.add(id),
      forgetUpstreamDocument: async (id: string) => void noted.delete(id),
      leftUpstreamDocuments: async () => [...noted],
      dropUnaskedFiles: async () => 0,
    };
    const client = {
      uploadDocument: vi.fn(uploadDocument),
      readDocument: async () => ({ ok: true, value: 'read' }),
      findDocuments: vi.fn(findDocuments),
      deleteDocument: async (id: string) => {
        deleted.push(id);
        return { ok: true, value: 'deleted' };
      },
    };
    const parts = { storage, client, logger: console, now: Date.now } as unknown as QuestionFilesParts;
    const files = new QuestionFiles(parts);
    const ask = () => files.prepare(run(new AbortController().signal), ['documents']);
    return { files, noted, deleted, client, storage, ask };
  }

  it('is found by its mark and deleted', async () => {
    const { files, noted, deleted, client, ask } = desk(
      async () => lost,
      async () => ({ ok: true, value: ['up_1'] }),
    );
    expect(await ask()).toMatchObject({ ok: false });
    const [mark] = [...noted];
    expect(client.uploadDocument).toHaveBeenCalledWith(expect.objectContaining({ mark }));
    await files.sweep();
    expect(client.findDocuments).toHaveBeenCalledWith(mark);
    expect(deleted).toEqual(['up_1']);
    expect(noted.size).toBe(0);
  });

  it('is found too where the process ended before it could note the id', async () => {
    const { files, noted, deleted, storage, ask } = desk(
      async () => ({ ok: true, value: { id: 'up_1' } }),
      async () => ({ ok: true, value: ['up_1'] }),
    );
    const { noteUpstreamDocument } = storage;
    storage.noteUpstreamDocument = async (one) => {
      if (!one.id.startsWith('mark:')) throw AWAY;
      await noteUpstreamDocument(one);
    };
    await expect(ask()).rejects.toBe(AWAY);
    await files.sweep();
    expect(deleted).toEqual(['up_1']);
    expect(noted.size).toBe(0);
  });

  it('is looked for again while nobody answers, and no longer where the list is refused', async () => {
    const answers = [lost, failed({ ...lost.failure, status: 401 })];
    const { files, noted, ask } = desk(
      async () => lost,
      async () => answers.shift(),
    );
    await ask();
    await files.sweep();
    expect(noted.size).toBe(1);
    await files.sweep();
    expect(noted.size).toBe(0);
  });

  it.each([
    ['never left', { ...lost.failure, phase: 'connect' }],
    ['was refused', { ...lost.failure, phase: 'response', status: 413 }],
  ])('is not looked for where it %s', async (_, failure) => {
    const { noted, ask } = desk(
      async () => failed(failure),
      async () => ({ ok: true, value: [] }),
    );
    expect(await ask()).toMatchObject({ ok: false });
    expect(noted.size).toBe(0);
  });

  it('leaves only the id on record where everything went well', async () => {
    const { noted, ask } = desk(
      async () => ({ ok: true, value: { id: 'up_1' } }),
      async () => ({ ok: true, value: [] }),
    );
    expect(await ask()).toEqual({ ok: true, pictures: [], documentIds: ['up_1'] });
    expect([...noted]).toEqual(['up_1']);
  });
});
