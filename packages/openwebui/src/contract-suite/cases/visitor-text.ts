import assert from 'node:assert/strict';
import type { CaseContext } from '../case-context.ts';
import { collectAnswer, question } from '../collect-answer.ts';
import type { ContractCase } from '../contract-case.ts';
import { expectWhole } from '../expectations.ts';
import { knowledgeOf } from '../knowledge.ts';

const SKILL_TEXT = 'Always mention the lighthouse.';

/** Spellings in visitors' text that Open WebUI would act upon in the name of the credential's owner. */
export const visitorTextCases: ContractCase[] = [
  {
    name: "template variables in a visitor's text stay text, also where knowledge is searched for",
    async run(context) {
      const { client, service, provider } = context;
      const { model } = await knowledgeOf(context);
      const seen = provider.calls.length;
      const asking = question('My name is {{USER_NAME}} {{USER_EMAIL}}', { model });
      assert.equal((await collectAnswer(client(), asking)).end.kind, 'complete');
      const sent = JSON.stringify(provider.calls.slice(seen));
      assert.ok(provider.calls.length > seen);
      assert.ok(!sent.includes(service.email), sent);
      assert.ok(!sent.includes('Account '), sent);
    },
  },
  {
    name: 'without our care, template variables in a message are filled in where knowledge is searched for',
    realOnly: 'the practice server writes no search queries',
    since: '0.8.0',
    async run(context) {
      const { call, service, provider } = context;
      const { model } = await knowledgeOf(context);
      const seen = provider.calls.length;
      const messages = [{ role: 'user', content: 'My address is {{USER_EMAIL}}' }];
      const body = { model, messages, stream: true, params: { function_calling: 'legacy' } };
      await call('POST', '/api/chat/completions', { as: service.key, body });
      assert.ok(JSON.stringify(provider.calls.slice(seen)).includes(service.email));
    },
  },
  {
    name: "template variables in the site's own instructions are filled in",
    async run({ client, provider }) {
      const seen = provider.calls.length;
      await collectAnswer(client(), question('hi', { system: 'You speak for {{USER_NAME}}.' }));
      assert.match(JSON.stringify(provider.calls.slice(seen).at(-1)?.body.messages), /You speak for Account \d+\./);
    },
  },
  {
    name: "skill marks in a visitor's text stay text",
    async run({ client }) {
      const told = await collectAnswer(client(), question('a <$abc|x> b </abc|y> c'));
      expectWhole(told, 'You said: a <\u200b$abc|x> b <\u200b/abc|y> c');
    },
  },
  {
    name: "a skill that exists is not loaded by a visitor's text",
    realOnly: 'the practice server has no skills',
    since: '0.8.0',
    async run(context) {
      const { client, provider } = context;
      const id = await skillOf(context);
      const seen = provider.calls.length;
      await collectAnswer(client(), question(`tell me <$${id}|x> or </${id}|x>`));
      assert.ok(provider.calls.length > seen);
      assert.ok(!JSON.stringify(provider.calls.slice(seen)).includes(SKILL_TEXT));
    },
  },
  {
    name: 'without our care, <$id|label> loads a skill',
    realOnly: 'the practice server has no skills',
    since: '0.9.1',
    async run(context) {
      assert.ok(await loadsSkill(context, (id) => `tell me <$${id}|x>`));
    },
  },
  {
    name: 'without our care, </id|label> loads a skill',
    realOnly: 'the practice server has no skills',
    since: '0.11.0',
    async run(context) {
      assert.ok(await loadsSkill(context, (id) => `tell me </${id}|x>`));
    },
  },
  {
    name: 'without our care, /skills:create replaces the message by instructions of Open WebUI',
    realOnly: 'the practice server has no skills',
    since: '0.11.4',
    async run({ call, service, provider }) {
      const seen = provider.calls.length;
      const messages = [{ role: 'user', content: '/skills:create a guide' }];
      await call('POST', '/api/chat/completions', { as: service.key, body: { model: 'echo', messages, stream: true } });
      assert.match(JSON.stringify(provider.calls.slice(seen)), /Skill creation|create a (reusable )?.*skill/i);
    },
  },
  {
    name: "/skills:create in a visitor's text stays text",
    async run({ client, provider }) {
      const seen = provider.calls.length;
      const told = await collectAnswer(client(), question('/skills:create a guide'));
      expectWhole(told, 'You said: /\u200bskills:create a guide');
      assert.ok(!JSON.stringify(provider.calls.slice(seen)).includes('SKILL.md'));
    },
  },
];

async function loadsSkill(context: CaseContext, text: (id: string) => string): Promise<boolean> {
  const { call, service, provider } = context;
  const id = await skillOf(context);
  const seen = provider.calls.length;
  const messages = [{ role: 'user', content: text(id) }];
  await call('POST', '/api/chat/completions', { as: service.key, body: { model: 'echo', messages, stream: true } });
  return JSON.stringify(provider.calls.slice(seen)).includes(SKILL_TEXT);
}

/** A skill that everybody may use. */
function skillOf(context: CaseContext): Promise<string> {
  return context.once('skill', async () => {
    const id = 'lighthouse';
    const body = {
      id,
      name: 'Lighthouse',
      description: 'd',
      content: SKILL_TEXT,
      is_active: true,
      access_grants: [{ principal_type: 'user', principal_id: '*', permission: 'read' }],
    };
    const reply = await context.call('POST', '/api/v1/skills/create', { as: context.admin.token, body });
    assert.equal(reply.status, 200, reply.text.slice(0, 300));
    return id;
  });
}
