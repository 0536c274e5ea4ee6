import { createHmac } from 'node:crypto';

const STEP_SECONDS = 30;
const DIGITS = 1_000_000;
const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** The six digits an authenticator shows at this moment (RFC 6238, SHA-1, 30 seconds). */
export function oneTimeCode(secret: Buffer, nowMs: number): string {
  return codeAt(secret, counterAt(nowMs));
}

/** The counter a code belongs to, one step early or late allowed; undefined when it fits none. */
export function counterOfCode(secret: Buffer, code: string, nowMs: number): number | undefined {
  const current = counterAt(nowMs);
  return [current, current - 1, current + 1].find((counter) => codeAt(secret, counter) === code);
}

/** How a secret is written for typing into an authenticator. */
export function base32(secret: Buffer): string {
  let bits = '';
  for (const byte of secret) bits += byte.toString(2).padStart(8, '0');
  let written = '';
  for (let at = 0; at < bits.length; at += 5)
    written += BASE32[Number.parseInt(bits.slice(at, at + 5).padEnd(5, '0'), 2)];
  return written;
}

export function readBase32(written: string): Buffer {
  let bits = '';
  for (const letter of written.toUpperCase()) {
    const value = BASE32.indexOf(letter);
    if (value !== -1) bits += value.toString(2).padStart(5, '0');
  }
  const bytes = bits.match(/.{8}/g) ?? [];
  return Buffer.from(bytes.map((byte) => Number.parseInt(byte, 2)));
}

function counterAt(nowMs: number): number {
  return Math.floor(nowMs / 1000 / STEP_SECONDS);
}

function codeAt(secret: Buffer, counter: number): string {
  const message = Buffer.alloc(8);
  message.writeBigUInt64BE(BigInt(counter));
  const digest = createHmac('sha1', secret).update(message).digest();
  const offset = (digest.at(-1) ?? 0) & 15;
  return String((digest.readUInt32BE(offset) & 0x7fffffff) % DIGITS).padStart(6, '0');
}
