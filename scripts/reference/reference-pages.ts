/** All pages of `docs/reference/` that are made from the source. */
import { checksPage } from './checks-page.ts';
import { errorsPage } from './errors-page.ts';
import { eventsPage } from './events-page.ts';
import { kindsPage } from './kinds-page.ts';
import { limitsPage } from './limits-page.ts';
import { settingsPage } from './settings-page.ts';
import { siteSettingsPage } from './site-settings-page.ts';

/** File name → content. */
export function referencePages(): Record<string, string> {
  return {
    'settings.md': settingsPage(),
    'site-settings.md': siteSettingsPage(),
    'limits.md': limitsPage(),
    'errors.md': errorsPage(),
    'events.md': eventsPage(),
    'checks.md': checksPage(),
    'kinds-of-keys.md': kindsPage(),
  };
}
