import type { CredentialDescriptionView } from '@guichet/contract/admin-api';
import type { Texts } from '../../text/texts.ts';
import { kindInside } from './kind-name.ts';

/** One credential in a line: kind, last two characters, fingerprint, origin. */
export function describedKey({ kind, lastTwo, fingerprint, origin }: CredentialDescriptionView, texts: Texts): string {
  return texts.replace.described({
    kind: kindInside(kind, texts),
    lastTwo,
    fingerprint,
    origin: texts.originInside[origin],
  });
}
