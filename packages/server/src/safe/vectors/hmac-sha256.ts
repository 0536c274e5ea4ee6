/** HMAC-SHA256 in the two ways the server uses it, for the tests: `node:crypto` for pseudonyms, Web Crypto for tokens. */
import { createHmac, timingSafeEqual } from 'node:crypto';

export async function isHmacSha256(key: Uint8Array, message: Uint8Array, tag: Uint8Array) {
  const computed = createHmac('sha256', key).update(message).digest();
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  const imported = await crypto.subtle.importKey('raw', Uint8Array.from(key), algorithm, false, ['verify']);
  return {
    nodeCrypto: tag.length === computed.length && timingSafeEqual(computed, tag),
    webCrypto: await crypto.subtle.verify('HMAC', imported, Uint8Array.from(tag), Uint8Array.from(message)),
  };
}
