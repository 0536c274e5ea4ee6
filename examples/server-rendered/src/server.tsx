import { renderToString } from 'react-dom/server';
import { Page } from './page.tsx';

/** @param script address of the built `client.tsx` */
export function render(script: string): string {
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>A shop</title></head>
<body><div id="app">${renderToString(<Page />)}</div><script type="module" src="${script}"></script></body>
</html>`;
}
