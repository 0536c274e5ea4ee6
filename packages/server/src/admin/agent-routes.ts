/** `/admin/api/openwebui/agent-account` and `/whole-agent`: the sign-in it needs, and what stands in its way. */
import { type AgentAccountView, AgentAccountWishSchema, type WholeAgentView } from '@guichet/contract/admin-api';
import type { Locale } from '@guichet/contract/locale';
import type { OpenAPIHono } from '@hono/zod-openapi';
import type { UpstreamGate } from '../answer/upstream-gate.ts';
import type { WholeAgentGate } from '../answer/whole-agent-gate.ts';
import type { AgentSignInOutcome, ServiceAgentSession } from '../credential/agent-session.ts';
import type { CredentialDesk } from '../credential/credential-desk.ts';
import { ProblemError } from '../http/problem-response.ts';
import { readJsonBody } from '../http/read-json-body.ts';
import type { AppEnvironment } from '../http/request-context.ts';
import { WHOLE_AGENT_TEXTS, wholeAgentSentence } from '../set-up/whole-agent-sentence.ts';
import type { Sites } from '../sites/sites.ts';
import type { AuditLog } from './audit-log.ts';
import { type RefusalText, refusalText, type SignInTexts } from './refusal-text.ts';

export interface AgentRouteParts {
  sites: Pick<Sites, 'default'>;
  desk: CredentialDesk;
  agentSession: ServiceAgentSession;
  wholeAgentGate: WholeAgentGate;
  upstream: Pick<UpstreamGate, 'model'>;
  audit: AuditLog;
  texts: Readonly<Record<Locale, SignInTexts>>;
}

const NO_STORE = { 'Cache-Control': 'no-store' };

export function agentRoutes(app: OpenAPIHono<AppEnvironment>, parts: AgentRouteParts): void {
  const { desk, agentSession, wholeAgentGate, audit } = parts;

  async function view(locale: Locale): Promise<AgentAccountView> {
    const { email, direct, problem, retryAfter } = await agentSession.state();
    const texts = WHOLE_AGENT_TEXTS[locale];
    const wait = retryAfter === undefined ? {} : { retryAfter };
    return {
      on: email !== undefined,
      ...(email !== undefined && { email }),
      direct,
      ...(problem !== undefined && { problem: { id: problem, text: texts.problem[problem], ...wait } }),
    };
  }

  app.get('/admin/api/openwebui/agent-account', async (context) =>
    context.json(await view(context.get('locale')), 200, NO_STORE),
  );

  app.put('/admin/api/openwebui/agent-account', async (context) => {
    const { email, password, authenticatorKey } = await readJsonBody(context, AgentAccountWishSchema);
    const baseUrl = desk.baseUrl;
    if (baseUrl === undefined) throw new ProblemError('address-missing');
    const key = authenticatorKey?.trim() ? { authenticatorKey } : {};
    const outcome = await agentSession.choose({ baseUrl, email: email.trim(), password, ...key }, 'console');
    await audit.add('console', 'agent-account-chosen', { email, outcome: outcome.kind });
    const locale = context.get('locale');
    if (outcome.kind === 'kept') return context.json(await view(locale), 200, NO_STORE);
    return context.json({ kind: 'refused', ...refusalOf(outcome, parts.texts[locale], locale) }, 422, NO_STORE);
  });

  app.delete('/admin/api/openwebui/agent-account', async (context) => {
    if (!(await agentSession.forget())) throw new ProblemError('not-found');
    await audit.add('console', 'agent-account-forgotten');
    return context.body(null, 204);
  });

  app.get('/admin/api/openwebui/whole-agent', async (context) => {
    const model = context.req.query('model') ?? (await parts.upstream.model(parts.sites.default))?.id ?? '';
    const obstacles = await wholeAgentGate.checkNow(model);
    const locale = context.get('locale');
    const answer: WholeAgentView = {
      possible: obstacles.length === 0,
      model,
      obstacles: obstacles.map((obstacle) => ({
        what: obstacle.what,
        ...(obstacle.what === 'tool-open' && { kind: obstacle.kind }),
        text: wholeAgentSentence(obstacle, WHOLE_AGENT_TEXTS[locale], parts.texts[locale].causes),
      })),
    };
    return context.json(answer, 200, NO_STORE);
  });
}

/** A sign-in that was refused, in words. */
export function refusalOf(
  outcome: Exclude<AgentSignInOutcome, { kind: 'kept' }>,
  texts: SignInTexts,
  locale: Locale,
): RefusalText {
  if (outcome.kind === 'administrator' || outcome.kind === 'other-account') {
    const cause = outcome.kind === 'administrator' ? 'key-owner-is-admin' : 'session-token-rejected';
    return { cause, text: WHOLE_AGENT_TEXTS[locale].problem[outcome.kind] };
  }
  // The usual sentence asks for a code; this sign-in repeats itself and needs the secret key.
  if (outcome.kind === 'second-factor') {
    return { cause: 'second-factor-required', text: WHOLE_AGENT_TEXTS[locale].problem['second-factor'] };
  }
  return refusalText(outcome, texts);
}
