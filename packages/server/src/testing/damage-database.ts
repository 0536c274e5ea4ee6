/** A database that goes bad under a running server, for real. */
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** From now on every statement that is not prepared yet finds the schema damaged. */
export function damageDatabase(dataDir: string): void {
  const beside = new DatabaseSync(path.join(dataDir, 'guichet.db'), { defensive: false });
  beside.exec(
    `PRAGMA writable_schema = ON;
     UPDATE sqlite_schema SET sql = 'CREATE nothing' WHERE name = 'note';
     PRAGMA schema_version = 100000;`,
  );
  beside.close();
}

/** What the server writes to see whether it can. */
export function takeTableAway(dataDir: string, table: string): void {
  const beside = new DatabaseSync(path.join(dataDir, 'guichet.db'));
  beside.exec(`DROP TABLE ${table}`);
  beside.close();
}
