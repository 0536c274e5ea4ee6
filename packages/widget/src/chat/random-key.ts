/** A key nobody else will make. `crypto.randomUUID` exists on secure pages only; this works on any. */
export function randomKey(): string {
  return crypto.getRandomValues(new Uint32Array(4)).join('-');
}
