/** What a server works on: the folder that is its own, the database, and the safe in it. */
import path from 'node:path';
import type { Kysely } from 'kysely';
import { newId } from '../new-id.ts';
import type { Logger } from '../observe/logger.ts';
import { MasterKeyFileUnusable, type MasterKeys, prepareMasterKeys } from '../safe/master-keys.ts';
import { type OpenedSafe, openSafe } from '../safe/open-safe.ts';
import type { Settings } from '../settings/read-settings.ts';
import type { AdminRecords } from '../storage/admin-records.ts';
import { type DataFolderLock, lockDataFolder } from '../storage/data-folder-lock.ts';
import { DeletedRows } from '../storage/deleted-rows.ts';
import { makeFolder } from '../storage/make-folder.ts';
import { openDatabase } from '../storage/open-database.ts';
import type { Schema } from '../storage/schema.ts';
import { createSqlAdminRecords } from '../storage/sql-admin-records.ts';
import { createSqlSecretRecords } from '../storage/sql-secret-records.ts';
import { createSqlStorage, DatabaseNewer } from '../storage/sql-storage.ts';
import type { Storage } from '../storage/storage.ts';
import { UNUSED_MOVE_NOTE } from '../storage/unused-move.ts';
import { DatabaseRefused, waitForDatabase } from '../storage/wait-for-database.ts';
import { StartRefused } from './start-refused.ts';
import type { StartTexts } from './start-texts.ts';

/** What is this server's alone before anything is read or written in the database. */
export interface ClaimedData {
  masterKeys: MasterKeys;
  /** Writes a master key that was made now; not before the database is known to be the right one. */
  keepMasterKeys: () => void;
  /** Undefined with PostgreSQL, which is for several servers; a folder with SQLite is for one. */
  folderLock: DataFolderLock | undefined;
}

export interface OpenedData {
  database: Kysely<Schema>;
  storage: Storage;
  adminRecords: AdminRecords;
  /** Undefined with SQLite, which overwrites what it deletes. */
  deletedRows: DeletedRows | undefined;
  safe: OpenedSafe;
  /** Answers that a dead server left behind, ended now. */
  orphanedRuns: number;
}

export interface OpenDataParts {
  settings: Settings;
  texts: () => StartTexts;
  logger: Logger;
  /** The database cannot be reached yet. @param sentence says so, with the reason */
  onWaiting: (sentence: string) => void;
  /** How long to wait for the database. */
  databaseWaitMs?: number | undefined;
  now: () => number;
}

/** @throws StartRefused */
export async function claimData(settings: Settings, texts: StartTexts, now: () => number): Promise<ClaimedData> {
  const dataDir = path.resolve(settings.dataDir.value);
  makeFolder(dataDir);
  const { masterKeys, keep } = masterKeysOrRefuse(settings, dataDir, texts);
  const alone = settings.databaseUrl.value === undefined;
  return { masterKeys, keepMasterKeys: keep, folderLock: alone ? await lockOrRefuse(dataDir, texts, now) : undefined };
}

/** Waits for the database, brings it to this version and opens the safe. @throws StartRefused; then nothing is left open */
export async function openData(claimed: ClaimedData, parts: OpenDataParts): Promise<OpenedData> {
  const { settings, texts, logger, now } = parts;
  const { database, place, deleted, openSigns } = openDatabase(settings, {
    onLost: (error) => logger.warn({ err: error }, texts().server.start.database.lost(place)),
  });
  const storage = createSqlStorage(database, {
    owner: newId('srv'),
    deleted,
    ...(openSigns && { signs: openSigns() }),
  });
  const adminRecords = createSqlAdminRecords(database);
  try {
    await bringUp();
    const safe = await openSafe(createSqlSecretRecords(database), claimed.masterKeys, now);
    if (!safe.ok) throw new StartRefused(safe.sentence);
    claimed.keepMasterKeys();
    for (const { name, reason } of safe.damaged) {
      logger.error({ name, reason }, texts().server.start.secretDamaged(name));
    }
    // With the folder's lock in hand: whoever wrote here is dead, whatever its leases say.
    if (claimed.folderLock) await storage.dropLeases();
    const orphanedRuns = claimed.folderLock ? await storage.endOrphanedRuns(now()) : 0;
    const deletedRows = deleted instanceof DeletedRows ? deleted : undefined;
    return { database, storage, adminRecords, deletedRows, safe, orphanedRuns };
  } catch (error) {
    await storage.close();
    throw error;
  }

  async function bringUp(): Promise<void> {
    const { database: words } = texts().server.start;
    try {
      await waitForDatabase(database, {
        ...(parts.databaseWaitMs !== undefined && { waitMs: parts.databaseWaitMs }),
        onWaiting(reason) {
          const sentence = words.waiting(place, reason);
          parts.onWaiting(sentence);
          logger.warn(sentence);
        },
      });
      await storage.migrate();
      await adminRecords.deleteNote(UNUSED_MOVE_NOTE);
    } catch (error) {
      if (error instanceof DatabaseRefused) throw new StartRefused(words[error.kind](place, error.reason));
      if (error instanceof DatabaseNewer) throw new StartRefused(words.newer(place));
      throw error;
    }
  }
}

async function lockOrRefuse(dataDir: string, { server }: StartTexts, now: () => number): Promise<DataFolderLock> {
  const result = await lockDataFolder(dataDir, { now });
  if (result.kind === 'locked') return result.lock;
  throw new StartRefused(server.start.dataDirTaken(dataDir, result.holder));
}

function masterKeysOrRefuse({ masterKeys }: Settings, dataDir: string, texts: StartTexts) {
  try {
    return prepareMasterKeys(masterKeys.value, dataDir);
  } catch (error) {
    if (!(error instanceof MasterKeyFileUnusable)) throw error;
    const problem = error.problemIn(texts.settings.problem);
    throw new StartRefused(texts.server.start.masterKeyFileUnusable(error.file, problem));
  }
}
