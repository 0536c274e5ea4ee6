/** `npx guichet admin link`: a sign-in link for the operator on the server. */
import { createAdminSessions } from '../admin/admin-sessions.ts';
import { createSqlAdminRecords } from '../storage/sql-admin-records.ts';
import { en } from '../text/en.ts';
import { fr } from '../text/fr.ts';
import { type Command, UsageError } from './command.ts';
import { openData } from './open-data.ts';

export const admin: Command = {
  usage: ['admin link'],
  async run([action, ...rest]) {
    if (action !== 'link' || rest.length > 0) throw new UsageError('The command "admin" needs the action "link".');
    const { settings, locale, database, close } = await openData();
    try {
      const token = await createAdminSessions(createSqlAdminRecords(database)).createLink();
      const address = settings.publicUrl.value ?? `http://localhost:${settings.port.value}`;
      // Behind the #, so that no server or proxy on the way writes it into a log.
      process.stdout.write(`${address}/console/#link=${token}\n`);
      // Not among what a script reads.
      if (settings.publicUrl.value === undefined) process.stderr.write(`${{ en, fr }[locale].start.linkIsLocal}\n`);
      return 0;
    } finally {
      await close();
    }
  },
};
