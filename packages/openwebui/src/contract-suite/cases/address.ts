import assert from 'node:assert/strict';
import { isRecord } from '../../client/error-body.ts';
import { translateReply } from '../../client/error-table.ts';
import type { ContractCase } from '../contract-case.ts';
import { expectOk } from '../expectations.ts';

/** How an Open WebUI shows itself, and what a wrong address answers. */
export const addressCases: ContractCase[] = [
  {
    name: 'health shows an Open WebUI',
    async run({ client }) {
      assert.deepEqual(expectOk(await client().health()), { openWebUi: true });
    },
  },
  {
    name: 'the version is told without a credential',
    async run({ client, version, call }) {
      assert.deepEqual(expectOk(await client().version()), { version });
      assert.equal((await call('GET', '/api/version')).status, 200);
    },
  },
  {
    name: 'every reply carries X-Process-Time',
    async run({ call }) {
      for (const path of ['/health', '/api/version', '/api/models', '/api/wrong']) {
        assert.ok((await call('GET', path)).headers.has('x-process-time'), path);
      }
    },
  },
  {
    name: 'the public configuration holds name, version and features',
    async run({ call, version }) {
      const { json } = await call('GET', '/api/config');
      assert.ok(isRecord(json) && isRecord(json.features));
      assert.equal(json.version, version);
      assert.equal(typeof json.name, 'string');
    },
  },
  {
    name: 'GET of a wrong path answers 200 with a page, which is told apart',
    async run({ call, service }) {
      const reply = await call('GET', '/v1/models', { as: service.key });
      assert.equal(reply.status, 200);
      assert.match(reply.contentType, /^text\/html/);
      assert.equal(translateReply({ ...reply, credential: 'api-key' }).cause, 'not-open-webui');
    },
  },
  {
    name: 'POST to a wrong path answers 405',
    async run({ call, service }) {
      const reply = await call('POST', '/v1/chat/completions', { as: service.key, body: {} });
      assert.equal(reply.status, 405);
      assert.equal(translateReply({ ...reply, credential: 'api-key' }).cause, 'not-open-webui');
    },
  },
  {
    name: 'a request whose credential was taken away on the way is told apart',
    async run({ call }) {
      const reply = await call('GET', '/api/models');
      assert.equal(reply.status, 401);
      assert.equal(translateReply({ ...reply, credential: 'api-key' }).cause, 'header-stripped');
    },
  },
];
