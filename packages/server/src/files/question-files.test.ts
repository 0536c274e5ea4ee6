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
