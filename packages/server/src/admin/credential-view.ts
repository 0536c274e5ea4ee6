import type { CredentialStateView, CredentialView } from '@guichet/contract/admin-api';
import type { CauseTexts } from '@guichet/contract/cause-text/cause-texts';
import type { Locale } from '@guichet/contract/locale';
import { explain } from '@guichet/keys/text';
import type { CredentialDesk } from '../credential/credential-desk.ts';
import type { CredentialState } from '../credential/credential-watch.ts';
import { describeCredential } from '../credential/held-credential.ts';

/** The credential as the console shows it: everything but the value. */
export function credentialView(desk: CredentialDesk, causes: CauseTexts, locale: Locale): CredentialView {
  const { held } = desk.keeper;
  const { secondsLeft } = desk.watch;
  const { lack, baseUrl } = desk;
  const lackText = lack?.kind === 'key-unusable' ? explain(lack.recognition, locale) : undefined;
  return {
    ...(held && { held: describeCredential(held) }),
    ...(lack && { lack: { kind: lack.kind, ...(lackText && { what: lackText.what, next: lackText.next }) } }),
    state: stateView(desk.watch.state, causes),
    ...(secondsLeft !== undefined && { secondsLeft }),
    overrides: desk.overrides.map(({ origin, fingerprint, same }) => ({ origin: origin.kind, fingerprint, same })),
    ...(baseUrl !== undefined && { openWebUiUrl: baseUrl }),
    practice: desk.practiceVersion !== undefined,
  };
}

function stateView(state: CredentialState, causes: CauseTexts): CredentialStateView {
  switch (state.kind) {
    case 'none':
    case 'unproven':
      return { kind: state.kind };
    case 'accepted':
      return { kind: 'accepted', since: new Date(state.since).toISOString() };
    case 'refused':
      return {
        kind: 'refused',
        cause: state.cause,
        causeText: causes[state.cause],
        since: new Date(state.since).toISOString(),
        nextProbeAt: new Date(state.nextProbeAt).toISOString(),
      };
    default:
      return state satisfies never;
  }
}
