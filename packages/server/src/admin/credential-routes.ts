/** `/admin/api/credential`: what is in use, what a pasted text is, and the change to another one. Write-only. */

import { type InspectionView, PastedSchema } from '@guichet/contract/admin-api';
import type { CauseTexts } from '@guichet/contract/cause-text/cause-texts';
import type { Locale } from '@guichet/contract/locale';
import { isUsable, recognise } from '@guichet/keys';
import { explain } from '@guichet/keys/text';
import type { OpenAPIHono } from '@hono/zod-openapi';
import { deleteConsoleCredential, writeConsoleCredential } from '../credential/console-credential.ts';
import type { CredentialDesk } from '../credential/credential-desk.ts';
import { judgeCredential } from '../credential/judge-credential.ts';
import { ProblemError } from '../http/problem-response.ts';
import { readJsonBody } from '../http/read-json-body.ts';
import type { AppEnvironment } from '../http/request-context.ts';
import type { SecretStore } from '../safe/secret-store.ts';
import type { AuditLog } from './audit-log.ts';
import { credentialView } from './credential-view.ts';

export interface CredentialRouteParts {
  desk: CredentialDesk;
  secrets: SecretStore;
  audit: AuditLog;
  causes: Readonly<Record<Locale, CauseTexts>>;
  salt: string;
  now: () => number;
}

const NO_STORE = { 'Cache-Control': 'no-store' };

export function credentialRoutes(app: OpenAPIHono<AppEnvironment>, parts: CredentialRouteParts): void {
  const { desk, secrets, audit, causes, salt, now } = parts;
  const view = (locale: Locale) => credentialView(desk, causes[locale], locale);

  app.get('/admin/api/credential', (context) => context.json(view(context.get('locale')), 200, NO_STORE));

  app.post('/admin/api/credential/inspect', async (context) => {
    const { text } = await readJsonBody(context, PastedSchema);
    const recognition = recognise(text, { now: new Date(now()), salt });
    const inspection: InspectionView = {
      kind: recognition.kind,
      usable: isUsable(recognition),
      exchangeable: recognition.kind === 'open-webui-session-token' && isUsable(recognition),
      ...explain(recognition, context.get('locale')),
    };
    return context.json(inspection, 200, NO_STORE);
  });

  app.post('/admin/api/credential/probe', async (context) => {
    await desk.watch.probeNow();
    return context.json(view(context.get('locale')), 200, NO_STORE);
  });

  app.put('/admin/api/credential', async (context) => {
    const { text } = await readJsonBody(context, PastedSchema);
    const baseUrl = desk.baseUrl;
    if (baseUrl === undefined) throw new ProblemError('address-missing');
    const judged = judgeCredential(text, salt, new Date(now()));
    if (judged.kind === 'unusable') {
      throw new ProblemError('credential-unusable', { upstreamCause: judged.recognition.cause ?? 'key-malformed' });
    }
    const result = await desk.replace({ baseUrl, credential: judged.value }, () =>
      writeConsoleCredential(secrets, { baseUrl, credential: judged.value }, 'console'),
    );
    const { fingerprint, kind } = judged.recognition;
    if (result.kind === 'refused') {
      await audit.add('console', 'credential-refused', { fingerprint, kind, cause: result.failure.cause });
      throw new ProblemError('credential-refused', { upstreamCause: result.failure.cause });
    }
    await audit.add('console', 'credential-replaced', { fingerprint, kind });
    return context.json(view(context.get('locale')), 200, NO_STORE);
  });

  /** Takes the console's credential away; what the settings hold counts again, if Open WebUI takes it. */
  app.delete('/admin/api/credential', async (context) => {
    const removed = await deleteConsoleCredential(secrets);
    if (!removed) throw new ProblemError('not-found');
    await audit.add('console', 'credential-removed');
    await desk.refresh();
    return context.json(view(context.get('locale')), 200, NO_STORE);
  });
}
