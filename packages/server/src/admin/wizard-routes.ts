/** `/admin/api/set-up…` and `/admin/api/models`: what the wizard asks, step by step. */
import { createHash } from 'node:crypto';
import type { CauseTexts } from '@guichet/contract/cause-text/cause-texts';
import type { Locale } from '@guichet/contract/locale';
import {
  AddressCheckWishSchema,
  type ModelListView,
  PageLookWishSchema,
  type WizardView,
  WizardWishSchema,
} from '@guichet/contract/set-up-api';
import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { UpstreamGate } from '../answer/upstream-gate.ts';
import type { CredentialDesk } from '../credential/credential-desk.ts';
import { isOwnOrigin, ownHosts } from '../http/own-origin.ts';
import { ProblemError } from '../http/problem-response.ts';
import { readJsonBody } from '../http/read-json-body.ts';
import type { AppEnvironment } from '../http/request-context.ts';
import { checkAddress } from '../set-up/address/check-address.ts';
import { LatestOnly, Superseded } from '../set-up/address/latest-only.ts';
import { lookAtPage } from '../set-up/page/look-at-page.ts';
import { asWizardStep, wizardStep } from '../set-up/wizard.ts';
import { wizardEn } from '../set-up/wizard-text-en.ts';
import { wizardFr } from '../set-up/wizard-text-fr.ts';
import type { LiveSettings } from '../settings/live-settings.ts';
import type { Sites } from '../sites/sites.ts';
import type { AdminRecords } from '../storage/admin-records.ts';
import { sessionTokenOf } from './admin-guard.ts';
import type { OperatorPassword } from './operator-password.ts';

export interface WizardRouteParts {
  desk: CredentialDesk;
  live: Pick<LiveSettings, 'settings'>;
  password: OperatorPassword;
  records: AdminRecords;
  upstream: Pick<UpstreamGate, 'list'>;
  sites: Pick<Sites, 'default'>;
  causes: Readonly<Record<Locale, CauseTexts>>;
  isTrustedPeer: (peer: string | undefined) => boolean;
  /** The operator had a page of theirs looked at. */
  onLookedAt: (address: string) => void;
  now: () => number;
}

const NOTE = 'wizard/step';

const TEXTS = { en: wizardEn, fr: wizardFr };

const NO_STORE = { 'Cache-Control': 'no-store' };

export function wizardRoutes(app: OpenAPIHono<AppEnvironment>, parts: WizardRouteParts): void {
  const { desk, live, records } = parts;
  const checks = new LatestOnly();
  const looks = new LatestOnly();

  async function view(context: Context<AppEnvironment>): Promise<WizardView> {
    const { openWebUiUrl, openWebUiModel, publicUrl, allowedOrigins } = live.settings;
    const practice = desk.practiceVersion !== undefined;
    const hasCredential = desk.keeper.held !== undefined && !practice;
    const facts = {
      hasPassword: await parts.password.isSet(),
      hasAddress: openWebUiUrl.value !== undefined,
      hasCredential,
      hasModel: openWebUiModel.value !== undefined,
      hasPlace: allowedOrigins.value.length > 0,
    };
    return {
      step: wizardStep(facts, asWizardStep(await records.readNote(NOTE))),
      ...(openWebUiUrl.value !== undefined && { openWebUiUrl: openWebUiUrl.value }),
      hasCredential,
      ...(openWebUiModel.value !== undefined && { model: openWebUiModel.value }),
      ...(publicUrl.value !== undefined && { publicUrl: publicUrl.value }),
      allowedOrigins: allowedOrigins.value,
      snippet: snippetFor(ownAddress(context, parts)),
      practice,
    };
  }

  app.get('/admin/api/set-up', async (context) => context.json(await view(context), 200, NO_STORE));

  app.put('/admin/api/set-up', async (context) => {
    const { step } = await readJsonBody(context, WizardWishSchema);
    await records.writeNote(NOTE, step, parts.now());
    return context.json(await view(context), 200, NO_STORE);
  });

  app.post('/admin/api/set-up/address', async (context) => {
    const { text } = await readJsonBody(context, AddressCheckWishSchema);
    const locale = context.get('locale');
    const found = await latest(checks, context, (signal) =>
      checkAddress(text, { locale, texts: TEXTS[locale], signal }),
    );
    return context.json(found, 200, NO_STORE);
  });

  app.post('/admin/api/set-up/page', async (context) => {
    const { url } = await readJsonBody(context, PageLookWishSchema);
    parts.onLookedAt(url);
    const own = ownAddress(context, parts);
    const origin = context.req.header('origin');
    const seen = await latest(looks, context, (signal) =>
      lookAtPage(url, {
        // The guard has let it through: it is the address of our own page.
        ownAddresses: [own, ...(origin === undefined ? [] : [origin])],
        snippet: snippetFor(own),
        allowedOrigins: live.settings.allowedOrigins.value,
        pictureHosts: parts.sites.default.pictureHosts,
        texts: TEXTS[context.get('locale')].site,
        signal,
      }),
    );
    return context.json(seen, 200, NO_STORE);
  });

  app.get('/admin/api/models', async (context) => {
    const listed = await parts.upstream.list();
    const chosen = parts.sites.default.model ?? (listed.ok ? listed.models[0]?.id : undefined);
    const cause = listed.ok ? (listed.models.length === 0 ? 'no-models' : undefined) : listed.failure.cause;
    const list: ModelListView = {
      models: listed.ok ? listed.models.map(({ equipment: _, ...shown }) => shown) : [],
      ...(chosen !== undefined && { chosen }),
      ...(cause !== undefined && { failure: { cause, text: parts.causes[context.get('locale')][cause] } }),
    };
    return context.json(list, 200, NO_STORE);
  });
}

/** The latest of one session's questions; an earlier one that it replaces is answered as such. */
export async function latest<Result>(
  questions: LatestOnly,
  context: Context<AppEnvironment>,
  work: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  const who = createHash('sha256')
    .update(sessionTokenOf(context) ?? '')
    .digest('base64url');
  try {
    return await questions.run(who, context.req.raw.signal, work);
  } catch (error) {
    if (error instanceof Superseded) throw new ProblemError('check-superseded');
    // The browser went away; nobody reads this.
    if (context.req.raw.signal.aborted) throw new ProblemError('check-superseded', { cause: error });
    throw error;
  }
}

export function snippetFor(address: string): string {
  return `<script async src="${address}/guichet.js" data-site="default"></script>`;
}

/** Where visitors reach this server: as configured, else as the operator's own browser does. */
export function ownAddress(
  context: Context<AppEnvironment>,
  { live, isTrustedPeer }: Pick<WizardRouteParts, 'live' | 'isTrustedPeer'>,
): string {
  const configured = live.settings.publicUrl.value;
  if (configured !== undefined) return configured;
  const trusted = isTrustedPeer(context.env?.incoming?.socket?.remoteAddress);
  const hosts = ownHosts((name) => context.req.header(name), trusted);
  const origin = context.req.header('origin');
  if (origin !== undefined && isOwnOrigin(origin, hosts)) return origin;
  const proto = trusted ? context.req.header('x-forwarded-proto')?.split(',')[0]?.trim() : undefined;
  const [host, forwarded] = hosts;
  return `${proto === 'https' ? 'https' : 'http'}://${forwarded ?? host ?? 'localhost'}`;
}
