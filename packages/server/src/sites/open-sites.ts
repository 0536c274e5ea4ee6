/** Wires the sites of a running server: their records, and how far tools may go on each. */
import type { OpenWebUiClient } from '@guichet/openwebui/client';
import type { CredentialDesk } from '../credential/credential-desk.ts';
import type { SessionRenewal } from '../credential/session-renewal.ts';
import type { LimitSettings } from '../limits/visitor-limits.ts';
import type { Logger } from '../observe/logger.ts';
import type { Settings } from '../settings/read-settings.ts';
import type { SettingTexts } from '../settings/text/setting-texts.ts';
import type { SiteRecords } from '../storage/site-records.ts';
import type { ServerTexts } from '../text/server-texts.ts';
import { Sites } from './sites.ts';
import { ToolModes } from './tool-modes.ts';

export interface OpenSitesParts {
  records: SiteRecords;
  settings: () => Settings;
  limits: LimitSettings;
  desk: CredentialDesk;
  client: Pick<OpenWebUiClient, 'version'>;
  renewal: Pick<SessionRenewal, 'canSignInAt'>;
  logger: Logger;
  texts: () => { server: ServerTexts; settings: SettingTexts };
  now: () => number;
}

export interface OpenedSites {
  sites: Sites;
  toolModes: ToolModes;
}

/** @throws when the storage cannot be read */
export async function openSites(parts: OpenSitesParts): Promise<OpenedSites> {
  const { desk, client, renewal, logger, texts } = parts;
  const sites = new Sites({
    records: parts.records,
    settings: parts.settings,
    practice: () => desk.practiceVersion !== undefined,
    limits: parts.limits,
    onProblem(site, { name, problem }) {
      const { server, settings } = texts();
      logger.error(
        { site, setting: name },
        server.sites.storedProblem(site, `${name} ${problem.in(settings.problem)}`),
      );
    },
    onFailure: (error) =>
      logger.error({ err: error }, 'The sites could not be read again; what counted before goes on.'),
    now: parts.now,
  });
  const toolModes = new ToolModes({
    async version() {
      const told = await client.version();
      return told.ok ? told.value.version : undefined;
    },
    async hasSession() {
      const { keeper, watch, baseUrl } = desk;
      const isSession = keeper.held?.recognition.kind === 'open-webui-session-token';
      if (isSession && watch.state.kind !== 'refused') return true;
      return baseUrl !== undefined && (await renewal.canSignInAt(baseUrl));
    },
    // Nothing answers by several rounds yet.
    agentObstacles: async () => [{ code: 'not-in-this-version', names: [] }],
    onFallback(site, inForce, reasons) {
      const words = texts().server.sites;
      const entry = { site: site.id, chosen: site.tools, inForce, reasons };
      if (reasons.length > 0) logger.warn(entry, words.fallback(site.id, site.tools, inForce));
      else logger.info(entry, words.possibleAgain(site.id, site.tools));
    },
  });
  desk.keeper.onChange(() => toolModes.forget());
  sites.onChange(() => toolModes.sitesChanged());
  await sites.load();
  return { sites, toolModes };
}
