/** What one replica refused, the doctor of every replica knows. */
import type { Doorbell } from '../replicas/open-replicas.ts';
import type { RefusedOrigins } from './refused-origins.ts';

export function shareRefusedOrigins(refused: RefusedOrigins, { ring, hear }: Doorbell): void {
  refused.onNote((origin, network) => ring('refused-origin', JSON.stringify([origin, network])));
  hear('refused-origin', (message) => {
    const [origin, network] = JSON.parse(message) as [string, string];
    refused.noteFromElsewhere(origin, network);
  });
  refused.onLookedAt((address) => ring('looked-at', address));
  hear('looked-at', (address) => refused.lookedAtElsewhere(address));
}
