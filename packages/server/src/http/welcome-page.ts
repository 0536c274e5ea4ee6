/** The page at `/`: shows that Guichet runs, with a working chat and the line to copy. */
import type { Locale } from '@guichet/contract/locale';
import type { OpenAPIHono } from '@hono/zod-openapi';
import { html, raw } from 'hono/html';
import { en } from '../text/en.ts';
import { fr } from '../text/fr.ts';
import type { KeptDocuments } from './kept-documents.ts';
import type { AppEnvironment } from './request-context.ts';

export interface WelcomePageParts {
  practice: () => boolean;
  publicUrl: () => string | undefined;
  documents: KeptDocuments;
}

/** Only our own script and style, only our own API, in nobody's frame. */
const CONTENT_SECURITY_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; connect-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** The bubble as an icon, in the page itself: one request fewer, and nothing to be missing. */
const ICON =
  'data:image/svg+xml,%3Csvg xmlns=%22http://www.w3.org/2000/svg%22 viewBox=%220 0 32 32%22%3E%3Ccircle cx=%2216%22 cy=%2216%22 r=%2216%22 fill=%22%230B5D5E%22/%3E%3Cpath d=%22M9 10h14v10h-7l-4 4v-4H9z%22 fill=%22none%22 stroke=%22%23fff%22 stroke-width=%222%22 stroke-linejoin=%22round%22/%3E%3C/svg%3E';

const STYLE = `
:root{color-scheme:light dark;--bg:#FBFAF7;--surface:#fff;--sunken:#F2F0EA;--fg:#1C2126;--muted:#5A636D;--line:#D9D5CB;--control:#8F887A;--accent:#0B5D5E;--on-accent:#fff;--warn:#8A5200}
@media(prefers-color-scheme:dark){:root{--bg:#14171A;--surface:#1C2125;--sunken:#101214;--fg:#ECEAE4;--muted:#A5ADB5;--line:#343B41;--control:#6B747C;--accent:#5CC4BE;--on-accent:#0B1B1B;--warn:#E9B25C}}
*{box-sizing:border-box}body{margin:0;background:var(--bg);color:var(--fg);font:16px/25px system-ui,sans-serif}
main{max-width:calc(60ch + 48px);margin:0 auto;padding:48px 24px 120px}
@media(min-width:900px){main{margin-inline:max(0px,(100vw - 60ch - 48px - 448px)/2) auto;max-width:min(60ch + 48px,100vw - 448px)}}
h1{font-size:25px;line-height:32px;font-weight:600;margin:0 0 12px}h2{font-size:20px;line-height:28px;font-weight:600;margin:36px 0 8px}
p{margin:0 0 12px}.muted{color:var(--muted)}a{color:var(--accent)}
.note{border-inline-start:3px solid var(--warn);padding:4px 0 4px 16px;margin:24px 0}.note strong{color:var(--warn)}
pre{background:var(--sunken);border:1px solid var(--line);border-radius:6px;padding:12px 16px;overflow-x:auto;font:14px/22px ui-monospace,monospace;margin:0 0 12px}
.main{display:inline-block;box-sizing:border-box;min-height:44px;padding:9px 20px;border-radius:6px;background:var(--accent);color:var(--on-accent);text-decoration:none}
summary{cursor:pointer;color:var(--accent);min-height:32px}details p{margin-top:8px}
nav{border-top:1px solid var(--line);margin-top:36px;padding-top:16px}nav ul{list-style:none;margin:0;padding:0;display:flex;flex-wrap:wrap;gap:8px 24px}nav a{display:inline-block;padding:9px 0}
a:focus-visible,summary:focus-visible,pre:focus-visible{outline:2px solid var(--accent);outline-offset:2px;border-radius:6px}
`;

const TEXTS = { en, fr };

export function welcomePage(app: OpenAPIHono<AppEnvironment>, parts: WelcomePageParts): void {
  app.get('/', (context) => {
    const locale: Locale = context.get('locale');
    const practice = parts.practice();
    const address = parts.publicUrl() ?? new URL(context.req.url).origin;
    return parts.documents.answer(context, `/ ${locale} ${practice} ${address}`, () => ({
      body: String(pageAt(address, locale, practice)),
      contentType: 'text/html; charset=utf-8',
      headers: { 'Cache-Control': 'no-store', 'Content-Security-Policy': CONTENT_SECURITY_POLICY },
    }));
  });
}

function pageAt(address: string, locale: Locale, practice: boolean) {
  const text = TEXTS[locale].welcome;
  const snippet = `<script async src="${address}/guichet.js" data-site="default"></script>`;
  return html`<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${text.title}</title>
<link rel="icon" href="${ICON}">
<style>${raw(STYLE)}</style>
</head>
<body>
<main>
<h1>${text.heading}</h1>
<p>${text.lead}</p>
${
  practice
    ? html`<div class="note"><p><strong>${text.practiceHeading}</strong></p><p>${text.practice}</p>
<p><a class="main" href="/console/set-up">${text.setUp}</a></p>
<p class="muted">${text.noLink}</p><pre tabindex="0">npx guichet admin link</pre>
<details><summary>${text.byFile}</summary><p>${text.byFileHow}</p><pre tabindex="0">OPENWEBUI_URL=https://chat.example.com
OPENWEBUI_API_KEY=sk-…</pre><p class="muted">${text.noKey}</p></details></div>`
    : ''
}
<h2>${text.embedHeading}</h2>
<p>${text.embed}</p>
<pre tabindex="0">${snippet}</pre>
<p class="muted">${text.origins}</p>
<nav aria-label="${text.pages.label}"><ul>
<li><a href="/diagnostic">${text.pages.diagnosis}</a></li>
<li><a href="/console/">${text.pages.console}</a></li>
<li><a href="/guide/${locale}/">${text.pages.guide}</a></li>
</ul></nav>
</main>
<script async src="/guichet.js" data-site="default" data-locale="${locale}"></script>
</body>
</html>`;
}
