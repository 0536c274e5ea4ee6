import { createHmac } from 'node:crypto';

const STEP_SECONDS = 30;
const DIGITS = 6;
const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/**
 * What an authenticator shows (RFC 6238: SHA-1, 30 seconds, six digits). Only for an account of Guichet's own.
 * @param manualKey the secret as Open WebUI writes it for typing, base32
 */
export function oneTimeCode(manualKey: string, nowMs = Date.now()): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(nowMs / 1000 / STEP_SECONDS)));
  const digest = createHmac('sha1', readBase32(manualKey)).update(counter).digest();
  const offset = (digest.at(-1) ?? 0) & 0x0f;
  const number = digest.readUInt32BE(offset) & 0x7fffffff;
  return String(number % 10 ** DIGITS).padStart(DIGITS, '0');
}

/** Milliseconds until the next code: each is taken once. */
export function untilNextCodeMs(nowMs = Date.now()): number {
  return STEP_SECONDS * 1000 - (nowMs % (STEP_SECONDS * 1000));
}

function readBase32(written: string): Buffer {
  const bits = [...written.toUpperCase().replace(/[^A-Z2-7]/g, '')]
    .map((letter) => BASE32.indexOf(letter).toString(2).padStart(5, '0'))
    .join('');
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
}
