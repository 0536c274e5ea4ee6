/** The database that the settings name: PostgreSQL, or the embedded one in the data folder. */
import path from 'node:path';
import type { Kysely } from 'kysely';
import type { Settings } from '../settings/read-settings.ts';
import { DeletedRows, VACUUM_CONNECTION } from './deleted-rows.ts';
import { DeletedText } from './deleted-text.ts';
import { CONNECTIONS_FOR_SIGNS, openPostgres } from './open-postgres.ts';
import { openSqlite } from './open-sqlite.ts';
import type { Schema } from './schema.ts';

export interface OpenedDatabase {
  database: Kysely<Schema>;
  /** For people, without user and password: a file, or `host:port/name`. */
  place: string;
  /** Clears deleted text from the disk. */
  deleted: DeletedText | DeletedRows;
  /** Opens the same database once more, over connections that questions do not use up. */
  openSigns?: () => Kysely<Schema>;
}

export function openDatabase(
  { databaseUrl, dataDir }: Pick<Settings, 'databaseUrl' | 'dataDir'>,
  options: { onLost?: (error: Error) => void } = {},
): OpenedDatabase {
  if (databaseUrl.value !== undefined) {
    const { value: url } = databaseUrl;
    const database = openPostgres(url, options);
    return {
      database,
      deleted: new DeletedRows({ database, open: () => openPostgres(url, { ...options, ...VACUUM_CONNECTION }) }),
      openSigns: () => openPostgres(url, { ...options, maxConnections: CONNECTIONS_FOR_SIGNS }),
      place: placeOfUrl(url),
    };
  }
  const file = sqliteFile(dataDir.value);
  const database = openSqlite(file);
  return { database, place: file, deleted: new DeletedText(database) };
}

export function sqliteFile(dataDir: string): string {
  return path.join(path.resolve(dataDir), 'guichet.db');
}

export function placeOfUrl(databaseUrl: string): string {
  const { hostname, port, pathname } = new URL(databaseUrl);
  return `${hostname}:${port || '5432'}${pathname}`;
}
