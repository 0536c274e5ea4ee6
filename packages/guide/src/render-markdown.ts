/** Markdown to HTML, with the guide's own directives, checked links, headings with anchors and code that can scroll. */
import { Marked, type RendererObject, type TokenizerAndRendererExtension, type Tokens } from 'marked';
import { anchorOf } from './anchor-of.ts';
import { BLOCK_DIRECTIVES, INLINE_DIRECTIVES } from './directives/all-directives.ts';
import { type DirectiveContext, DirectiveProblem } from './directives/directive.ts';
import type { GuideHeading } from './guide-page.ts';
import { html, raw, toText } from './markup.ts';
import { plainText } from './plain-text.ts';

export interface MarkdownContext extends DirectiveContext {
  /** The address for a link as it is written in the file. @throws DirectiveProblem when it leads nowhere */
  resolve(target: string): string;
}

export interface RenderedMarkdown {
  html: string;
  headings: GuideHeading[];
  problems: string[];
}

const CALLOUT = /^<p>\[!(NOTE|TIP|IMPORTANT|WARNING|CAUTION)\](?:<br>)?\s*/;

export function renderMarkdown(markdown: string, context: MarkdownContext): RenderedMarkdown {
  const headings: GuideHeading[] = [];
  const problems: string[] = [];
  const marked = new Marked({
    extensions: [blockDirective(run), inlineDirective(run)],
    renderer: rendererFor(context, headings, problems),
  });
  const rendered = marked.parse(markdown, { async: false });
  return { html: rendered, headings, problems };

  function run(name: string, words: string): string {
    try {
      const directive = BLOCK_DIRECTIVES.get(name) ?? INLINE_DIRECTIVES.get(name);
      if (!directive) throw new DirectiveProblem(`has an unknown directive: ${name}`);
      return directive(words, context);
    } catch (error) {
      if (!(error instanceof DirectiveProblem)) throw error;
      problems.push(error.message);
      return '';
    }
  }
}

type RunDirective = (name: string, words: string) => string;

/** `{{name words}}`, alone on its line. */
function blockDirective(run: RunDirective): TokenizerAndRendererExtension {
  return {
    name: 'block-directive',
    level: 'block',
    tokenizer(source) {
      const match = /^\{\{([\w-]+) ?([^}\n]*)\}\} *(?:\n+|$)/.exec(source);
      return match && BLOCK_DIRECTIVES.has(match[1] ?? '') ? directiveToken('block-directive', match) : undefined;
    },
    renderer: ({ directive, words }) => run(directive, words),
  };
}

/** The same within a line. */
function inlineDirective(run: RunDirective): TokenizerAndRendererExtension {
  return {
    name: 'inline-directive',
    level: 'inline',
    start: (source) => source.indexOf('{{'),
    tokenizer(source) {
      const match = /^\{\{([\w-]+) ?([^}\n]*)\}\}/.exec(source);
      return match ? directiveToken('inline-directive', match) : undefined;
    },
    renderer: ({ directive, words }) =>
      run(BLOCK_DIRECTIVES.has(directive) ? `${directive} within a line` : directive, words),
  };
}

function directiveToken(type: string, [raw, directive = '', words = '']: RegExpExecArray): Tokens.Generic {
  return { type, raw, directive, words: words.trim() };
}

function rendererFor(context: MarkdownContext, headings: GuideHeading[], problems: string[]): RendererObject {
  return {
    /** HTML in a page is shown as text: what a page needs beyond Markdown is a directive. */
    html: ({ text }) => toText(html`${text}`),
    heading({ tokens, depth }) {
      const content = this.parser.parseInline(tokens);
      const text = plainText(content);
      const id = freshAnchor(anchorOf(text), headings);
      headings.push({ id, level: depth, text });
      const level = `h${depth}`;
      return toText(
        html`${raw(`<${level} id="${id}">`)}${raw(content)} <a class="anchor" href="#${id}" aria-label="${context.texts.permalink({ heading: text })}">#</a>${raw(`</${level}>`)}`,
      );
    },
    link({ href, title, tokens }) {
      const address = resolve(href);
      return toText(
        html`<a href="${address}"${title ? html` title="${title}"` : ''}${/^https?:/.test(address) ? raw(' rel="noreferrer"') : ''}>${raw(this.parser.parseInline(tokens))}</a>`,
      );
    },
    image() {
      problems.push('shows a picture without the directive figure');
      return '';
    },
    code({ text, lang }) {
      return toText(
        html`<div class="code"><pre${lang ? html` data-language="${lang}"` : ''}><code>${text}</code></pre></div>`,
      );
    },
    table(token) {
      const cells = (row: Tokens.TableCell[], tag: 'th' | 'td') =>
        row.map((cell) => `<${tag}>${this.parser.parseInline(cell.tokens)}</${tag}>`).join('');
      const rows = token.rows.map((row) => `<tr>${cells(row, 'td')}</tr>`).join('');
      return `<div class="table" tabindex="0" role="region" aria-label="${context.texts.table}"><table><thead><tr>${cells(token.header, 'th')}</tr></thead><tbody>${rows}</tbody></table></div>`;
    },
    blockquote({ tokens }) {
      const content = this.parser.parse(tokens);
      const kind = CALLOUT.exec(content)?.[1]?.toLowerCase() as keyof typeof context.texts.callouts | undefined;
      if (!kind) return `<blockquote>${content}</blockquote>`;
      return toText(
        html`<div class="callout ${kind}" role="note"><p class="callout-name">${context.texts.callouts[kind]}</p>${raw(content.replace(CALLOUT, '<p>').replace(/^<p>\s*<\/p>/, ''))}</div>`,
      );
    },
  };

  function resolve(target: string): string {
    try {
      return context.resolve(target);
    } catch (error) {
      if (!(error instanceof DirectiveProblem)) throw error;
      problems.push(error.message);
      return '#';
    }
  }
}

function freshAnchor(wanted: string, headings: readonly GuideHeading[]): string {
  const isTaken = (id: string) => headings.some((heading) => heading.id === id);
  let id = wanted || 'section';
  for (let count = 2; isTaken(id); count += 1) id = `${wanted}-${count}`;
  return id;
}
