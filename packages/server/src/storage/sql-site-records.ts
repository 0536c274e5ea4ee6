/** `SiteRecords` in SQL that SQLite and PostgreSQL both understand. */
import type { Kysely, Selectable } from 'kysely';
import type { Schema } from './schema.ts';
import type { SiteChange, SiteRecord, SiteRecords, SiteSettingTexts } from './site-records.ts';

export function createSqlSiteRecords(database: Kysely<Schema>): SiteRecords {
  async function find(id: string): Promise<SiteRecord | undefined> {
    const row = await database.selectFrom('site').selectAll().where('id', '=', id).executeTakeFirst();
    return row && toRecord(row);
  }

  /** @returns false when somebody else changed it since it was read */
  async function replace(before: SiteRecord, after: SiteRecord): Promise<boolean> {
    const { numUpdatedRows } = await database
      .updateTable('site')
      .set({
        name: after.name ?? null,
        settings: JSON.stringify(after.settings),
        paused_at: after.pausedAt ?? null,
        updated_at: after.updatedAt,
      })
      .where('id', '=', before.id)
      .where('updated_at', '=', before.updatedAt)
      .executeTakeFirst();
    return numUpdatedRows === 1n;
  }

  return {
    find,
    async list() {
      const rows = await database.selectFrom('site').selectAll().orderBy('id').execute();
      return rows.map(toRecord);
    },
    async add({ id, name = null, settings, createdAt }) {
      const { numInsertedOrUpdatedRows } = await database
        .insertInto('site')
        .values({
          id,
          name,
          settings: JSON.stringify(settings),
          paused_at: null,
          created_at: createdAt,
          updated_at: createdAt,
        })
        .onConflict((conflict) => conflict.column('id').doNothing())
        .executeTakeFirst();
      return numInsertedOrUpdatedRows === 1n;
    },
    async change(id, change, now) {
      for (;;) {
        const before = await find(id);
        if (!before) return undefined;
        const after = changed(before, change, now);
        if (await replace(before, after)) return { before, after };
      }
    },
    async remove(id) {
      const { numDeletedRows } = await database.deleteFrom('site').where('id', '=', id).executeTakeFirst();
      return numDeletedRows === 1n;
    },
    async stamp() {
      const rows = await database.selectFrom('site').select(['id', 'updated_at']).orderBy('id').execute();
      return rows.map(({ id, updated_at }) => `${id}@${updated_at}`).join(' ');
    },
  };
}

function changed(before: SiteRecord, change: SiteChange, now: number): SiteRecord {
  const { name = before.name, pausedAt = before.pausedAt } = change;
  const settings: Record<string, string> = { ...before.settings };
  for (const [key, text] of Object.entries(change.settings ?? {})) {
    if (text === null) delete settings[key];
    else settings[key] = text;
  }
  return {
    id: before.id,
    ...(name != null && { name }),
    settings,
    ...(pausedAt != null && { pausedAt }),
    createdAt: before.createdAt,
    // A clock that stands still or is set back must not hide a change.
    updatedAt: Math.max(now, before.updatedAt + 1),
  };
}

function toRecord(row: Selectable<Schema['site']>): SiteRecord {
  return {
    id: row.id,
    ...(row.name !== null && { name: row.name }),
    settings: readTexts(row.settings),
    ...(row.paused_at !== null && { pausedAt: Number(row.paused_at) }),
    createdAt: Number(row.created_at),
    updatedAt: Number(row.updated_at),
  };
}

/** What another version or a hand wrote may be anything; what is no text counts as not there. */
function readTexts(json: string): SiteSettingTexts {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return {};
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return {};
  return Object.fromEntries(
    Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}
