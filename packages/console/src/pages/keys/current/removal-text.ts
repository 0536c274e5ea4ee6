import type { CredentialView } from '@guichet/contract/admin-api';
import type { Texts } from '../../../text/texts.ts';

/** What is in use after the console's key was removed: the server keeps a working key rather than none. */
export function removalText({ held }: CredentialView, texts: Texts): string {
  if (!held) return texts.remove.doneNone;
  if (held.origin === 'console') return texts.remove.doneStays;
  return texts.remove.done({ origin: texts.originInside[held.origin] });
}
