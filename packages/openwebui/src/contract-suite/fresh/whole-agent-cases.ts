import assert from 'node:assert/strict';
import { OLDEST_FOR_WHOLE_AGENT } from '../../agent-safety/builtin-tool-kinds.ts';
import { wholeAgentObstacles } from '../../agent-safety/whole-agent-obstacles.ts';
import { isRecord } from '../../client/error-body.ts';
import type { ProvisionWishes, UndoneStep } from '../../provision/provision-types.ts';
import { unprovision } from '../../provision/unprovision.ts';
import { signIn } from '../../sign-in/sign-in.ts';
import { createSignInLimiter } from '../../sign-in/sign-in-limiter.ts';
import { collectAnswer, question } from '../collect-answer.ts';
import type { FreshCase } from './fresh-case.ts';
import type { FreshContext } from './fresh-server.ts';
import { makePreset } from './make-preset.ts';
import { credentialOf, type SetUp, setUp } from './set-up.ts';

const COPY: ProvisionWishes = { model: 'guide', tools: 'whole-agent', answers: { 'tools-open': 'make-another' } };
const CHANGE: ProvisionWishes = { ...COPY, answers: { 'tools-open': 'use-it' } };

/** Closing what the whole agent must not open, and putting it back. */
export const wholeAgentCases: FreshCase[] = [
  {
    name: 'the whole agent answers by a closed copy of the model, its knowledge included; and all is put back exactly',
    since: OLDEST_FOR_WHOLE_AGENT,
    async run(context) {
      const { desk, admin, client, state } = context;
      const preset = await makePreset(context);
      const before = await state();
      const asked = await setUp(desk, admin, { model: 'guide', tools: 'whole-agent' });
      assert.deepEqual(
        asked.plan.questions.map(({ id }) => id),
        ['tools-open'],
      );
      assert.equal(await state(), before);
      const original = await rowOf(context, 'guide');
      const made = await setUp(desk, admin, COPY);
      const key = credentialOf(made);
      assert.deepEqual(await rowOf(context, 'guide'), original);
      assert.equal(made.plan.model.id, 'guide-website');
      assert.deepEqual((await wholeAgentObstacles(target(context, made), 'guide-website')).obstacles, []);
      const told = await collectAnswer(client(key), question('What do tickets cost?', { model: 'guide-website' }));
      assert.equal(told.end.kind, 'complete', JSON.stringify(told.end));
      assert.equal(told.sources.length, 1);
      await expectSignIn(context, made);
      const second = await setUp(desk, admin, COPY, made.record);
      assert.deepEqual(second.plan.questions, []);
      assert.equal(second.result.kind, 'done');
      await takeBack(context, second);
      assert.equal(await state(), before);
      await preset.remove();
    },
  },
  {
    name: 'built-in tools are closed in a model itself, and its switches are put back exactly',
    since: OLDEST_FOR_WHOLE_AGENT,
    async run(context) {
      const { desk, admin, state } = context;
      const preset = await makePreset(context);
      for (const builtinTools of [undefined, { notes: true, time: false }]) {
        await editMeta(context, 'guide', builtinTools);
        const before = await state();
        const made = await setUp(desk, admin, CHANGE);
        assert.deepEqual((await wholeAgentObstacles(target(context, made), 'guide')).obstacles, []);
        await takeBack(context, made);
        assert.equal(await state(), before);
      }
      await preset.remove();
    },
  },
  {
    name: 'a provider’s own model is closed, in a row made for it and in a copy, and neither is left behind',
    since: OLDEST_FOR_WHOLE_AGENT,
    async run(context) {
      const { desk, admin, state } = context;
      const before = await state();
      for (const wishes of [COPY, CHANGE]) {
        const made = await setUp(desk, admin, { ...wishes, model: 'echo' });
        assert.deepEqual((await wholeAgentObstacles(target(context, made), made.plan.model.id)).obstacles, []);
        await takeBack(context, made);
        assert.equal(await state(), before);
      }
    },
  },
  {
    name: 'where keys are bound, the list gains what the whole agent needs, and rights are taken and given back',
    since: OLDEST_FOR_WHOLE_AGENT,
    async run(context) {
      const { desk, admin, call, state } = context;
      const clean = await state();
      const config = await call({ path: '/api/v1/auths/admin/config' });
      const { ENABLE_MFA, MFA_ALLOW_OAUTH_BYPASS, MFA_ALLOW_TRUSTED_HEADER_BYPASS, ...rest } = config;
      const restricted = { ENABLE_API_KEYS_ENDPOINT_RESTRICTIONS: true, API_KEYS_ALLOWED_ENDPOINTS: ALLOWED };
      const path = '/api/v1/auths/admin/config';
      await call({ method: 'POST', path, body: { ...rest, ...restricted } });
      const before = await state();
      const made = await setUp(desk, admin, { ...COPY, model: 'echo', closePermissions: true });
      const rights = await desk.ask({ path: '/api/v1/users/permissions', as: credentialOf(made) });
      assert.equal(rights.status, 200, JSON.stringify(rights.failure()));
      assert.ok(isRecord(rights.json) && isRecord(rights.json.features));
      assert.deepEqual([rights.json.features.notes, rights.json.features.calendar], [false, false]);
      assert.equal(rights.json.features.api_keys, true);
      await takeBack(context, made);
      assert.equal(await state(), before);
      await call({ method: 'POST', path, body: rest });
      assert.equal(await state(), clean);
    },
  },
];

const ALLOWED = '/api/models,/api/chat/completions,/api/v1/users/user/status';

const target = ({ baseUrl }: FreshContext, made: SetUp) => ({ baseUrl, credential: credentialOf(made).reveal() });

async function expectSignIn({ desk }: FreshContext, { record, result }: SetUp): Promise<void> {
  assert.ok(result.kind === 'done' && result.servicePassword);
  const account = { email: record.account.email, password: result.servicePassword };
  const session = await signIn(desk, account, createSignInLimiter());
  assert.ok(session.kind === 'session' && session.session.role === 'user', JSON.stringify(session));
}

async function takeBack({ desk, admin }: FreshContext, made: SetUp): Promise<void> {
  const undone: UndoneStep[] = await unprovision(desk, admin, made.record, { forgetSignIn: async () => true });
  assert.deepEqual(new Set(undone.map(({ result }) => result.outcome)), new Set(['undone']), JSON.stringify(undone));
}

async function rowOf({ call }: FreshContext, id: string): Promise<Record<string, unknown>> {
  return call({ path: `/api/v1/models/model?id=${id}` });
}

async function editMeta(context: FreshContext, id: string, builtinTools: object | undefined): Promise<void> {
  const row = await rowOf(context, id);
  const meta = { ...(isRecord(row.meta) && row.meta), ...(builtinTools && { builtinTools }) };
  const { name, base_model_id, params, is_active, access_grants } = row;
  const body = { id, name, base_model_id, params, is_active, access_grants, meta };
  await context.call({ method: 'POST', path: '/api/v1/models/model/update', body });
}
