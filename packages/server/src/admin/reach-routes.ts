/** `/admin/api/openwebui/reach` and `/allow-list`: what the credential could do in wrong hands, and what closes it. */
import { type AllowListView, type ReachView, TicketWishSchema } from '@guichet/contract/admin-api';
import type { CauseTexts } from '@guichet/contract/cause-text/cause-texts';
import type { Locale } from '@guichet/contract/locale';
import {
  type AllowListProposal,
  type AllowListRecord,
  applyAllowList,
  proposeAllowList,
  undoAllowList,
} from '@guichet/openwebui/allow-list';
import { Secret } from '@guichet/openwebui/key-exchange';
import { probeReach } from '@guichet/openwebui/reach';
import type { OpenAPIHono } from '@hono/zod-openapi';
import type { CredentialDesk } from '../credential/credential-desk.ts';
import { ProblemError } from '../http/problem-response.ts';
import { readJsonBody } from '../http/read-json-body.ts';
import type { AppEnvironment } from '../http/request-context.ts';
import { en } from '../set-up/en.ts';
import { fr } from '../set-up/fr.ts';
import { keyNeedsOf } from '../sites/key-needs-of.ts';
import type { Sites } from '../sites/sites.ts';
import type { AdminRecords } from '../storage/admin-records.ts';
import type { AuditLog } from './audit-log.ts';
import { sessionTicket, withDesk } from './exchange-routes.ts';
import type { SignInTickets } from './sign-in-tickets.ts';

export interface ReachRouteParts {
  desk: CredentialDesk;
  tickets: SignInTickets;
  records: AdminRecords;
  audit: AuditLog;
  causes: Readonly<Record<Locale, CauseTexts>>;
  sites: Pick<Sites, 'list' | 'any'>;
  now: () => number;
}

const TEXTS = { en, fr };
/** By address, so that the record of one Open WebUI is never taken for another's. */
const noteOf = (baseUrl: string) => `openwebui/allow-list ${baseUrl}`;
const NO_STORE = { 'Cache-Control': 'no-store' };

export function reachRoutes(app: OpenAPIHono<AppEnvironment>, parts: ReachRouteParts): void {
  const { desk, tickets, records, audit, sites, now } = parts;
  /** What sites are set to need of the key, besides models and answers. */
  const needs = () => keyNeedsOf(sites.list().flatMap(({ id }) => sites.any(id) ?? []));

  app.get('/admin/api/openwebui/reach', async (context) => {
    const held = desk.keeper.held;
    if (!held || held.origin === 'practice') throw new ProblemError('address-missing');
    const locale = context.get('locale');
    const texts = TEXTS[locale].reach;
    const { baseUrl, credential } = held.target;
    const reach = await withDesk(baseUrl, (openWebUi) => probeReach(openWebUi, new Secret(credential), { locale }));
    if (reach.kind === 'refused') throw new ProblemError('credential-refused', { upstreamCause: reach.failure.cause });
    const { line, path, binds } = reach.remedy;
    const note = path && !path.checked ? [texts.placeProbable({ version: path.seenIn })] : [];
    const view: ReachView = {
      credential: reach.credential,
      restricted: reach.restricted,
      findings: reach.findings.map(({ id, reach: state, needed, proof }) => ({
        id,
        reach: state,
        needed,
        text: texts.finding[id],
        proof: `GET ${proof.path}${proof.status === undefined ? '' : ` → ${proof.status}`}`,
      })),
      remedy: {
        line,
        path: path ? [...path.steps] : [],
        binds,
        text: binds ? [texts.remedy, ...note].join(' ') : texts.notBound,
      },
    };
    return context.json(view, 200, NO_STORE);
  });

  app.post('/admin/api/openwebui/allow-list', async (context) => {
    const { ticket } = await readJsonBody(context, TicketWishSchema);
    const { session, baseUrl } = await sessionTicket(tickets, ticket, desk);
    const proposal = await withDesk(baseUrl, (openWebUi) => proposeAllowList(openWebUi, session, needs()));
    if (proposal.kind === 'refused')
      throw new ProblemError('credential-refused', { upstreamCause: proposal.failure.cause });
    return context.json(await allowListView(proposal, context.get('locale')), 200, NO_STORE);
  });

  app.post('/admin/api/openwebui/allow-list/apply', async (context) => {
    const { ticket } = await readJsonBody(context, TicketWishSchema);
    const { session, baseUrl } = await sessionTicket(tickets, ticket, desk);
    const applied = await withDesk(baseUrl, async (openWebUi) => {
      const proposal = await proposeAllowList(openWebUi, session, needs());
      return proposal.kind === 'refused' ? proposal : applyAllowList(openWebUi, session, proposal);
    });
    if (applied.kind === 'refused')
      throw new ProblemError('credential-refused', { upstreamCause: applied.failure.cause });
    // What stood there before the first change is what an undo has to bring back.
    const former = await readRecord(baseUrl);
    const record = { ...applied.record, before: former?.before ?? applied.record.before };
    await records.writeNote(noteOf(baseUrl), JSON.stringify(record), now());
    await audit.add('console', 'allow-list-applied', { line: applied.record.after.line });
    return context.json({ text: TEXTS[context.get('locale')].allowList.done }, 200, NO_STORE);
  });

  app.post('/admin/api/openwebui/allow-list/undo', async (context) => {
    const { ticket } = await readJsonBody(context, TicketWishSchema);
    const { session, baseUrl } = await sessionTicket(tickets, ticket, desk);
    const record = await readRecord(baseUrl);
    if (!record) throw new ProblemError('not-found');
    const texts = TEXTS[context.get('locale')];
    const outcome = await withDesk(baseUrl, (openWebUi) => undoAllowList(openWebUi, session, record));
    if (outcome.outcome === 'undone' || outcome.outcome === 'already') await records.deleteNote(noteOf(baseUrl));
    await audit.add('console', 'allow-list-undone', { outcome: outcome.outcome });
    const text =
      outcome.outcome === 'failed'
        ? texts.why[outcome.why]
        : outcome.outcome === 'kept'
          ? texts.kept[outcome.why]
          : texts.allowList.undone;
    return context.json({ ok: outcome.outcome !== 'failed', text }, 200, NO_STORE);
  });

  async function readRecord(baseUrl: string): Promise<AllowListRecord | undefined> {
    const note = await records.readNote(noteOf(baseUrl));
    return note === undefined ? undefined : (JSON.parse(note) as AllowListRecord);
  }

  async function allowListView(proposal: AllowListProposal, locale: Locale): Promise<AllowListView> {
    const { state, wanted, kept } = proposal;
    const text = TEXTS[locale].allowList.propose(wanted.line);
    return {
      state,
      now: proposal.now,
      wanted,
      kept,
      text,
      canUndo: desk.baseUrl !== undefined && (await readRecord(desk.baseUrl)) !== undefined,
    };
  }
}
