import { TRIED_VERSIONS } from '@guichet/openwebui/menus';
import { html, toText } from '../markup.ts';
import type { Directive } from './directive.ts';

/** `{{versions}}`: the releases of Open WebUI that Guichet was tried with, the newest first. */
export const versions: Directive = (_, { texts }) => {
  const rows = TRIED_VERSIONS.toReversed().map(
    ({ version, how, day }) =>
      html`<tr><td>${version}</td><td>${how === 'run' ? texts.triedInFull : texts.triedInPart}</td><td>${texts.day({ day })}</td></tr>`,
  );
  return toText(html`<div class="table" tabindex="0" role="region" aria-label="${texts.table}"><table>
<thead><tr><th>Open WebUI</th><th>${texts.triedHeading}</th><th>${texts.triedDay}</th></tr></thead>
<tbody>${rows}</tbody></table></div>`);
};
