/** What the doctor knows, in its own words, so that page and report cannot differ. */
import { CAUSES, type Cause } from '@guichet/contract/cause';
import { en as causesEn } from '@guichet/contract/cause-text/en';
import { fr as causesFr } from '@guichet/contract/cause-text/fr';
import { ALL_CHECKS, type CheckId, checkForCause, TEXTS } from '@guichet/doctor/catalogue';
import { html, type Markup, toText } from '../markup.ts';
import { type Directive, type DirectiveContext, DirectiveProblem } from './directive.ts';

const CAUSE_TEXTS = { en: causesEn, fr: causesFr };

/** `key/accepted` → `key-accepted`: a check's page. */
export function slugOfCheck(id: string): string {
  return id.replaceAll('/', '-');
}

/** `{{finding GROUP/NAME}}`: what the check finds when all is well, and the checks whose failure explains it. */
export const finding: Directive = (id, context) => {
  const check = ALL_CHECKS.find((each) => each.id === id);
  if (!check) throw new DirectiveProblem(`names a check that does not exist: ${id}`);
  const { texts, locale } = context;
  return toText(html`<dl class="facts">
<dt>${texts.whenFine}</dt><dd>${TEXTS[locale].checks[check.id]}</dd>
${
  check.after.length > 0
    ? html`<dt>${texts.lookedAtAfter}</dt><dd><ul>${check.after.map((before) => html`<li>${linkToCheck(before, context)}</li>`)}</ul></dd>`
    : ''
}
<dt>${texts.askAgain}</dt><dd><code>npx guichet doctor --only ${id}</code></dd>
</dl>`);
};

/** `{{checks}}`: every check with its page, in the order in which they are looked at. */
export const checks: Directive = (_, context) => {
  const { texts } = context;
  const groups = [...new Set(ALL_CHECKS.map(({ id }) => id.split('/')[0] ?? ''))];
  return toText(
    html`${groups.map((group) => {
      const ids = ALL_CHECKS.map(({ id }) => id).filter((id) => id.startsWith(`${group}/`));
      return html`<h3 id="${group}">${texts.groups[group] ?? group}</h3>
<ul class="checks">${ids.map((id) => html`<li>${linkToCheck(id, context)} <code>${id}</code></li>`)}</ul>`;
    })}`,
  );
};

function linkToCheck(id: CheckId, { locale, linkTo }: DirectiveContext): Markup {
  const address = linkTo(slugOfCheck(id));
  const words = TEXTS[locale].checks[id];
  return address ? html`<a href="${address}">${words}</a>` : html`${words}`;
}

/** `{{causes}}`: every cause with its sentence, which leads to the page that explains it; each has an anchor of its own. */
export const causes: Directive = (_, { locale, linkTo }) =>
  toText(
    html`<dl class="entries">${CAUSES.map((name) => {
      const address = linkTo(slugOfCheck(checkForCause(name) ?? ''));
      const sentence = CAUSE_TEXTS[locale][name];
      return html`<div id="${name}"><dt><code>${name}</code></dt>
<dd>${address ? html`<a href="${address}">${sentence}</a>` : sentence}</dd></div>`;
    })}</dl>`,
  );

/** `{{cause CAUSE}}`, within a line: the cause's sentence. */
export const cause: Directive = (name, { locale }) => {
  if (!CAUSES.includes(name as Cause)) throw new DirectiveProblem(`names a cause that does not exist: ${name}`);
  return toText(html`${CAUSE_TEXTS[locale][name as Cause]}`);
};

/** `{{doctor GROUP KEY [NAME=VALUE …]}}`, within a line: a sentence of the doctor's catalogue, e.g. `{{doctor fix putKey}}`. */
export const doctor: Directive = (words, { locale }) => {
  const [group = '', key = '', ...given] = words.split(/\s+/);
  const entry: unknown = Reflect.get(Reflect.get(TEXTS[locale], group) ?? {}, key);
  if (typeof entry === 'string') return toText(html`${entry}`);
  if (typeof entry !== 'function')
    throw new DirectiveProblem(`names a text of the doctor that does not exist: ${words}`);
  const values = Object.fromEntries(given.map((each) => each.split(/=(.*)/s).slice(0, 2) as [string, string]));
  const sentence = String(entry(values));
  if (sentence.includes('undefined'))
    throw new DirectiveProblem(`leaves out what a text of the doctor needs: ${words}`);
  return toText(html`${sentence}`);
};
