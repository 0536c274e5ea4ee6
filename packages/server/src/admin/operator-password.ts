/** The operator's password: kept as a hash that explains itself, checked a few at a time. */
import type { AdminRecords } from '../storage/admin-records.ts';
import { FewAtOnce } from './few-at-once.ts';
import { checkPassword, hashPassword, normalisePassword } from './password-hash.ts';
import { MAX_PASSWORD_CHARS } from './password-rules.ts';

/** Each takes 46 MiB while it runs; two keep the whole below what a small container has to spare. */
const CHECKS_AT_ONCE = 2;

/** Waiting costs hardly any memory; anyone behind these would wait for more than two seconds. */
const CHECKS_WAITING = 20;

const NOTE = 'operator/password';

export interface OperatorPassword {
  isSet(): Promise<boolean>;
  /** @throws LineFull when too many are being checked */
  matches(password: string): Promise<boolean>;
  /** @throws LineFull */
  set(password: string): Promise<void>;
}

export function createOperatorPassword(
  records: Pick<AdminRecords, 'readNote' | 'writeNote'>,
  now: () => number = Date.now,
): OperatorPassword {
  const line = new FewAtOnce({ atOnce: CHECKS_AT_ONCE, waiting: CHECKS_WAITING });

  return {
    isSet: async () => (await records.readNote(NOTE)) !== undefined,
    matches(password) {
      // Whatever is longer was never taken, and is not worth the work.
      if ([...normalisePassword(password)].length > MAX_PASSWORD_CHARS) return Promise.resolve(false);
      return line.run(async () => {
        const stored = await records.readNote(NOTE);
        const check = await checkPassword(password, stored);
        if (!check.ok) return false;
        if (check.outdated) {
          const fresh = await hashPassword(password);
          // A password that was changed meanwhile stays.
          if ((await records.readNote(NOTE)) === stored) await records.writeNote(NOTE, fresh, now());
        }
        return true;
      });
    },
    set: (password) => line.run(async () => records.writeNote(NOTE, await hashPassword(password), now())),
  };
}
