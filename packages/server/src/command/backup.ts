/** `npx guichet backup FILE`: a consistent copy of the database, while the server runs. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { backup as copyDatabase, DatabaseSync } from 'node:sqlite';
import { en } from '../text/en.ts';
import { fr } from '../text/fr.ts';
import { type Command, UsageError } from './command.ts';
import { openData } from './open-data.ts';

export const backup: Command = {
  usage: ['backup FILE'],
  async run([file, ...rest]) {
    if (file === undefined || rest.length > 0) throw new UsageError('The command "backup" takes one file name.');
    if (existsSync(file)) throw new UsageError(`${file} is there already; a backup never overwrites a file.`);
    const { settings, locale, close } = await openData();
    await close();
    const source = new DatabaseSync(path.join(path.resolve(settings.dataDir.value), 'guichet.db'), { readOnly: true });
    try {
      await copyDatabase(source, file);
    } finally {
      source.close();
    }
    process.stdout.write(`${{ en, fr }[locale].backup.made(path.resolve(file))}\n`);
    return 0;
  },
};
