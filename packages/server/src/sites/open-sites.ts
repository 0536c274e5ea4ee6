/** Wires the sites of a running server: their records, and how far tools may go on each. */
import type { OpenWebUiClient } from '@guichet/openwebui/client';
import type { WholeAgentGate } from '../answer/whole-agent-gate.ts';
import type { ServiceAgentSession } from '../credential/agent-session.ts';
import type { CredentialDesk } from '../credential/credential-desk.ts';
import type { LimitSettings } from '../limits/visitor-limits.ts';
import type { Logger } from '../observe/logger.ts';
import type { Settings } from '../settings/read-settings.ts';
import type { SettingTexts } from '../settings/text/setting-texts.ts';
import type { SiteRecords } from '../storage/site-records.ts';
import type { ServerTexts } from '../text/server-texts.ts';
import { toModeObstacles } from './mode-obstacles.ts';
import type { SiteContext } from './site-context.ts';
import { Sites } from './sites.ts';
import { ToolModes } from './tool-modes.ts';

export interface OpenSitesParts {
  records: SiteRecords;
  settings: () => Settings;
  limits: LimitSettings;
  desk: CredentialDesk;
  client: Pick<OpenWebUiClient, 'version'>;
  agentSession: Pick<ServiceAgentSession, 'state'>;
  wholeAgentGate: Pick<WholeAgentGate, 'check'>;
  /** Id of the model that answers on a site; undefined while it cannot be had. */
  modelOf: (site: SiteContext) => Promise<string | undefined>;
  logger: Logger;
  texts: () => { server: ServerTexts; settings: SettingTexts };
  now: () => number;
}

export interface OpenedSites {
  sites: Sites;
  toolModes: ToolModes;
}

const MODEL_MISSING = { code: 'model-missing', names: [] };

/** @throws when the storage cannot be read */
export async function openSites(parts: OpenSitesParts): Promise<OpenedSites> {
  const { desk, client, agentSession, wholeAgentGate, modelOf, logger, texts } = parts;
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
      logger.error({ err: error }, 'Guichet could not reload the sites. The current ones stay in use.'),
    now: parts.now,
  });
  const toolModes = new ToolModes({
    async version() {
      const told = await client.version();
      return told.ok ? told.value.version : undefined;
    },
    hasSession: async () => (await agentSession.state()).problem === undefined,
    async agentObstacles(site) {
      const model = await modelOf(site);
      return model === undefined ? [MODEL_MISSING] : toModeObstacles(await wholeAgentGate.check(model));
    },
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
