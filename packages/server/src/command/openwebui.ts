/** `npx guichet openwebui provision` and `unprovision`: set up for me, and back again, on the command line. */

import { parseArgs } from 'node:util';
import { fingerprint } from '@guichet/keys';
import { createOpenWebUiClient } from '@guichet/openwebui/client';
import { createDesk, type Desk, type Secret } from '@guichet/openwebui/provision';
import { createAuditLog } from '../admin/audit-log.ts';
import {
  deleteConsoleCredential,
  readConsoleCredential,
  writeConsoleCredential,
} from '../credential/console-credential.ts';
import { keptServiceAccount } from '../credential/service-account.ts';
import { openSafe } from '../safe/open-safe.ts';
import { chooseModelOfSite } from '../set-up/choose-model.ts';
import { en } from '../set-up/en.ts';
import { checkedLookup } from '../set-up/forbidden-address.ts';
import { fr } from '../set-up/fr.ts';
import { type PlannedSetUp, SetUpForMe, type SetUpWatch } from '../set-up/set-up-for-me.ts';
import { siteInWords } from '../set-up/set-up-sites.ts';
import type { SetUpTexts } from '../set-up/set-up-texts.ts';
import { createConsoleSettings } from '../settings/console-settings.ts';
import { DEFAULT_SITE } from '../sites/site-context.ts';
import type { SiteChange, SiteRecords } from '../storage/site-records.ts';
import { createSqlAdminRecords } from '../storage/sql-admin-records.ts';
import { createSqlSecretRecords } from '../storage/sql-secret-records.ts';
import { createSqlSiteRecords } from '../storage/sql-site-records.ts';
import { en as serverEn } from '../text/en.ts';
import { fr as serverFr } from '../text/fr.ts';
import type { ServerTexts } from '../text/server-texts.ts';
import { agentAccount } from './agent-account.ts';
import { type Command, UsageError } from './command.ts';
import { lentAdministrator } from './lent-administrator.ts';
import { type OpenedData, openData } from './open-data.ts';
import { sitesOfCommand } from './sites-of-command.ts';
import { openTerminal, type Terminal } from './terminal.ts';

export const openwebui: Command = {
  usage: [
    'openwebui provision [--site ID] [--model ID] [--tools whole-agent [--close-permissions]] [--session] [--yes]   (sets Open WebUI up; asks for an administrator’s sign-in, or with --session for a session token)',
    'openwebui unprovision [--site ID] [--session] [--yes]   (undoes it: for one site, or without --site for all)',
    'openwebui agent-account [--forget]   (stores or deletes the sign-in that the whole agent needs)',
  ],
  async run([action, ...rest]) {
    if (action !== 'provision' && action !== 'unprovision' && action !== 'agent-account') {
      throw new UsageError('The command "openwebui" needs an action: provision, unprovision or agent-account.');
    }
    const words = readWords(rest);
    const data = await openData();
    const baseUrl = data.settings.openWebUiUrl.value;
    if (baseUrl === undefined) {
      await data.close();
      throw new UsageError('Set OPENWEBUI_URL to the address of Open WebUI first.');
    }
    const terminal = openTerminal();
    const openWebUi = createDesk({ baseUrl, lookup: checkedLookup });
    try {
      if (action === 'agent-account') return await agentAccount(data, baseUrl, terminal, words);
      const counter = await openCounter(data, terminal, openWebUi);
      return action === 'provision' ? await provision(counter, words) : await takeBack(counter, words);
    } finally {
      terminal.close();
      await openWebUi.close();
      await data.close();
    }
  },
};

interface Words {
  site: string | undefined;
  model: string | undefined;
  session: boolean;
  yes: boolean;
  forget: boolean;
  tools?: 'whole-agent';
  closePermissions: boolean;
}

function readWords(words: readonly string[]): Words {
  try {
    const { values } = parseArgs({
      args: [...words],
      options: {
        site: { type: 'string' },
        model: { type: 'string' },
        session: { type: 'boolean' },
        yes: { type: 'boolean' },
        forget: { type: 'boolean' },
        tools: { type: 'string' },
        'close-permissions': { type: 'boolean' },
      },
    });
    const { tools } = values;
    if (tools !== undefined && tools !== 'whole-agent')
      throw new Error('Use --tools whole-agent, or leave --tools out.');
    return {
      ...(tools && { tools }),
      closePermissions: values['close-permissions'] ?? false,
      site: values.site,
      model: values.model,
      session: values.session ?? false,
      yes: values.yes ?? false,
      forget: values.forget ?? false,
    };
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

interface Counter {
  data: OpenedData;
  terminal: Terminal;
  openWebUi: Desk;
  setUp: SetUpForMe;
  sites: SiteRecords;
  texts: SetUpTexts;
  serverTexts: ServerTexts;
  salt: string;
}

async function openCounter(data: OpenedData, terminal: Terminal, openWebUi: Desk): Promise<Counter> {
  const safe = await openSafe(createSqlSecretRecords(data.database), data.masterKeys);
  if (!safe.ok) throw new Error(safe.sentence);
  const records = createSqlAdminRecords(data.database);
  const sites = createSqlSiteRecords(data.database);
  const setUp = new SetUpForMe({
    records,
    audit: createAuditLog(records, (text) => text),
    // A server that runs on the same data notices the new record in the safe by itself and probes it.
    async keepCredential(credential) {
      await writeConsoleCredential(safe.secrets, credential, 'command line');
      return true;
    },
    fingerprint: (credential) => fingerprint(credential, safe.fingerprintSalt),
    signIn: keptServiceAccount(safe.secrets, 'agent'),
    sites: () => sitesOfCommand(data, sites),
    // A server that runs on the same data reads it together with the new key.
    chooseModel: (site, id) => {
      const changeSite = (of: string, change: SiteChange) => sites.change(of, change, Date.now());
      return chooseModelOfSite(createConsoleSettings(records, safe.secrets), changeSite, site, id);
    },
    async dropCredential(gone) {
      const kept = await readConsoleCredential(safe.secrets);
      if (kept && fingerprint(kept.credential, safe.fingerprintSalt) === gone)
        await deleteConsoleCredential(safe.secrets);
    },
    actor: 'command line',
    now: Date.now,
  });
  const texts = { en, fr }[data.locale];
  return {
    data,
    terminal,
    openWebUi,
    setUp,
    sites,
    texts,
    serverTexts: { en: serverEn, fr: serverFr }[data.locale],
    salt: safe.fingerprintSalt,
  };
}

const say = (line: string) => process.stdout.write(`${line}\n`);

async function provision(counter: Counter, words: Words): Promise<number> {
  const { setUp, openWebUi, texts } = counter;
  const site = words.site ?? DEFAULT_SITE;
  const modelOfSite = await modelOf(counter, site);
  const administrator = await lentAdministrator(counter, words);
  if (!administrator) return 1;
  const model = words.model ?? modelOfSite ?? (await firstModel(openWebUi.baseUrl, administrator));
  const planned = await planWithAnswers(counter, administrator, { model: model ?? '', site }, words);
  if (!planned) return 1;
  const { plan, shared, sharesOthers } = planned;
  for (const [index, step] of plan.steps.entries()) {
    say(
      `${index + 1}. ${texts.step[step.kind](step.facts)} [${step.state === 'already' ? texts.state.already : texts.state.toDo}]`,
    );
  }
  if (sharesOthers) say(`   ${texts.ofSite.sharesOthers}`);
  if (shared) say(`   ${texts.ofSite.shared[shared.how]({ sites: shared.sites.join(', '), model: shared.model })}`);
  for (const note of plan.notes) say(`   ${texts.note[note]}`);
  if (!(await confirmed(counter, words))) return 1;
  const watch: SetUpWatch = {
    onAfter(step, outcome) {
      const said =
        outcome.outcome === 'failed'
          ? `${texts.state.failed}: ${texts.why[outcome.why]}`
          : texts.state[outcome.outcome];
      say(`- ${texts.step[step.kind](step.facts)} [${said}]`);
    },
  };
  const result = await setUp.run(openWebUi, administrator, planned, watch);
  if (result.kind === 'done') {
    const { copy } = result.record.wholeAgent ?? {};
    if (copy) say(texts.modelChosen(copy.id));
    say(texts.finished(fingerprint(result.credential.reveal(), counter.salt)));
    return 0;
  }
  say(result.kind === 'out-of-date' ? texts.outOfDate : texts.stopped);
  return 1;
}

/** What answers on a site, as far as somebody has said so. */
async function modelOf({ data, sites }: Counter, site: string): Promise<string | undefined> {
  const all = await sitesOfCommand(data, sites);
  const found = all.find(({ id }) => id === site);
  if (found) return found.model;
  throw new UsageError(`There is no site "${site}". The sites are: ${all.map(({ id }) => id).join(', ')}.`);
}

async function takeBack(counter: Counter, words: Words): Promise<number> {
  const { setUp, openWebUi, texts } = counter;
  const { site } = words;
  if (site !== undefined) await modelOf(counter, site);
  const record = await setUp.record(openWebUi.baseUrl);
  if (!record || (site !== undefined && record.sites[site] === undefined)) {
    say(texts.nothingToUndo);
    return 0;
  }
  const administrator = await lentAdministrator(counter, words);
  if (!administrator || !(await confirmed(counter, words))) return 1;
  const undone = await setUp.undo(openWebUi, administrator, site, ({ step, result }) => {
    const said = {
      undone: texts.state.undone,
      already: texts.state.already,
      kept: result.outcome === 'kept' ? `${texts.state.kept}: ${texts.kept[result.why]}` : '',
      failed: result.outcome === 'failed' ? `${texts.state.failed}: ${texts.why[result.why]}` : '',
    }[result.outcome];
    say(`- ${texts.undo[step.kind](step.facts)} [${said}]`);
  });
  if (!undone?.steps.every(({ result }) => result.outcome !== 'failed')) return 1;
  if (undone.left.length > 0) say(texts.ofSite.undone(undone.left.map(siteInWords).join(', ')));
  return 0;
}

/** Asks what the plan asks, then plans again, until nothing is open. */
async function planWithAnswers(
  counter: Counter,
  administrator: Secret,
  { model, site }: { model: string; site: string },
  { tools, closePermissions }: Words,
): Promise<PlannedSetUp | undefined> {
  const agent = { ...(tools && { tools }), ...(closePermissions && { closePermissions }) };
  const { setUp, openWebUi, texts, terminal } = counter;
  const answers: Record<string, 'make-another' | 'use-it'> = {};
  for (;;) {
    const planned = await setUp.plan(openWebUi, administrator, { model, ...agent, answers }, site);
    const { plan } = planned;
    for (const obstacle of plan.cannot) say(texts.obstacle[obstacle.what]);
    if (plan.cannot.length > 0) {
      say(texts.nothingChanged);
      return undefined;
    }
    if (plan.questions.length === 0) return planned;
    for (const { id, choices, facts } of plan.questions) {
      say(texts.question[id](facts));
      for (const [index, choice] of choices.entries()) {
        say(`  ${index + 1}: ${choice === 'use-it' ? texts.choice['use-it'][id] : texts.choice['make-another'][id]}`);
      }
      const chosen = choices[Number(await terminal.ask('> ')) - 1];
      if (!chosen) {
        say(texts.nothingChanged);
        return undefined;
      }
      answers[id] = chosen;
    }
  }
}

async function confirmed({ terminal, texts }: Counter, { yes }: Words): Promise<boolean> {
  if (yes) return true;
  const answer = (await terminal.ask(texts.ask.confirm)).trim().toLowerCase();
  if (['y', 'yes', 'o', 'oui'].includes(answer)) return true;
  say(texts.nothingChanged);
  return false;
}

/** The first model an administrator sees, where none was named. */
async function firstModel(baseUrl: string, administrator: Secret): Promise<string | undefined> {
  const client = createOpenWebUiClient({
    target: () => ({ baseUrl, credential: administrator.reveal() }),
    lookup: checkedLookup,
  });
  try {
    const models = await client.models();
    return models.ok ? models.value[0]?.id : undefined;
  } finally {
    await client.close();
  }
}
