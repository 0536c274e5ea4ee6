/** `npx guichet secrets rotate`: encrypts every stored secret again with the first master key. */
import { parseArgs } from 'node:util';
import { createAuditLog } from '../admin/audit-log.ts';
import { type Rotation, rotateSecrets } from '../safe/rotate-secrets.ts';
import { createSqlAdminRecords } from '../storage/sql-admin-records.ts';
import { createSqlSecretRecords } from '../storage/sql-secret-records.ts';
import { en } from '../text/en.ts';
import { fr } from '../text/fr.ts';
import type { ServerTexts } from '../text/server-texts.ts';
import { type Command, UsageError } from './command.ts';
import { openData } from './open-data.ts';

export const secrets: Command = {
  usage: ['secrets rotate [--dry-run]'],
  async run([action, ...rest]) {
    if (action !== 'rotate') throw new UsageError('The command "secrets" needs the action "rotate".');
    const dryRun = readDryRun(rest);
    const { database, masterKeys, locale, close } = await openData();
    try {
      const rotation = await rotateSecrets(createSqlSecretRecords(database), masterKeys, { dryRun });
      if (rotation.kind === 'rotated' && !dryRun) {
        const audit = createAuditLog(createSqlAdminRecords(database), (text) => text);
        await audit.add('command line', 'secrets-rotated', { rewrapped: rotation.rewrapped });
      }
      process.stdout.write(`${describe(rotation, { en, fr }[locale].rotation)}\n`);
      return rotation.kind === 'rotated' ? 0 : 1;
    } finally {
      await close();
    }
  },
};

function readDryRun(words: readonly string[]): boolean {
  try {
    return parseArgs({ args: [...words], options: { 'dry-run': { type: 'boolean' } } }).values['dry-run'] ?? false;
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

function describe(rotation: Rotation, texts: ServerTexts['rotation']): string {
  switch (rotation.kind) {
    case 'rotated': {
      const sentence = (rotation.dryRun ? texts.wouldRotate : texts.rotated)(rotation.rewrapped, rotation.already);
      return rotation.removableKeyIds.length > 0
        ? `${sentence} ${texts.removable(rotation.removableKeyIds.join(', '))}`
        : sentence;
    }
    case 'corrupt':
      return texts.corrupt(rotation.corrupt.map(({ name }) => name).join(', '));
    case 'wrong-master-keys':
      return rotation.wrong.sentence;
    default:
      return rotation satisfies never;
  }
}
