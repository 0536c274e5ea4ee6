/**
 * A process of its own that rotates the secrets of a database and kills itself on the way, for the crash test.
 *
 *   node rotate-and-die.ts FILE before-update N   dies when N rows have been written
 *   node rotate-and-die.ts FILE before-commit     dies when all rows have been written
 *   node rotate-and-die.ts FILE after-commit      dies when the transaction has ended
 *   node rotate-and-die.ts FILE wait              says "rotating" at the first row, and lets itself be killed
 */
import { writeSync } from 'node:fs';
import { type SQLInputValue, StatementSync } from 'node:sqlite';
import { rotateSecrets } from '../rotate-secrets.ts';
import { openTestRecords } from './open-test-records.ts';
import { sampleMasterKey, sampleMasterKeys } from './sample-master-keys.ts';

const [file = '', point = '', count = '0'] = process.argv.slice(2);
let updates = 0;

function die(): never {
  process.kill(process.pid, 'SIGKILL');
  throw new Error('SIGKILL did not kill.');
}

const { run } = StatementSync.prototype;

function runOrDie(this: StatementSync, ...parameters: SQLInputValue[]): unknown {
  const sql = this.sourceSQL.toLowerCase();
  const updatesRow = sql.startsWith('update') && sql.includes('"record"');
  if (updatesRow && updates === 0 && point === 'wait') writeSync(1, 'rotating\n');
  if (updatesRow && point === 'before-update' && updates === Number(count)) die();
  if (updatesRow) updates += 1;
  if (sql === 'commit' && updates > 0 && point === 'before-commit') die();
  const result: unknown = Reflect.apply(run, this, parameters);
  if (sql === 'commit' && updates > 0 && point === 'after-commit') die();
  return result;
}

Object.defineProperty(StatementSync.prototype, 'run', { value: runOrDie });

const { records, close } = await openTestRecords(file);
await rotateSecrets(records, sampleMasterKeys(sampleMasterKey('new', 2), sampleMasterKey('old', 1)), { dryRun: false });
await close();
