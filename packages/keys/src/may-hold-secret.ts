/**
 * Sixteen characters without a space, which the shortest secret that `findSecrets` looks for has, or an address with
 * something before an `@` in it.
 */
const MAY_BE_SECRET = /\S{16}|:\/\/[^\s@]{4,12}@/;

/**
 * Whether it is worth asking `findSecrets` at all: no where this says no. A hundredth of its size, for pages that want to
 * load the search only when there may be something to find.
 */
export function mayHoldSecret(text: string): boolean {
  return MAY_BE_SECRET.test(text);
}
