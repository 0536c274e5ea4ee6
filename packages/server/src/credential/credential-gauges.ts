import type { Metrics } from '../observe/metrics.ts';
import type { CredentialDesk } from './credential-desk.ts';

/** What Prometheus may read of the credential. */
export function credentialGauges(metrics: Pick<Metrics, 'gauge'>, desk: Pick<CredentialDesk, 'watch'>): void {
  metrics.gauge('guichet_credential_refused', '1 while Open WebUI refuses the credential.', () =>
    desk.watch.state.kind === 'refused' ? 1 : 0,
  );
  metrics.gauge(
    'guichet_credential_expires_seconds',
    'Seconds until the session token dies; +Inf for a credential that does not.',
    () => desk.watch.secondsLeft ?? Number.POSITIVE_INFINITY,
  );
}
