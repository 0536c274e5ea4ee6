/** A planted secret is looked for in everything that the safe writes to disk or says, in every spelling. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { writtenForms } from '../../../keys/src/written-forms.ts';
import { checkMasterKeys } from './check-master-keys.ts';
import { openSafe } from './open-safe.ts';
import { rotateSecrets } from './rotate-secrets.ts';
import { openTestRecords } from './testing/open-test-records.ts';
import { sampleMasterKey, sampleMasterKeys } from './testing/sample-master-keys.ts';

const CANARY = 'sk-7d1f0c9a4be24356a0f7ac8e93d25b4f';
const A = sampleMasterKey('a', 1);
const B = sampleMasterKey('b', 2);
const folder = mkdtempSync(path.join(tmpdir(), 'guichet-canary-'));
afterAll(() => rmSync(folder, { recursive: true }));

function onDisk(): string {
  return readdirSync(folder)
    .map((name) => readFileSync(path.join(folder, name), 'latin1'))
    .join('\n');
}

it('is nowhere on disk, in no description, check, rotation or refusal', async () => {
  const { records, close } = await openTestRecords(path.join(folder, 'guichet.db'));
  const seen: string[] = [];
  const see = (shown: unknown) => seen.push(JSON.stringify(shown), onDisk());

  const safe = await openSafe(records, sampleMasterKeys(A));
  if (!safe.ok) throw new Error(safe.sentence);
  see(await safe.secrets.set('openwebui.credential', CANARY, { updatedBy: 'ada' }));
  see(await safe.secrets.set('openwebui.credential', `${CANARY}\ud800`));
  see(await safe.secrets.describe('openwebui.credential'));
  see(await safe.secrets.listDescriptions());
  see(await checkMasterKeys(records, sampleMasterKeys(B)));
  see(await rotateSecrets(records, sampleMasterKeys(B), { dryRun: false }));
  see(await rotateSecrets(records, sampleMasterKeys(B, A), { dryRun: true }));
  see(await rotateSecrets(records, sampleMasterKeys(B, A), { dryRun: false }));
  const record = (await records.read('openwebui.credential'))?.record ?? '';
  await records.write({ name: 'moved', record, updatedAt: 1, updatedBy: '' });
  const moved = await openSafe(records, sampleMasterKeys(B));
  see(moved.ok && (await moved.secrets.get('moved')));
  see(moved.ok && moved.damaged);
  see(await rotateSecrets(records, sampleMasterKeys(A, B), { dryRun: false }));
  await close();
  see('closed');

  const everything = seen.join('\n');
  for (const form of writtenForms(CANARY)) expect(everything).not.toContain(form);
  for (const { key } of [A, B]) expect(everything).not.toContain(key.toString('latin1'));
  // The search would find it if it were there: the record's own text is.
  expect(everything).toContain(record.slice(0, 40));
});
