/** A key nobody else will make. `crypto.randomUUID` exists on secure pages only; this works on any. */
export function randomKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
