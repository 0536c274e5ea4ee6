import { hkdfSync } from 'node:crypto';

export interface HkdfInput {
  keyMaterial: Uint8Array;
  salt: string | Uint8Array;
  info: string | Uint8Array;
  lengthBytes: number;
}

/** HKDF-SHA256 (RFC 5869). @throws when more than 255 × 32 bytes are asked for */
export function hkdfSha256({ keyMaterial, salt, info, lengthBytes }: HkdfInput): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', keyMaterial, salt, info, lengthBytes));
}
