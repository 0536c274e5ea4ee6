/** The start cannot go on; the message is one sentence for the operator. */
export class StartRefused extends Error {
  override name = 'StartRefused';
}
