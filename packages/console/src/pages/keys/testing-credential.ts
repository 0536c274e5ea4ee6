/** For tests: a credential as the server describes it. */
import type { CredentialDescriptionView, CredentialView } from '@guichet/contract/admin-api';

export const API_KEY: CredentialDescriptionView = {
  origin: 'environment',
  baseUrl: 'http://localhost:3000',
  kind: 'open-webui-api-key',
  length: 35,
  lastTwo: '3f',
  fingerprint: '3fa9:b21c:77de',
};

export const SESSION_TOKEN: CredentialDescriptionView = {
  ...API_KEY,
  kind: 'open-webui-session-token',
  length: 240,
  fingerprint: 'aaaa:bbbb:cccc',
  expiresAt: '2026-12-13T08:00:00.000Z',
};

export function credentialView(view: Partial<CredentialView> = {}): CredentialView {
  return {
    held: API_KEY,
    state: { kind: 'accepted', since: '2026-11-23T08:00:00.000Z' },
    overrides: [],
    openWebUiUrl: API_KEY.baseUrl,
    practice: false,
    ...view,
  };
}
