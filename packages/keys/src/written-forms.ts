/**
 * The ways one secret gets written into a log: as it is, in JSON, in an address, in hexadecimal, and in Base64 at any
 * of the three positions it can have inside a longer Base64 text (`user:secret` in a Basic header, for one).
 */
export function writtenForms(secret: string): string[] {
  const bytes = new TextEncoder().encode(secret);
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  const json = JSON.stringify(secret).slice(1, -1);
  const address = encodeURIComponent(secret);
  const forms = [
    secret,
    json,
    JSON.stringify(json).slice(1, -1),
    address,
    address.replace(PERCENT_CODE, (code) => code.toLowerCase()),
    encodeURI(secret),
    hex,
    hex.toUpperCase(),
    ...[0, 1, 2].flatMap((shift) => base64Forms(bytes, shift)),
  ];
  return [...new Set(forms)].sort((a, b) => b.length - a.length);
}

const PERCENT_CODE = /%[0-9A-F]{2}/g;

/** The characters of the Base64 text that depend on this secret alone, whatever stands before and after it. */
function base64Forms(bytes: Uint8Array, shift: number): string[] {
  const shifted = new Uint8Array(shift + bytes.length);
  shifted.set(bytes, shift);
  const encoded = btoa(Array.from(shifted, (byte) => String.fromCharCode(byte)).join(''));
  const first = Math.ceil((shift * 8) / 6);
  const last = Math.floor((shifted.length * 8) / 6);
  const own = encoded.slice(first, last);
  return [own, own.replaceAll('+', '-').replaceAll('/', '_')];
}
