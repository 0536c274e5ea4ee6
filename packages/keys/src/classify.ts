import { coolifyChecksumHolds } from './coolify-checksum.ts';
import { readToken, type TokenParts } from './json-web-token.ts';
import type { Confidence } from './key-kind.ts';
import type { KindId } from './kinds.ts';
import { kindsStartingWith, type TableKind } from './kinds-by-first-character.ts';
import { isOpenWebUiSession } from './session-token.ts';
import { endOfSignature } from './token-signature.ts';
import { isUuidV4Digits } from './uuid-v4.ts';

export interface Classification {
  readonly kind: KindId;
  readonly confidence: Confidence;
  readonly alsoPossible: readonly KindId[];
  /** Of a JSON Web Token: what it says. Never leaves this package. */
  readonly token?: TokenParts;
}

/** Longer than the longest shape; anything beyond is no credential and need not be tried. */
const MAX_CREDENTIAL_LENGTH = 12_100;

/**
 * The first kind of the table whose shape and proof hold for a value that has already been cleaned.
 * @param hints whether shapes that ordinary things have too may answer
 */
export function classify(value: string, hints: 'with-hints' | 'without-hints'): Classification | undefined {
  if (value.length > MAX_CREDENTIAL_LENGTH) return undefined;
  const token = value.startsWith('eyJ') ? readToken(value) : undefined;
  const tokenKind = token && kindOfToken(token);
  for (const kind of kindsStartingWith(value[0] ?? '')) {
    if (kind.hintOnly && hints === 'without-hints') continue;
    if (!kind.shape.test(value) || !proofHolds(kind, value, tokenKind)) continue;
    const alsoPossible = (kind.alsoPossible ?? []) as readonly KindId[];
    const classification = { kind: kind.id, confidence: kind.confidence, alsoPossible };
    return token ? { ...classification, ...howSureOfToken(kind.id, token, value), token } : classification;
  }
  return undefined;
}

function proofHolds(kind: TableKind, value: string, tokenKind: KindId | undefined): boolean {
  switch (kind.proof) {
    case 'json-web-token':
      return kind.id === tokenKind;
    case 'uuid-v4':
      return isUuidV4Digits(value.slice('sk-'.length));
    case 'not-uuid-v4':
      return !isUuidV4Digits(value.slice('sk-'.length));
    case 'coolify-checksum':
      return coolifyChecksumHolds(value) !== false;
    default:
      return true;
  }
}

function kindOfToken(token: TokenParts): KindId {
  const { iss, role } = token.claims;
  if (iss === 'n8n') return 'n8n';
  if (typeof iss === 'string' && iss.startsWith('supabase') && role === 'anon') return 'supabase-anon';
  if (typeof iss === 'string' && iss.startsWith('supabase') && role === 'service_role') return 'supabase-service-role';
  return isOpenWebUiSession(token) ? 'open-webui-session-token' : 'jwt';
}

/**
 * Only 0.12's own claims are Open WebUI's beyond doubt; `id` and `jti` alone could be another program's. A token that is
 * cut, or has something stuck to it, is possibly one.
 */
function howSureOfToken(
  kind: KindId,
  { claims }: TokenParts,
  value: string,
): Pick<Classification, 'confidence' | 'alsoPossible'> {
  if (kind === 'open-webui-session-token' && endOfSignature(value) !== value.length) {
    return { confidence: 'possible', alsoPossible: ['jwt'] };
  }
  if (kind !== 'open-webui-session-token' || 'session_stamp' in claims) {
    return { confidence: 'certain', alsoPossible: [] };
  }
  return { confidence: 'jti' in claims ? 'probable' : 'possible', alsoPossible: ['jwt'] };
}
