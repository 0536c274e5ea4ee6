import assert from 'node:assert/strict';
import { applyAllowList, proposeAllowList, undoAllowList } from '../../allow-list/allow-list.ts';
import type { Desk } from '../../desk/desk.ts';
import type { Secret } from '../../desk/secret.ts';
import { unprovision } from '../../provision/unprovision.ts';
import { probeReach } from '../../reach/probe-reach.ts';
import { collectAnswer, question } from '../collect-answer.ts';
import { expectOk, expectWhole } from '../expectations.ts';
import type { FreshCase } from './fresh-case.ts';
import { credentialOf, setUp } from './set-up.ts';

/** What a key can reach, and the list that closes it. */
export const reachCases: FreshCase[] = [
  {
    name: "a plain account's key reaches other people's addresses, and no administrator's routes",
    async run({ desk, admin }) {
      const made = await setUp(desk, admin);
      assert.deepEqual(await reached(desk, credentialOf(made)), {
        'other-accounts': 'open',
        chats: 'open',
        'all-chats': 'rights',
        files: 'open',
        knowledge: 'open',
        'raw-provider-routes': 'open',
        'server-fetches': 'open',
        'key-rotation': 'open',
        'provider-keys': 'rights',
        'admin-config': 'rights',
      });
      await unprovision(desk, admin, made.record);
    },
  },
  {
    name: "an administrator's session reaches everything, providers' keys included",
    async run({ desk, admin }) {
      const open = await reached(desk, admin);
      // Whether there is a key to read depends on the switch, which is off here.
      const { 'key-rotation': _, ...others } = open;
      assert.deepEqual(new Set(Object.values(others)), new Set(['open']));
    },
  },
  {
    name: 'the allow-list closes all of it but what Guichet needs, and is put back',
    async run({ desk, admin, client, state }) {
      const before = await state();
      const made = await setUp(desk, admin);
      const key = credentialOf(made);
      const proposal = await proposeAllowList(desk, admin);
      assert.ok(proposal.kind === 'proposal' && proposal.state === 'to-do', JSON.stringify(proposal));
      const applied = await applyAllowList(desk, admin, proposal);
      assert.ok(applied.kind === 'done', JSON.stringify(applied));
      assert.deepEqual(new Set(Object.values(await reached(desk, key))), new Set(['allow-list']));
      expectOk(await client(key).models());
      expectOk(await client(key).identity());
      expectWhole(await collectAnswer(client(key), question('hi')), 'You said: hi');
      assert.deepEqual(await undoAllowList(desk, admin, applied.record), { outcome: 'undone' });
      await unprovision(desk, admin, made.record);
      assert.equal(await state(), before);
    },
  },
];

async function reached(desk: Desk, credential: Secret): Promise<Record<string, string>> {
  const reach = await probeReach(desk, credential);
  assert.ok(reach.kind === 'reach', JSON.stringify(reach));
  assert.ok(!/sk-|example\.com/.test(JSON.stringify(reach)));
  return Object.fromEntries(reach.findings.map(({ id, reach: how, closedBy }) => [id, closedBy ?? how]));
}
