/**
 * A key nobody else will make. `crypto.randomUUID` exists on secure pages only; this works on any, and without the browser's
 * randomness as well: the key only has to differ from this visitor's other ones.
 */
export function randomKey(): string {
  try {
    return crypto.getRandomValues(new Uint32Array(4)).join('-');
  } catch {
    return `${Date.now()}-${Math.random()}-${Math.random()}`;
  }
}
