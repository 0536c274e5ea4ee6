import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { collectAnswer, question } from '../collect-answer.ts';
import type { ContractCase } from '../contract-case.ts';
import { expectOk, expectRefused } from '../expectations.ts';

const HOURS = 'The bakery opens at seven and closes at noon.';

/** The smallest PNG there is. */
const PICTURE = {
  contentType: 'image/png',
  base64: 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
};

function textFile(name: string, text: string) {
  const bytes = Buffer.from(text);
  async function* pieces() {
    // In two pieces, as from a storage.
    yield bytes.subarray(0, 10);
    yield bytes.subarray(10);
  }
  return { name, contentType: 'text/plain', size: bytes.length, pieces: pieces(), mark: randomUUID() };
}

/** What a visitor attaches: documents that Open WebUI reads for one question, and pictures that go along in it. */
export const documentCases: ContractCase[] = [
  {
    name: 'a document is handed over, read, asked about by its id, and deleted',
    async run({ client, call, service, provider }) {
      const guichet = client();
      const { id } = expectOk(await guichet.uploadDocument(textFile('horaires d’été.txt', HOURS)));
      const { signal } = new AbortController();
      assert.equal(expectOk(await guichet.readDocument(id, signal)), 'read');
      const asked = question('When does the bakery open?');
      const told = await collectAnswer(guichet, { ...asked, documentIds: [id] });
      assert.equal(told.end.kind, 'complete');
      assert.match(JSON.stringify(provider.calls.at(-1)?.body.messages), /The bakery opens at seven/);
      assert.deepEqual(
        told.sources.map(({ title }) => title),
        ['horaires d’été.txt'],
      );
      assert.equal(expectOk(await guichet.deleteDocument(id)), 'deleted');
      assert.equal((await call('GET', `/api/v1/files/${id}`, { as: service.key })).status, 404);
      // Once more, as after a restart that came too soon.
      assert.equal(expectOk(await guichet.deleteDocument(id)), 'deleted');
    },
  },
  {
    name: 'a document whose id was lost is found again by its mark, among others',
    async run({ client }) {
      const guichet = client();
      const lost = textFile('lost.txt', HOURS);
      const ids: string[] = [];
      for (const document of [lost, textFile('lost.txt', HOURS)])
        ids.push(expectOk(await guichet.uploadDocument(document)).id);
      assert.deepEqual(expectOk(await guichet.findDocuments(lost.mark)), [ids[0]]);
      for (const id of ids) expectOk(await guichet.deleteDocument(id));
      assert.deepEqual(expectOk(await guichet.findDocuments(lost.mark)), []);
    },
  },
  {
    name: 'a document without text is told apart as one that cannot be read',
    async run({ client }) {
      const guichet = client();
      const { id } = expectOk(await guichet.uploadDocument(textFile('blank.txt', ' \n \n \n \n \n \n')));
      const read = await guichet.readDocument(id, new AbortController().signal);
      assert.equal(read.ok ? 'read' : read.failure.code, 'file-unreadable');
      expectOk(await guichet.deleteDocument(id));
    },
  },
  {
    name: 'a picture reaches the provider beside the words, as it was sent',
    async run({ client, provider }) {
      const asked = question('What is this?');
      const turns = [{ role: 'user' as const, text: 'What is this?', pictures: [PICTURE] }];
      const told = await collectAnswer(client(), { ...asked, turns });
      assert.equal(told.end.kind, 'complete');
      const messages = provider.calls.at(-1)?.body.messages as { content: unknown }[];
      assert.deepEqual(messages.at(-1)?.content, [
        { type: 'text', text: 'What is this?' },
        { type: 'image_url', image_url: { url: `data:image/png;base64,${PICTURE.base64}` } },
      ]);
    },
  },
  {
    name: 'a key that may not reach files says so, and not that the file is bad',
    async run(context) {
      const refused = await context
        .client('sk-00000000000000000000000000000000')
        .uploadDocument(textFile('a.txt', HOURS));
      assert.notEqual(expectRefused(refused, 'key-unknown').code, 'file-refused');
    },
  },
];
