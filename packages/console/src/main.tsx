/** The console: one page that draws the place its address names. */
import { render } from 'preact';
import { watchAddress } from './address.ts';
import { createAdminApi } from './admin-api/admin-api.ts';
import { type AskParts, createAsk } from './admin-api/ask.ts';
import { createAskLines } from './admin-api/ask-lines.ts';
import { App } from './app.tsx';
import { browserStorage } from './language/browser-storage.ts';
import { locale, openLanguage } from './language/language.ts';
import { WizardModel } from './pages/wizard/wizard-model.ts';
import { Session } from './session/session.ts';
import { takeLinkFromAddress } from './session/take-link-from-address.ts';
import { loadTexts } from './text/lazy-texts.ts';

openLanguage(document.documentElement, navigator.languages, browserStorage());
const link = takeLinkFromAddress();
watchAddress();

const session: Session = new Session(() => api);
const parts: AskParts = {
  fetch: (...request) => fetch(...request),
  locale: () => locale.value,
  onSignedOut: () => session.hasEnded(),
};
const api = createAdminApi(createAsk(parts), createAskLines(parts));

const room = document.getElementById('console');
if (room) void draw(room);
void session.open(link);

async function draw(into: HTMLElement): Promise<void> {
  try {
    await loadTexts(locale.value);
  } catch {
    // Without its words the console can only say this much.
    into.textContent =
      'The console could not be loaded; load this page anew. La console n’a pas pu être chargée\u202f; rechargez cette page.';
    return;
  }
  render(<App api={api} session={session} wizard={new WizardModel(api)} />, into);
}

// A link opened in a tab that shows the console already changes only what stands behind the #.
window.addEventListener('hashchange', () => {
  const later = takeLinkFromAddress();
  if (later !== undefined) void session.open(later);
});
