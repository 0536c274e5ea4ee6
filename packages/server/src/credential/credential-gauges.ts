import type { Metrics } from '../observe/metrics.ts';
import type { CredentialDesk } from './credential-desk.ts';

/** What Prometheus may read of the credential. */
export function credentialGauges(metrics: Pick<Metrics, 'gauge'>, desk: Pick<CredentialDesk, 'watch'>): void {
  metrics.gauge('guichet_credential_refused', '1 while Open WebUI rejects the key or token.', () =>
    desk.watch.state.kind === 'refused' ? 1 : 0,
  );
  metrics.gauge(
    'guichet_credential_expires_seconds',
    'Seconds until the session token expires; +Inf for a key.',
    () => desk.watch.secondsLeft ?? Number.POSITIVE_INFINITY,
  );
}
