/** `npx guichet admin link`: a way in for whoever is on the server. */
import { createAdminSessions } from '../admin/admin-sessions.ts';
import { createSqlAdminRecords } from '../storage/sql-admin-records.ts';
import { type Command, UsageError } from './command.ts';
import { openData } from './open-data.ts';

export const admin: Command = {
  usage: ['admin link'],
  async run([action, ...rest]) {
    if (action !== 'link' || rest.length > 0) throw new UsageError('The command "admin" knows one action: link.');
    const { settings, database, close } = await openData();
    try {
      const token = await createAdminSessions(createSqlAdminRecords(database)).createLink();
      const address = settings.publicUrl.value ?? `http://localhost:${settings.port.value}`;
      // Behind the #, so that no server or proxy on the way writes it into a log.
      process.stdout.write(`${address}/console/#link=${token}\n`);
      return 0;
    } finally {
      await close();
    }
  },
};
