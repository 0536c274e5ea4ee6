/** Begins the theming page. It runs before the widget, whose requests it answers itself. */
import { render } from 'preact';
import { keptName } from '../connection/kept-values.ts';
import { PREVIEW_SITES } from './preview.tsx';
import { KEPT, sampleServer } from './sample-server.ts';
import { en } from './text/en.ts';
import { fr } from './text/fr.ts';
import { ThemingPage } from './theming-page.tsx';

const locale = document.documentElement.lang === 'fr' ? 'fr' : 'en';
const texts = { en, fr }[locale];

const answer = sampleServer(texts.sample, locale);
const fetchFromServer = globalThis.fetch;
globalThis.fetch = async (input, init) => {
  const { origin, pathname } = new URL(input instanceof Request ? input.url : input, location.href);
  return origin === location.origin && pathname.startsWith('/v1/')
    ? answer(pathname, init)
    : fetchFromServer(input, init);
};

for (const site of PREVIEW_SITES) {
  for (const [name, value] of Object.entries(KEPT)) {
    try {
      localStorage.setItem(keptName(location.origin, site, name as keyof typeof KEPT), value);
    } catch {
      // Without storage the previews begin with their greeting.
    }
  }
}

const place = document.getElementById('theming');
if (place) render(<ThemingPage locale={locale} texts={texts} />, place);
