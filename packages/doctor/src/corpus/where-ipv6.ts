import { networkInterfaces } from 'node:os';

/** A container often has no IPv6, not even for itself: then nothing can stand at such an address. */
const HAS_IPV6 = Object.values(networkInterfaces()).some((addresses) =>
  addresses?.some(({ address }) => address === '::1'),
);

/** @returns the case where this machine has IPv6; none elsewhere, and says so */
export function whereIpv6<Case extends { name: string }>(corpusCase: Case): Case[] {
  if (HAS_IPV6) return [corpusCase];
  console.error(`NO IPV6 HERE: NOT TRIED: ${corpusCase.name}`);
  return [];
}
