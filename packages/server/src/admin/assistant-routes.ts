/** `/admin/api/sites/{site}/assistant`: what the assistant of a site has to work with, and how far it may use it. */
import {
  type AssistantChange,
  type AssistantChangeView,
  type AssistantView,
  AssistantWishSchema,
  type EquipmentView,
  type SiteNameView,
} from '@guichet/contract/assistant-api';
import type { CauseTexts } from '@guichet/contract/cause-text/cause-texts';
import type { Locale } from '@guichet/contract/locale';
import type { ToolMode } from '@guichet/contract/site-settings';
import type { UpstreamModel } from '@guichet/openwebui/client';
import type { OpenAPIHono, z } from '@hono/zod-openapi';
import { modelOf, type UpstreamGate } from '../answer/upstream-gate.ts';
import type { CredentialDesk } from '../credential/credential-desk.ts';
import { ProblemError } from '../http/problem-response.ts';
import { readJsonBody } from '../http/read-json-body.ts';
import type { AppEnvironment } from '../http/request-context.ts';
import { findSetUpRecord } from '../set-up/set-up-record.ts';
import { en } from '../settings/text/en.ts';
import { fr } from '../settings/text/fr.ts';
import type { SettingTexts } from '../settings/text/setting-texts.ts';
import { judgeSiteChanges } from '../sites/judge-site-changes.ts';
import { siteChangesBetween } from '../sites/site-changes.ts';
import type { SiteContext } from '../sites/site-context.ts';
import { SITE_SETTINGS } from '../sites/site-setting-definitions.ts';
import type { Sites } from '../sites/sites.ts';
import type { SiteModes, ToolModes } from '../sites/tool-modes.ts';
import type { AdminRecords } from '../storage/admin-records.ts';
import type { SiteRecord } from '../storage/site-records.ts';
import type { AuditLog } from './audit-log.ts';

export interface AssistantRouteParts {
  sites: Sites;
  toolModes: ToolModes;
  upstream: Pick<UpstreamGate, 'list'>;
  audit: AuditLog;
  desk: Pick<CredentialDesk, 'baseUrl'>;
  records: Pick<AdminRecords, 'readNote'>;
  causes: Readonly<Record<Locale, CauseTexts>>;
}

const PLACE = '/admin/api/sites/:site/assistant';

const SETTING_TEXTS: Readonly<Record<Locale, SettingTexts>> = { en, fr };

const NO_STORE = { 'Cache-Control': 'no-store' };

export function assistantRoutes(app: OpenAPIHono<AppEnvironment>, parts: AssistantRouteParts): void {
  const { sites, toolModes, audit } = parts;
  /** One change after the other: each is judged against what the one before it left. */
  let last: Promise<unknown> = Promise.resolve();

  app.get(PLACE, async (context) => {
    const view = await assistantView(context.req.param('site'), context.get('locale'));
    return context.json(view, 200, NO_STORE);
  });

  app.put(PLACE, async (context) => {
    const wish = await readJsonBody(context, AssistantWishSchema);
    const mine = last.then(() => change(context.req.param('site'), wish, context.get('locale')));
    last = mine.catch(() => undefined);
    return context.json(await mine, 200, NO_STORE);
  });

  async function assistantView(id: string, locale: Locale): Promise<AssistantView> {
    const site = siteOf(id);
    const { baseUrl } = parts.desk;
    const [listed, modes, setUp] = await Promise.all([
      parts.upstream.list(),
      toolModes.read(site),
      baseUrl === undefined ? undefined : findSetUpRecord(parts.records, baseUrl),
    ]);
    const model = listed.ok ? modelOf(site, listed.models) : undefined;
    const cause = listed.ok ? (listed.models.length > 0 ? 'model-missing' : 'no-models') : listed.failure.cause;
    return {
      ...viewOf(site, modes),
      isSetUp: setUp?.sites[id] !== undefined,
      ...(model
        ? { model: { id: model.id, name: model.name, equipment: equipmentView(model) } }
        : { failure: { cause, text: parts.causes[locale][cause] } }),
      tools: toolsView(site, modes, model),
    };
  }

  function viewOf(site: SiteContext, { version, available }: SiteModes): Omit<AssistantView, 'tools' | 'isSetUp'> {
    const named = sites.list().map(siteNameView);
    return {
      site: named.find(({ id }) => id === site.id) ?? { id: site.id, paused: false },
      sites: named,
      ...(version !== undefined && { version }),
      available,
      canSetUp: parts.desk.baseUrl !== undefined,
      followUps: site.followUps,
      showToolArguments: site.showToolArguments,
      pageContext: site.pageContext,
      pictureHosts: [...site.pictureHosts],
    };
  }

  async function change(
    id: string,
    wish: z.infer<typeof AssistantWishSchema>,
    locale: Locale,
  ): Promise<AssistantChangeView> {
    const before = siteOf(id);
    if (wish.tools !== undefined && wish.tools !== before.tools) {
      const { available } = await toolModes.read(before);
      const reasons = available.find(({ mode }) => mode === wish.tools)?.reasons ?? [];
      if (reasons.length > 0) return { kind: 'not-available', assistant: await assistantView(id, locale), reasons };
    }
    const judged = judgeSiteChanges(id, textsOf(wish), SETTING_TEXTS[locale]);
    if (judged.kind === 'refused') {
      const problems = judged.problems.map(({ text }) => text);
      return { kind: 'refused', assistant: await assistantView(id, locale), problems };
    }
    const changed = await sites.change(id, judged.change);
    // Removed by a command a moment ago.
    if (!changed) throw new ProblemError('site-unknown');
    const noted = siteChangesBetween(changed.before, changed.after);
    if (noted.length > 0) await audit.add('console', 'site-changed', { site: id, changes: noted });
    const assistant = await assistantView(id, locale);
    return { kind: 'changed', assistant, changes: changesBetween(before, siteOf(id)) };
  }

  function siteOf(id: string): SiteContext {
    const site = sites.any(id);
    if (!site) throw new ProblemError('site-unknown');
    return site;
  }
}

export function siteNameView({ id, name, pausedAt }: SiteRecord): SiteNameView {
  return { id, ...(name !== undefined && { name }), paused: pausedAt !== undefined };
}

function equipmentView({ equipment }: UpstreamModel): EquipmentView {
  const { hasKnowledge, knowledgeIds, toolIds, filterIds, features } = equipment;
  return {
    hasKnowledge,
    knowledgeIds,
    toolIds,
    filterIds,
    webSearch: features.includes('web_search'),
    pictures: features.includes('image_generation'),
  };
}

/** One round is proposed where the model has tools or documents: with it, both do what they do in Open WebUI's own chat. */
function toolsView(
  { tools }: SiteContext,
  { inForce, available }: SiteModes,
  model: UpstreamModel | undefined,
): AssistantView['tools'] {
  const canRun = available.some(({ mode, ok }) => mode === 'one-round' && ok);
  const { toolIds = [], features = [], hasKnowledge = false } = model?.equipment ?? {};
  const hasSomething = toolIds.length > 0 || hasKnowledge || features.includes('web_search');
  const proposed: ToolMode | undefined = tools === 'off' && canRun && hasSomething ? 'one-round' : undefined;
  return { chosen: tools, inForce, ...(proposed !== undefined && { proposed }) };
}

/** As the command would write them. */
function textsOf(wish: z.infer<typeof AssistantWishSchema>): Record<string, string> {
  const { tools, followUps, showToolArguments, pageContext, pictureHosts } = wish;
  const texts: [string, string | undefined][] = [
    [SITE_SETTINGS.tools.name, tools],
    [SITE_SETTINGS.followUps.name, followUps === undefined ? undefined : switchText(followUps)],
    [SITE_SETTINGS.showToolArguments.name, showToolArguments === undefined ? undefined : switchText(showToolArguments)],
    [SITE_SETTINGS.pageContext.name, pageContext === undefined ? undefined : switchText(pageContext)],
    [SITE_SETTINGS.pictureHosts.name, pictureHosts?.join()],
  ];
  return Object.fromEntries(texts.filter((entry): entry is [string, string] => entry[1] !== undefined));
}

function switchText(isOn: boolean): string {
  return isOn ? 'on' : 'off';
}

function plain(value: SiteContext[AssistantChange['name']]): AssistantChange['before'] {
  return typeof value === 'object' ? [...value] : value;
}

function changesBetween(before: SiteContext, after: SiteContext): AssistantChange[] {
  const names: AssistantChange['name'][] = ['tools', 'followUps', 'showToolArguments', 'pageContext', 'pictureHosts'];
  return names.flatMap((name) =>
    String(before[name]) === String(after[name])
      ? []
      : [{ name, before: plain(before[name]), after: plain(after[name]) }],
  );
}
