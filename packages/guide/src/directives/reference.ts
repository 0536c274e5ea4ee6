/** Tables made from what the program itself goes by. */
import { ERRORS, type ErrorCode } from '@guichet/contract/error-catalogue';
import { en as problemsEn } from '@guichet/contract/problem-text/en';
import { fr as problemsFr } from '@guichet/contract/problem-text/fr';
import { anchorOf } from '../anchor-of.ts';
import type { SettingFact } from '../guide-page.ts';
import { html, type Markup, toText } from '../markup.ts';
import { type Directive, type DirectiveContext, DirectiveProblem } from './directive.ts';

const PROBLEM_TEXTS = { en: problemsEn, fr: problemsFr };

/** `{{errors}}`: every error code, each with an anchor of its own, because problem documents lead there. */
export const errors: Directive = (_, { locale, texts }) => {
  const codes = Object.keys(ERRORS) as ErrorCode[];
  return toText(
    html`<dl class="entries">${codes.map(
      (
        code,
      ) => html`<div id="${code}"><dt><code>${code}</code> <span class="muted">HTTP ${ERRORS[code].status}</span></dt>
<dd>${PROBLEM_TEXTS[locale][code]}</dd><dd class="muted">${ERRORS[code].retryable ? texts.waitingHelps : texts.waitingDoesNotHelp}</dd></div>`,
    )}</dl>`,
  );
};

/** `{{error CODE}}`, within a line: the sentence that visitors read, so that a page cannot quote an older one. */
export const error: Directive = (code, { locale }) => {
  if (!Object.hasOwn(ERRORS, code)) throw new DirectiveProblem(`names an error that does not exist: ${code}`);
  return toText(html`${PROBLEM_TEXTS[locale][code as ErrorCode]}`);
};

/** `{{settings}}`: every setting with its meaning, default and an example. */
export const settings: Directive = (_, context) =>
  toText(html`<dl class="entries">${context.facts.settings.map((fact) => describeSetting(fact, context))}</dl>`);

function describeSetting(fact: SettingFact, { locale, texts }: DirectiveContext): Markup {
  const { name, aliases, secret } = fact;
  const { meaning, defaultText, example } = fact.words[locale];
  return html`<div id="${anchorOf(name)}"><dt><code>${name}</code>${aliases.map((alias) => html` <span class="muted">${texts.also} <code>${alias}</code></span>`)}</dt>
<dd>${meaning} ${secret ? texts.secretSetting : ''}</dd>
<dd class="muted">${texts.settingDefault} ${defaultText}</dd>
<dd class="muted">${texts.example} <code>${name}=${example}</code></dd></div>`;
}

/** `{{version}}`, within a line: the version of this Guichet. */
export const version: Directive = (_, { facts }) => toText(html`${facts.version}`);
