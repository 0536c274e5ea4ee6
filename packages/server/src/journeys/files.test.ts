/** What visitors attach: taken by its bytes, theirs alone, used once, and gone from Open WebUI when the answer is there. */
import type { OpenWebUiSignInView } from '@guichet/contract/admin-api';
import type { Problem } from '@guichet/contract/problem';
import type { PublicSite } from '@guichet/contract/public-site';
import type { Conversation, VisitorExport, VisitorFile } from '@guichet/contract/visitor-api';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { equipModel } from '../testing/equip-model.ts';
import { Operator } from '../testing/operator.ts';
import { runCommand } from '../testing/run-command.ts';
import { startTestGuichet, type TestGuichet } from '../testing/start-test-guichet.ts';
import { ORIGIN, readRun, VisitorClient } from '../testing/visitor-client.ts';

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);
const HOURS = 'The shop opens at nine and closes at five.';

let test: TestGuichet;
beforeAll(async () => {
  test = await startTestGuichet({ limits: { visitorFilesPerMinute: 1_000 } });
  await setSite('files=pictures,documents', 'file-megabytes=1');
  await vi.waitFor(async () => expect((await site()).features.attachments).toBe(true), { timeout: 10_000 });
});
afterAll(() => test.close());

async function setSite(...words: string[]): Promise<void> {
  const done = await runCommand(['site', 'set', '--site', 'default', ...words], {
    GUICHET_DATA_DIR: test.dataDir,
    OPENWEBUI_URL: test.practice.url,
    OPENWEBUI_MODEL: 'echo',
    GUICHET_ALLOWED_ORIGINS: ORIGIN,
  });
  expect(done.code, done.output).toBe(0);
}

const arrive = () => VisitorClient.arrive(test.guichet.url);
const site = async () =>
  (await (await fetch(`${test.guichet.url}/v1/sites/default`, { headers: { Origin: ORIGIN } })).json()) as PublicSite;

function formOf(content: string | Uint8Array, name: string, type = 'application/octet-stream'): FormData {
  const form = new FormData();
  form.append('file', new Blob([content as BlobPart], { type }), name);
  return form;
}

const upload = (visitor: VisitorClient, content: string | Uint8Array, name: string, type?: string) =>
  visitor.request('/v1/files', { method: 'POST', body: formOf(content, name, type) });

async function uploaded(visitor: VisitorClient, content: string | Uint8Array, name: string): Promise<VisitorFile> {
  const response = await upload(visitor, content, name);
  expect(response.status).toBe(201);
  return (await response.json()) as VisitorFile;
}

async function expectProblem(response: Response, status: number, code: string): Promise<Problem> {
  const problem = (await response.json()) as Problem;
  expect([response.status, problem.code]).toEqual([status, code]);
  expect(problem.ref).toMatch(/^\w{4}-\w{4}$/);
  return problem;
}

const sentToModel = () => test.practice.state.provider.calls.at(-1)?.body.messages as { content: unknown }[];
const askedOfOpenWebUi = () =>
  test.practice.state.received.findLast(({ path }) => path === '/api/chat/completions')?.body as {
    files?: { type: string; id: string }[];
  };

describe('a site that takes no files', () => {
  it('says so before and when one comes all the same', async () => {
    const other = await startTestGuichet();
    try {
      const visitor = await VisitorClient.arrive(other.guichet.url);
      await expectProblem(await upload(visitor, PNG, 'a.png'), 400, 'attachments-unsupported');
      const conversation = await visitor.newConversation();
      const asked = await visitor.post(conversation, { text: 'hi', attachments: ['fil_x'] });
      await expectProblem(asked, 400, 'attachments-unsupported');
    } finally {
      await other.close();
    }
  });
});

describe('a file', () => {
  it('is allowed by the site, which says what and how large before', async () => {
    expect((await site()).files).toMatchObject({
      kinds: ['pictures', 'documents'],
      maxBytes: 1_000_000,
      perQuestion: 4,
      types: expect.arrayContaining(['image/png', 'application/pdf']),
    });
  });

  it('is of the type that its bytes say, under a name that is safe', async () => {
    const visitor = await arrive();
    const response = await upload(visitor, PNG, '../../Mon\u202Edossier/été.exe', 'text/html');
    expect(response.status).toBe(201);
    const file = (await response.json()) as VisitorFile;
    expect(file).toEqual({
      id: expect.stringMatching(/^fil_/),
      name: 'été.png',
      contentType: 'image/png',
      size: PNG.length,
      status: 'ready',
    });
    const got = await visitor.request(`/v1/files/${file.id}`);
    expect(Buffer.from(await got.arrayBuffer())).toEqual(PNG);
    expect(got.headers.get('content-disposition')).toBe("attachment; filename*=UTF-8''%C3%A9t%C3%A9.png");
    const stranger = await arrive();
    await expectProblem(await stranger.request(`/v1/files/${file.id}`), 404, 'not-found');
    await expectProblem(await stranger.request(`/v1/files/${file.id}`, { method: 'DELETE' }), 404, 'not-found');
    expect((await visitor.request(`/v1/files/${file.id}`, { method: 'DELETE' })).status).toBe(204);
    await expectProblem(await visitor.request(`/v1/files/${file.id}`), 404, 'not-found');
  });

  it('comes whole through pieces of the storage', async () => {
    const visitor = await arrive();
    const large = Buffer.concat([PNG, Buffer.alloc(900_000, 'guichet')]);
    const file = await uploaded(visitor, large, 'large.png');
    const got = await visitor.request(`/v1/files/${file.id}`);
    expect(Buffer.from(await got.arrayBuffer()).equals(large)).toBe(true);
  });

  it('that is not taken says why, and what would be', async () => {
    const visitor = await arrive();
    const large = Buffer.concat([PNG, Buffer.alloc(1_200_000)]);
    expect(await expectProblem(await upload(visitor, large, 'a.png'), 413, 'file-too-large')).toMatchObject({
      maxBytes: 1_000_000,
    });
    const program = await expectProblem(await upload(visitor, 'MZ\0\0', 'a.png'), 415, 'file-kind-unsupported');
    expect(program.accepts).toContain('image/png');
    await expectProblem(await upload(visitor, '', 'a.txt'), 400, 'file-empty');
    const noFile = await visitor.request('/v1/files', { method: 'POST', body: new URLSearchParams({ a: 'b' }) });
    await expectProblem(noFile, 400, 'file-missing');
  });

  it('is counted for its visitor', async () => {
    const strict = await startTestGuichet({ limits: { visitorFilesPerDay: 1 } });
    const { dataDir } = test;
    test.dataDir = strict.dataDir;
    try {
      await setSite('files=pictures');
      const visitor = await VisitorClient.arrive(strict.guichet.url);
      await expect.poll(async () => (await upload(visitor, PNG, 'a.png')).status, { timeout: 10_000 }).toBe(201);
      await expectProblem(await upload(visitor, PNG, 'b.png'), 429, 'file-limit-reached');
    } finally {
      test.dataDir = dataDir;
      await strict.close();
    }
  });
});

describe('a question with files', () => {
  it('brings its pictures before the model, and shows what was attached', async () => {
    const visitor = await arrive();
    const file = await uploaded(visitor, PNG, 'shoe.png');
    const conversation = await visitor.newConversation();
    const run = await readRun(await visitor.post(conversation, { text: 'What is this?', attachments: [file.id] }));
    expect(run.text).toBe(`You said: What is this? [image/png, ${PNG.length} bytes]`);
    expect(sentToModel().at(-1)?.content).toEqual([
      { type: 'text', text: 'What is this?' },
      { type: 'image_url', image_url: { url: `data:image/png;base64,${PNG.toString('base64')}` } },
    ]);
    const read = await visitor.json<Conversation>(`/v1/conversations/${conversation}`);
    expect(read.messages[0]?.files).toEqual([file]);
    const exported = await visitor.json<VisitorExport>('/v1/visitors/me/export');
    expect(exported.conversations[0]?.messages[0]?.files).toEqual([file]);
  });

  it('uses a file once, and nobody’s but the visitor’s own', async () => {
    const [visitor, stranger] = await Promise.all([arrive(), arrive()]);
    const file = await uploaded(visitor, PNG, 'a.png');
    const mine = await visitor.newConversation();
    const theirs = await stranger.newConversation();
    const ask = (who: VisitorClient, conversation: string, ids: unknown[], key?: string) =>
      who.post(conversation, { text: 'look', attachments: ids }, key);
    await expectProblem(await ask(stranger, theirs, [file.id]), 404, 'file-unknown');
    await expectProblem(await ask(visitor, mine, [file.id, 'fil_unknown']), 404, 'file-unknown');
    await expectProblem(await ask(visitor, mine, [{ type: 'collection', id: 'x' }]), 404, 'file-unknown');
    expect((await readRun(await ask(visitor, mine, [file.id], 'once'))).end.event).toBe('done');
    // The same request again is the same question.
    expect((await readRun(await ask(visitor, mine, [file.id], 'once'))).end.event).toBe('done');
    await expectProblem(await ask(visitor, mine, [file.id]), 404, 'file-unknown');
    await expectProblem(await ask(visitor, mine, [], 'once'), 422, 'idempotency-key-reused');
    await expectProblem(await visitor.request(`/v1/files/${file.id}`, { method: 'DELETE' }), 404, 'not-found');
    const many = await Promise.all([1, 2, 3, 4, 5].map((at) => uploaded(visitor, PNG, `${at}.png`)));
    const all = many.map(({ id }) => id);
    await expectProblem(await ask(visitor, mine, all), 400, 'too-many-files');
    // Nothing of it happened: they are there to be used.
    expect((await readRun(await ask(visitor, mine, all.slice(0, 4)))).end.event).toBe('done');
  });

  it('that is asked again takes its files along', async () => {
    const visitor = await arrive();
    const file = await uploaded(visitor, PNG, 'a.png');
    const conversation = await visitor.newConversation();
    await readRun(await visitor.post(conversation, { text: 'one', attachments: [file.id] }));
    const { messages } = await visitor.json<Conversation>(`/v1/conversations/${conversation}`);
    const again = await readRun(await visitor.post(conversation, { text: 'two', replaces: messages[0]?.id }));
    expect(again.text).toContain('two [image/png');
    const read = await visitor.json<Conversation>(`/v1/conversations/${conversation}`);
    expect(read.messages.map(({ files }) => files?.map(({ id }) => id))).toEqual([[file.id], undefined]);
  });

  it('has Open WebUI read its documents, names them in this request alone, and deletes them there', async () => {
    const visitor = await arrive();
    const file = await uploaded(visitor, HOURS, 'hours.txt');
    const conversation = await visitor.newConversation();
    const run = await readRun(await visitor.post(conversation, { text: 'When?', attachments: [file.id] }));
    expect(run.end).toMatchObject({ event: 'done', data: { reason: 'complete' } });
    expect(JSON.stringify(sentToModel())).toContain(HOURS);
    expect(askedOfOpenWebUi().files).toEqual([{ type: 'file', id: expect.any(String) }]);
    const statuses = run.messages.filter(({ event }) => event === 'status').map(({ data }) => JSON.parse(data).label);
    expect(statuses.slice(0, 2)).toEqual(['Reading your documents…', 'Read your documents']);
    expect(run.messages.find(({ event }) => event === 'sources')?.data).toContain('hours.txt');
    await expect.poll(() => test.practice.state.fileNames).toEqual([]);
    await readRun(await visitor.post(conversation, { text: 'And?' }));
    expect(askedOfOpenWebUi().files).toBeUndefined();
  });

  it.each([
    [
      'is refused',
      'refused.txt',
      (name: string) => test.practice.state.refuseFile(name, 400, 'File type txt is not allowed'),
      'file-refused',
    ],
    [
      'is too large there',
      'large.txt',
      (name: string) => test.practice.state.refuseFile(name, 413, 'File too large'),
      'file-too-large',
    ],
    [
      'finds the disk full',
      'full.txt',
      (name: string) => test.practice.state.refuseFile(name, 400, '[ERROR: No space left on device]'),
      'file-storage-full',
    ],
    [
      'cannot be read',
      'broken.txt',
      (name: string) => test.practice.state.failFilesNamed(name, 'The content provided is empty.'),
      'file-unreadable',
    ],
  ])('fails with a word of its own when a document %s, and leaves nothing behind', async (_, name, prepare, code) => {
    prepare(name);
    const visitor = await arrive();
    const file = await uploaded(visitor, HOURS, name);
    const conversation = await visitor.newConversation();
    const run = await readRun(await visitor.post(conversation, { text: 'When?', attachments: [file.id] }));
    expect(run.end).toMatchObject({ event: 'error', data: { code, ref: expect.stringMatching(/^\w{4}-\w{4}$/) } });
    await expect.poll(() => test.practice.state.fileNames).toEqual([]);
  });

  it('leaves nothing in Open WebUI when it is stopped, or when the server dies and starts again', async () => {
    const visitor = await arrive();
    const conversation = await visitor.newConversation();
    const first = await uploaded(visitor, HOURS, 'stopped.txt');
    const stopping = await visitor.post(conversation, { text: 'stop', attachments: [first.id] });
    const begun = await readRun(stopping, ({ event }) => event === 'status');
    await visitor.request(`/v1/runs/${begun.runId}/stop`, { method: 'POST' });
    await expect.poll(() => test.practice.state.fileNames).toEqual([]);

    test.practice.state.provider.options.reachable = true;
    const second = await uploaded(visitor, HOURS, 'left.txt');
    const asking = await visitor.post(conversation, { text: 'wait', attachments: [second.id] });
    await readRun(asking, ({ event }) => event === 'status');
    await expect.poll(() => test.practice.state.fileNames).toEqual(['left.txt']);
    await test.restart();
    await expect.poll(() => test.practice.state.fileNames, { timeout: 10_000 }).toEqual([]);
  });

  it('goes with its visitor', async () => {
    const visitor = await VisitorClient.arrive(test.guichet.url);
    const file = await uploaded(visitor, PNG, 'mine.png');
    expect((await visitor.request('/v1/visitors/me', { method: 'DELETE' })).status).toBe(204);
    expect((await visitor.request(`/v1/files/${file.id}`)).status).toBe(401);
  });
});

describe('an operator who closes what the key need not reach', () => {
  it('keeps the way of documents open, where a site takes them', async () => {
    const operator = await Operator.signIn(test.guichet.url, test.dataDir);
    const signIn = await operator.ask<OpenWebUiSignInView>('POST', '/openwebui/sign-in', {
      email: 'admin@example.com',
      password: 'admin-password',
    });
    if (signIn.kind !== 'session') throw new Error(JSON.stringify(signIn));
    const { ticket } = signIn;
    await operator.request('POST', '/openwebui/allow-list/apply', { ticket });
    const visitor = await arrive();
    const file = await uploaded(visitor, HOURS, 'closed.txt');
    const conversation = await visitor.newConversation();
    const run = await readRun(await visitor.post(conversation, { text: 'When?', attachments: [file.id] }));
    expect(run.end).toMatchObject({ event: 'done', data: { reason: 'complete' } });
    await expect.poll(() => test.practice.state.fileNames).toEqual([]);
    await operator.request('POST', '/openwebui/allow-list/undo', { ticket });
  });
});

describe('the doctor, where a list of allowed paths keeps the key out', () => {
  it('names the path of documents with the others: as a command, and on the page', async () => {
    const operator = await Operator.signIn(test.guichet.url, test.dataDir);
    test.practice.state.restrictKeysTo('/api/nothing');
    try {
      const environment = {
        GUICHET_DATA_DIR: test.dataDir,
        OPENWEBUI_URL: test.practice.url,
        OPENWEBUI_API_KEY: test.credential,
      };
      const { output } = await runCommand(['doctor', '--json', '--only', 'key/accepted'], environment);
      expect(output).toMatch(/api\/chat\/completions[^"]*,\/api\/v1\/files/);
      const page = await operator.request('POST', '/diagnosis', {});
      expect(await page.text()).toMatch(/api\/chat\/completions[^"]*,\/api\/v1\/files/);
    } finally {
      test.practice.state.restrictKeysTo(undefined);
    }
  });
});

describe('a model', () => {
  it('that does not see gets no pictures: the site says so, and none is taken', async () => {
    await equipModel(test.practice, 'blind', { capabilities: { vision: false } });
    const blind = await startTestGuichet({
      model: 'blind',
      environment: { OPENWEBUI_URL: test.practice.url, OPENWEBUI_API_KEY: test.credential },
    });
    const { dataDir } = test;
    test.dataDir = blind.dataDir;
    try {
      await setSite('files=pictures,documents');
      const visitor = await VisitorClient.arrive(blind.guichet.url);
      const read = async () =>
        (
          (await (
            await fetch(`${blind.guichet.url}/v1/sites/default`, { headers: { Origin: ORIGIN } })
          ).json()) as PublicSite
        ).files?.kinds;
      await expect.poll(read, { timeout: 10_000 }).toEqual(['documents']);
      await expectProblem(await upload(visitor, PNG, 'a.png'), 415, 'file-kind-unsupported');
      expect((await upload(visitor, HOURS, 'hours.txt')).status).toBe(201);
    } finally {
      test.dataDir = dataDir;
      await blind.close();
    }
  });
});
