/** `/admin/api/openwebui/renewal`: signing in again by itself, where API keys stay off. Off unless chosen here. */
import { type RenewalView, RenewalWishSchema } from '@guichet/contract/admin-api';
import type { Locale } from '@guichet/contract/locale';
import type { OpenAPIHono } from '@hono/zod-openapi';
import type { CredentialDesk } from '../credential/credential-desk.ts';
import type { SessionRenewal } from '../credential/session-renewal.ts';
import { ProblemError } from '../http/problem-response.ts';
import { readJsonBody } from '../http/read-json-body.ts';
import type { AppEnvironment } from '../http/request-context.ts';
import type { AuditLog } from './audit-log.ts';
import { refusalText, type SignInTexts } from './refusal-text.ts';

export interface RenewalRouteParts {
  desk: CredentialDesk;
  renewal: SessionRenewal;
  audit: AuditLog;
  texts: Readonly<Record<Locale, SignInTexts>>;
}

const NO_STORE = { 'Cache-Control': 'no-store' };

export function renewalRoutes(
  app: OpenAPIHono<AppEnvironment>,
  { desk, renewal, audit, texts }: RenewalRouteParts,
): void {
  const view = async (): Promise<RenewalView> => {
    const email = await renewal.email();
    return email === undefined ? { on: false } : { on: true, email };
  };

  app.get('/admin/api/openwebui/renewal', async (context) => context.json(await view(), 200, NO_STORE));

  app.put('/admin/api/openwebui/renewal', async (context) => {
    const { email, password } = await readJsonBody(context, RenewalWishSchema);
    if (desk.baseUrl === undefined) throw new ProblemError('address-missing');
    const outcome = await renewal.choose(desk.baseUrl, email, password);
    await audit.add('console', 'renewal-chosen', { email, outcome: outcome.kind });
    if (outcome.kind === 'renewed') return context.json(await view(), 200, NO_STORE);
    const { cause, text } = refusalText(outcome, texts[context.get('locale')]);
    return context.json({ kind: 'refused', cause, text }, 422, NO_STORE);
  });

  app.delete('/admin/api/openwebui/renewal', async (context) => {
    if (!(await renewal.forget())) throw new ProblemError('not-found');
    await audit.add('console', 'renewal-ended');
    return context.body(null, 204);
  });
}
