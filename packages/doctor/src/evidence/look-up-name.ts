import { isIP } from 'node:net';
import { OutOfTime } from './doctor-tools.ts';
import type { Gatherer } from './gather-context.ts';
import { seenFailure } from './seen-failure.ts';

export const lookUpName: Gatherer<'name'> = async ({ evidence, tools, limit }) => {
  const address = await evidence('address');
  if (address?.kind !== 'address') return undefined;
  const { host } = address.proxy ?? address;
  if (isIP(host) !== 0) return { kind: 'address-literal' };
  const started = tools.now();
  try {
    const addresses = await within(tools.lookUp(host), limit('nameMs'));
    return { kind: 'found', addresses, ms: tools.now() - started };
  } catch (error) {
    const failure = seenFailure(error);
    // Whatever a look-up says, it is about the name.
    return { kind: 'failed', failure: { ...failure, cause: 'dns-failed', confidence: dnsConfidence(failure) } };
  }
};

function dnsConfidence({ cause, confidence }: ReturnType<typeof seenFailure>) {
  return cause === 'dns-failed' ? confidence : 'probable';
}

/** The system's resolver cannot be told to stop; its late answer is dropped. */
async function within<Value>(work: Promise<Value>, limitMs: number): Promise<Value> {
  const { promise, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new OutOfTime()), limitMs);
  try {
    return await Promise.race([work, promise]);
  } finally {
    clearTimeout(timer);
  }
}
