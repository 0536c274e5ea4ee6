import assert from 'node:assert/strict';
import { createDesk } from '../../desk/desk.ts';
import type { UndoneStep } from '../../provision/provision-types.ts';
import { unprovision } from '../../provision/unprovision.ts';
import { breakAfter, breakBefore } from '../../testing/breaking-proxy.ts';
import { collectAnswer, question } from '../collect-answer.ts';
import { expectOk, expectRefused, expectWhole } from '../expectations.ts';
import type { FreshCase } from './fresh-case.ts';
import type { FreshContext } from './fresh-server.ts';
import { makePreset } from './make-preset.ts';
import { credentialOf, setUp } from './set-up.ts';

/** Setting up a fresh instance, and taking it back. */
export const provisionCases: FreshCase[] = [
  {
    name: 'a fresh instance is set up: account, group, model and a key that answers; and put back exactly',
    async run({ desk, admin, client, state }) {
      const before = await state();
      const made = await setUp(desk, admin);
      assert.deepEqual(made.plan.cannot, []);
      assert.ok(made.plan.steps.every((step) => step.state === 'to-do'));
      const key = credentialOf(made);
      const models = expectOk(await client(key).models());
      assert.deepEqual(
        models.map((model) => model.id),
        ['echo'],
      );
      expectWhole(await collectAnswer(client(key), question('hi')), 'You said: hi');
      assert.equal(expectOk(await client(key).identity()).role, 'user');
      const undone = await unprovision(desk, admin, made.record);
      assert.deepEqual(outcomes(undone), ['undone', 'undone', 'undone', 'undone'], JSON.stringify(undone));
      assert.equal(await state(), before);
      expectRefused(await client(key).models(), 'key-unknown');
      assert.deepEqual(outcomes(await unprovision(desk, admin, made.record)), Array(4).fill('already'));
    },
  },
  {
    name: 'setting up twice changes nothing the second time and gives the same key',
    async run({ desk, admin, state }) {
      const before = await state();
      const first = await setUp(desk, admin);
      const between = await state();
      const second = await setUp(desk, admin, { model: 'echo' }, first.record);
      assert.equal(credentialOf(second).reveal(), credentialOf(first).reveal());
      assert.equal(await state(), between);
      await unprovision(desk, admin, second.record);
      assert.equal(await state(), before);
    },
  },
  {
    name: 'a preset is shared with what it stands on, its knowledge is consulted, and other grants are kept',
    async run(context) {
      const { desk, admin, client, state } = context;
      const preset = await makePreset(context);
      const before = await state();
      const made = await setUp(desk, admin, { model: 'guide' });
      const key = credentialOf(made);
      const ids = made.plan.steps.filter(({ kind }) => kind.startsWith('share')).map(({ id }) => id);
      assert.deepEqual(ids, ['share-model guide', `share-knowledge ${preset.collectionId}`, 'share-model echo']);
      const asking = question('What do tickets cost?', { model: 'guide' });
      const told = await collectAnswer(client(key), asking);
      assert.equal(told.end.kind, 'complete', JSON.stringify(told.end));
      assert.equal(told.sources.length, 1);
      expectOk(await client(preset.other).models());
      await unprovision(desk, admin, made.record);
      assert.equal(await state(), before);
      await preset.remove();
    },
  },
  {
    name: 'an account and a group of that name are asked about, and left alone when told so',
    async run({ desk, admin, call, state }) {
      const clean = await state();
      const body = { name: 'Guichet', email: 'somebody@example.com', password: 'svc-Password-1', role: 'user' };
      const account = await call({ method: 'POST', path: '/api/v1/auths/add', body });
      const wanted = { name: 'Guichet', description: 'Of somebody else' };
      const group = await call({ method: 'POST', path: '/api/v1/groups/create', body: wanted });
      const before = await state();
      const asked = await setUp(desk, admin);
      assert.equal(asked.result.kind, 'not-started');
      assert.deepEqual(
        asked.plan.questions.map(({ id }) => id),
        ['account-exists', 'group-exists'],
      );
      assert.equal(await state(), before);
      const answers = { 'account-exists': 'make-another', 'group-exists': 'make-another' } as const;
      const apart = await setUp(desk, admin, { model: 'echo', answers });
      assert.equal(apart.record.group.name, 'Guichet 2');
      credentialOf(apart);
      await unprovision(desk, admin, apart.record);
      assert.equal(await state(), before);
      const joined = await setUp(desk, admin, {
        model: 'echo',
        answers: { 'account-exists': 'make-another', 'group-exists': 'use-it' },
      });
      credentialOf(joined);
      assert.equal(joined.record.group.id, group.id);
      await unprovision(desk, admin, joined.record);
      await call({ method: 'DELETE', path: `/api/v1/groups/id/${group.id}/delete` });
      await call({ method: 'DELETE', path: `/api/v1/users/${account.id}` });
      assert.equal(await state(), clean);
    },
  },
  {
    name: 'a set-up whose answers are lost one after the other goes on each time',
    run: (context) => breakAtEveryChange(context, 'answers', 'go on'),
  },
  {
    name: 'a set-up that loses its connection at each change is undone exactly',
    run: (context) => breakAtEveryChange(context, 'connection', 'undo'),
  },
];

/** Breaks at the first change, then at the second, and so on until a set-up goes through. */
async function breakAtEveryChange(
  { baseUrl, admin, state }: FreshContext,
  lose: 'answers' | 'connection',
  then: 'go on' | 'undo',
): Promise<void> {
  const before = await state();
  for (let lost = 1, broke = true; broke; lost++) {
    let changes = 0;
    const isLost = ({ method }: { method: string }) => {
      if (method !== 'GET') changes++;
      return lose === 'answers' ? method !== 'GET' && changes === lost : changes >= lost;
    };
    const proxy = await (lose === 'answers' ? breakAfter : breakBefore)(baseUrl, isLost);
    const desk = createDesk({ baseUrl: proxy.url });
    const first = await setUp(desk, admin);
    broke = changes >= lost;
    proxy.mend();
    const second = then === 'go on' ? await setUp(desk, admin, { model: 'echo' }, first.record) : first;
    if (then === 'go on' || !broke) credentialOf(second);
    else assert.equal(first.result.kind, 'stopped', `connection lost at change ${lost}`);
    const undone = await unprovision(desk, admin, second.record);
    assert.ok(!outcomes(undone).includes('failed'), `${lose} ${lost}: ${JSON.stringify(undone)}`);
    assert.equal(await state(), before, `${lose} lost at change ${lost}`);
    await desk.close();
    await proxy.close();
    assert.ok(lost < 20);
  }
}

function outcomes(undone: UndoneStep[]): string[] {
  return undone.map(({ result }) => result.outcome);
}
