/** `/admin/api/settings`: every setting with where it comes from, and changes that count at once, all or none. */
import type { Locale } from '@guichet/contract/locale';
import { type SettingsChangeView, type SettingsView, SettingsWishSchema } from '@guichet/contract/set-up-api';
import type { OpenAPIHono } from '@hono/zod-openapi';
import type { CredentialDesk } from '../credential/credential-desk.ts';
import { readJsonBody } from '../http/read-json-body.ts';
import type { AppEnvironment } from '../http/request-context.ts';
import type { ConsoleSettings } from '../settings/console-settings.ts';
import { judgeChanges, judgeDestinations } from '../settings/judge-changes.ts';
import type { LiveSettings } from '../settings/live-settings.ts';
import type { Settings } from '../settings/read-settings.ts';
import { SETTINGS, type SettingDefinition, type SettingKey } from '../settings/setting-definitions.ts';
import { en } from '../settings/text/en.ts';
import { fr } from '../settings/text/fr.ts';
import type { AuditLog } from './audit-log.ts';
import { settingsView, textOf } from './settings-view.ts';

export interface SettingsRouteParts {
  desk: CredentialDesk;
  audit: AuditLog;
  live: Pick<LiveSettings, 'settings' | 'given'>;
  consoleSettings: ConsoleSettings;
  /** Puts what the console holds now in force. */
  applySettings: () => Promise<void>;
}

const TEXTS = { en, fr };

const NO_STORE = { 'Cache-Control': 'no-store' };

export function settingsRoutes(app: OpenAPIHono<AppEnvironment>, parts: SettingsRouteParts): void {
  const { desk, live, consoleSettings } = parts;
  const settingViews = (locale: Locale) => settingsView(live, desk, locale);
  /** One change after the other: each is told against what the one before it left. */
  let last: Promise<unknown> = Promise.resolve();

  app.get('/admin/api/settings', (context) => {
    const view: SettingsView = { settings: settingViews(context.get('locale')) };
    return context.json(view, 200, NO_STORE);
  });

  app.put('/admin/api/settings', async (context) => {
    const { changes } = await readJsonBody(context, SettingsWishSchema);
    const mine = last.then(() => change(changes, context.get('locale')));
    last = mine.catch(() => undefined);
    return context.json(await mine, 200, NO_STORE);
  });

  async function change(wished: Record<string, string | null>, locale: Locale): Promise<SettingsChangeView> {
    const judged = await judgeDestinations(judgeChanges(wished, TEXTS[locale], locale), TEXTS[locale], locale);
    if (judged.kind === 'refused') return judged;
    const before = live.settings;
    await consoleSettings.change(judged.changes);
    await parts.applySettings();
    const changes = changesBetween(before, live.settings, Object.keys(judged.changes));
    if (changes.length > 0) await parts.audit.add('console', 'settings-changed', { changes });
    return { kind: 'changed', settings: settingViews(locale), changes };
  }
}

/** What is another value now; of a secret only that it is. */
function changesBetween(before: Settings, after: Settings, names: readonly string[]) {
  return (Object.keys(SETTINGS) as SettingKey[]).flatMap((key) => {
    const { name, secret } = SETTINGS[key] as SettingDefinition<unknown>;
    const [old, now] = [textOf(before[key].value), textOf(after[key].value)];
    if (!names.includes(name) || old === now) return [];
    if (secret) return [{ name }];
    return [{ name, ...(old !== undefined && { before: old }), ...(now !== undefined && { after: now }) }];
  });
}
