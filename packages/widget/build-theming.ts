/** Builds the theming page into `dist/theming/`: `en.html`, `fr.html`, one script, one style. */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build, type Rolldown } from 'vite';
import { en } from './src/theming/text/en.ts';
import { fr } from './src/theming/text/fr.ts';

const root = import.meta.dirname;

const ICON =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 32 32'%3E%3Crect width='32' height='32' rx='8' fill='%230b5d5e'/%3E%3Cpath d='M9 22V14a7 7 0 0 1 14 0v8M7 22h18' fill='none' stroke='%23fff' stroke-width='2.5' stroke-linecap='round'/%3E%3C/svg%3E";

/** @param app the widget that the page shows: its address and its hash */
export async function buildTheming(dist: string, app: { path: string; integrity: string }): Promise<void> {
  const built = (await build({
    root,
    configFile: false,
    logLevel: 'warn',
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    build: {
      write: false,
      target: ['es2022', 'chrome111', 'firefox114', 'safari16.4'],
      modulePreload: false,
      rolldownOptions: {
        input: { theming: path.join(root, 'src/theming/main.tsx'), style: path.join(root, 'src/theming/theming.css') },
        output: {
          minify: true,
          comments: false,
          entryFileNames: '[name]-[hash].js',
          assetFileNames: '[name]-[hash][extname]',
        },
      },
    },
  })) as Rolldown.RolldownOutput;
  const folder = path.join(dist, 'theming');
  mkdirSync(folder, { recursive: true });
  const nameOf = (ending: string, part: string) => {
    const file = built.output.find(({ fileName }) => fileName.endsWith(ending) && fileName.startsWith(part));
    if (!file) throw new Error(`The theming page has no ${ending}.`);
    writeFileSync(path.join(folder, file.fileName), file.type === 'chunk' ? file.code : file.source);
    return file.fileName;
  };
  const [script, style] = [nameOf('.js', 'theming'), nameOf('.css', 'style')];
  for (const [locale, texts] of Object.entries({ en, fr })) {
    const page = `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="color-scheme" content="light dark">
<title>${texts.title} – Guichet</title>
<link rel="icon" href="${ICON}">
<link rel="stylesheet" href="/theming/${style}">
<script type="module" src="/theming/${script}"></script>
<script type="module" src="${app.path}" integrity="${app.integrity}"></script>
</head>
<body>
<div id="theming"></div>
<noscript>${texts.noScript}</noscript>
</body>
</html>
`;
    writeFileSync(path.join(folder, `${locale}.html`), page);
  }
}
