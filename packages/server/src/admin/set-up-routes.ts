/** `/admin/api/openwebui/provision/…`: set up for me, shown before, while and after, and taken back by one button. */
import {
  type SetUpPlanWish,
  SetUpPlanWishSchema,
  type SetUpProgressView,
  SetUpRunWishSchema,
  SetUpUndoWishSchema,
} from '@guichet/contract/admin-api';
import type { CauseTexts } from '@guichet/contract/cause-text/cause-texts';
import type { Locale } from '@guichet/contract/locale';
import { fingerprint } from '@guichet/keys';
import { listSharableModels, type ProvisionWishes } from '@guichet/openwebui/provision';
import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { stream } from 'hono/streaming';
import type { UpstreamGate } from '../answer/upstream-gate.ts';
import {
  deleteConsoleCredential,
  readConsoleCredential,
  writeConsoleCredential,
} from '../credential/console-credential.ts';
import type { CredentialDesk } from '../credential/credential-desk.ts';
import { keptServiceAccount } from '../credential/service-account.ts';
import { ProblemError } from '../http/problem-response.ts';
import { readJsonBody } from '../http/read-json-body.ts';
import type { AppEnvironment } from '../http/request-context.ts';
import type { Logger } from '../observe/logger.ts';
import type { SecretStore } from '../safe/secret-store.ts';
import { chooseModelOfSite } from '../set-up/choose-model.ts';
import { en } from '../set-up/en.ts';
import { fr } from '../set-up/fr.ts';
import { type PlannedSetUp, SetUpForMe } from '../set-up/set-up-for-me.ts';
import { siteModels } from '../set-up/set-up-sites.ts';
import type { SetUpTexts } from '../set-up/set-up-texts.ts';
import type { ConsoleSettings } from '../settings/console-settings.ts';
import { DEFAULT_SITE, type SiteContext } from '../sites/site-context.ts';
import type { Sites } from '../sites/sites.ts';
import type { AdminRecords } from '../storage/admin-records.ts';
import type { AuditLog } from './audit-log.ts';
import { credentialView } from './credential-view.ts';
import { sessionTicket, withDesk } from './exchange-routes.ts';
import { outcomeView, planView, stateView, stepView, undoneText, undoneView, whichModelView } from './set-up-views.ts';
import type { SignInTickets } from './sign-in-tickets.ts';
import { type SharedTickets, TicketBook } from './ticket-book.ts';

export interface SetUpRouteParts {
  desk: CredentialDesk;
  records: AdminRecords;
  secrets: SecretStore;
  tickets: SignInTickets;
  /** Where several replicas serve the console. */
  sharedTickets?: SharedTickets | undefined;
  audit: AuditLog;
  logger: Logger;
  upstream: Pick<UpstreamGate, 'model'>;
  sites: Pick<Sites, 'any' | 'list' | 'change'>;
  /** The model the settings name. */
  wantedModel: () => string | undefined;
  /** Where the model is chosen. */
  consoleSettings: ConsoleSettings;
  /** Puts what the console holds in force. */
  applySettings: () => Promise<void>;
  causes: Readonly<Record<Locale, CauseTexts>>;
  salt: string;
  now: () => number;
}

const TEXTS: Record<Locale, SetUpTexts> = { en, fr };

type PlanAnswers = Omit<NonNullable<SetUpPlanWish['answers']>, 'model'>;

const NO_STORE = { 'Cache-Control': 'no-store' };

export function setUpRoutes(app: OpenAPIHono<AppEnvironment>, parts: SetUpRouteParts): void {
  const { desk, secrets, tickets } = parts;
  const onFailure = (error: Error) => parts.logger.error({ err: error }, 'An automatic set-up stopped with an error.');
  const plans = new TicketBook<PlannedSetUp>({ name: 'plan', now: parts.now, shared: parts.sharedTickets });
  const setUp = new SetUpForMe({
    records: parts.records,
    audit: parts.audit,
    async keepCredential(credential) {
      const target = { baseUrl: credential.baseUrl, credential: credential.credential };
      const result = await desk.replace(target, () => writeConsoleCredential(secrets, credential, 'console'));
      return result.kind !== 'refused';
    },
    fingerprint: (credential) => fingerprint(credential, parts.salt),
    signIn: keptServiceAccount(secrets, 'agent'),
    sites: () => siteModels(parts.sites, parts.upstream),
    async chooseModel(site, id) {
      const changeSite: Sites['change'] = (of, change) => parts.sites.change(of, change);
      const before = await chooseModelOfSite(parts.consoleSettings, changeSite, site, id);
      await parts.applySettings();
      return before;
    },
    async dropCredential(gone) {
      // Another key may have been given since; that one stays.
      const kept = await readConsoleCredential(secrets);
      if (!kept || fingerprint(kept.credential, parts.salt) !== gone) return;
      await deleteConsoleCredential(secrets);
      await desk.refresh();
    },
    actor: 'console',
    now: parts.now,
  });

  function siteOf(id = DEFAULT_SITE): SiteContext {
    const site = parts.sites.any(id);
    if (!site) throw new ProblemError('site-unknown');
    return site;
  }

  app.get('/admin/api/openwebui/provision', async (context) => {
    const site = siteOf(context.req.query('site'));
    const record = desk.baseUrl === undefined ? undefined : await setUp.record(desk.baseUrl);
    return context.json(stateView(site.id, parts.sites.list(), record), 200, NO_STORE);
  });

  app.post('/admin/api/openwebui/provision/plan', async (context) => {
    const body = await readJsonBody(context, SetUpPlanWishSchema);
    const { ticket, model, tools, closePermissions, answers: { model: answered, ...answers } = {} } = body;
    const agent = { ...(tools && { tools }), ...(closePermissions && { closePermissions }) };
    const site = siteOf(body.site);
    const { session, baseUrl } = await sessionTicket(tickets, ticket, desk);
    const texts = TEXTS[context.get('locale')];
    const named = site.id === DEFAULT_SITE ? parts.wantedModel() : site.model;
    const wanted = model ?? answered ?? named ?? (await parts.upstream.model(site))?.id;
    const planWith = (id: string) =>
      withDesk(baseUrl, (openWebUi) =>
        setUp.plan(openWebUi, session, { model: id, ...agent, answers: given(answers) }, site.id),
      );
    let planned = await planWith(wanted ?? '');
    if (wanted === undefined && planned.plan.cannot.every(({ what }) => what === 'model-missing')) {
      const models = await withDesk(baseUrl, (openWebUi) => listSharableModels(openWebUi, session));
      const [first, second] = models;
      if (second) return context.json(whichModelView(planned.plan, models, texts), 200, NO_STORE);
      if (first) planned = await planWith(first.id);
    }
    const { plan } = planned;
    const ready = plan.cannot.length === 0 && plan.questions.length === 0;
    const answersByChance = site.id !== DEFAULT_SITE && named === undefined && model === undefined;
    const view = planView(planned, answersByChance ? wanted : undefined, texts);
    return context.json({ ...view, ...(ready && { plan: await plans.issue(planned) }) }, 200, NO_STORE);
  });

  app.post('/admin/api/openwebui/provision/run', async (context) => {
    const { ticket, plan: planTicket } = await readJsonBody(context, SetUpRunWishSchema);
    const { session, baseUrl } = await sessionTicket(tickets, ticket, desk);
    const planned = await plans.take(planTicket);
    if (!planned) throw new ProblemError('ticket-expired');
    const locale = context.get('locale');
    const texts = TEXTS[locale];
    return streamProgress(context, onFailure, (tell) =>
      withDesk(baseUrl, async (openWebUi) => {
        const result = await setUp.run(openWebUi, session, planned, {
          onBefore: (step) => tell({ kind: 'before', step: stepView(step, texts) }),
          onAfter: (step, outcome) => tell({ kind: 'after', step: outcomeView(step, outcome, texts) }),
        });
        const ok = result.kind === 'done';
        const text = ok
          ? texts.finishedInConsole
          : result.kind === 'out-of-date'
            ? texts.outOfDate
            : texts.stoppedInConsole;
        await tell({ kind: 'end', ok, text, credential: credentialView(desk, parts.causes[locale], locale) });
      }),
    );
  });

  app.post('/admin/api/openwebui/provision/undo', async (context) => {
    const { ticket, site: wished } = await readJsonBody(context, SetUpUndoWishSchema);
    const site = siteOf(wished);
    const { session, baseUrl } = await sessionTicket(tickets, ticket, desk);
    const locale = context.get('locale');
    const texts = TEXTS[locale];
    return streamProgress(context, onFailure, (tell) =>
      withDesk(baseUrl, async (openWebUi) => {
        const undone = await setUp.undo(openWebUi, session, site.id, (one) =>
          tell({ kind: 'after', step: undoneView(one, texts) }),
        );
        const ok = undone?.steps.every(({ result }) => result.outcome !== 'failed') ?? true;
        const text = undoneText(undone, ok, texts);
        await tell({ kind: 'end', ok, text, credential: credentialView(desk, parts.causes[locale], locale) });
      }),
    );
  });
}

/** Without the ones that were not answered. */
function given(answers: PlanAnswers): ProvisionWishes['answers'] & object {
  return Object.fromEntries(Object.entries(answers).filter(([, answer]) => answer !== undefined));
}

/** One line a happening, as it happens; the work goes on when nobody reads any more. */
function streamProgress(
  context: Context<AppEnvironment>,
  onFailure: (error: Error) => void,
  work: (tell: (line: SetUpProgressView) => Promise<void>) => Promise<void>,
): Response {
  context.header('Content-Type', 'application/x-ndjson');
  context.header('Cache-Control', 'no-store, no-transform');
  context.header('X-Accel-Buffering', 'no');
  return stream(
    context,
    async (output) => {
      await work(async (line) => {
        await output.write(`${JSON.stringify(line)}\n`);
      });
    },
    async (error, output) => {
      onFailure(error);
      const line: SetUpProgressView = { kind: 'end', ok: false, text: TEXTS[context.get('locale')].stopped };
      await output.write(`${JSON.stringify(line)}\n`);
    },
  );
}
