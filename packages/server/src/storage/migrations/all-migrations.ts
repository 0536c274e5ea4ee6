import type { Migration } from 'kysely/migration';
import { conversations } from './0001-conversations.ts';
import { secrets } from './0002-secrets.ts';

/** In order; a migration that has been released is never changed. */
export const ALL_MIGRATIONS: Record<string, Migration> = {
  '0001-conversations': conversations,
  '0002-secrets': secrets,
};
