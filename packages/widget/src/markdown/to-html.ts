/** For tests: what CommonMark's examples say a text becomes. Nothing in the widget makes HTML. */
import type { Block } from './block.ts';
import type { Definitions } from './definitions.ts';
import { type Inline, textOf } from './inline.ts';
import { parseInlines } from './inline-parser.ts';
import { tableCells } from './table-cells.ts';
import { linesAfter, wholeText } from './text-line.ts';

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

function address(text: string): string {
  try {
    return escaped(encodeURI(text).replaceAll('%25', '%'));
  } catch {
    return escaped(text);
  }
}

export function inlineHtml(inlines: readonly Inline[], links = false): string {
  return inlines
    .map((inline): string => {
      switch (inline.type) {
        case 'text':
          return escaped(inline.text);
        case 'html':
          return inline.text;
        case 'code':
          return `<code>${escaped(inline.text)}</code>`;
        case 'task':
          return `<input${inline.isDone ? ' checked=""' : ''} disabled="" type="checkbox"> `;
        case 'soft':
          return '\n';
        case 'hard':
          return '<br />\n';
        case 'math':
          return escaped(inline.text);
        case 'link':
        case 'picture': {
          // CommonMark itself makes no links of them.
          if (inline.type === 'link' && inline.isBare && !links) return inlineHtml(inline.children);
          const title = inline.title === '' ? '' : ` title="${escaped(inline.title)}"`;
          return inline.type === 'link'
            ? `<a href="${address(inline.address)}"${title}>${inlineHtml(inline.children)}</a>`
            : `<img src="${address(inline.address)}" alt="${escaped(textOf(inline.children))}"${title} />`;
        }
        default:
          return `<${inline.type}>${inlineHtml(inline.children, links)}</${inline.type}>`;
      }
    })
    .join('');
}

export function blockHtml(block: Block, definitions: Definitions, isTight = false): string {
  const inside = (text: string) => inlineHtml(parseInlines(text, definitions).inlines);
  const children = (tight = false) => block.children.map((child) => blockHtml(child, definitions, tight)).join('');
  const text = wholeText(block.last);
  switch (block.type) {
    case 'document':
      return children();
    case 'quote':
      return `<blockquote>\n${children()}</blockquote>\n`;
    case 'list': {
      const name = block.marker?.ordered ? 'ol' : 'ul';
      const start = block.marker?.ordered && block.marker.start !== 1 ? ` start="${block.marker.start}"` : '';
      return `<${name}${start}>\n${children(block.isTight)}</${name}>\n`;
    }
    case 'item': {
      const parts = block.children.map((child) => [child.type, blockHtml(child, definitions, isTight)] as const);
      let html = '';
      for (const [type, part] of parts) {
        if (isTight && type === 'paragraph') html += (html === '' || html.endsWith('\n') ? '' : '\n') + part;
        else html += (html === '' || !html.endsWith('\n') ? '\n' : '') + part;
      }
      return `<li>${html}</li>\n`;
    }
    case 'paragraph':
      return isTight ? inside(text) : `<p>${inside(text)}</p>\n`;
    case 'heading':
      return `<h${block.level}>${inside(text)}</h${block.level}>\n`;
    case 'rule':
      return '<hr />\n';
    case 'code': {
      const language = block.info.split(/[ \t]/)[0];
      return `<pre><code${language ? ` class="language-${escaped(language)}"` : ''}>${escaped(block.last ? `${text}\n` : '')}</code></pre>\n`;
    }
    case 'table': {
      const [header = '', ...rows] = (linesAfter(undefined, block.last) ?? []).map((row) => row.text);
      const row = (text: string, name: string) => {
        const cells = tableCells(text);
        const written = block.columns.map((align, at) => {
          return `<${name}${align ? ` align="${align}"` : ''}>${inside(cells[at] ?? '')}</${name}>\n`;
        });
        return `<tr>\n${written.join('')}</tr>\n`;
      };
      const body = rows.length > 0 ? `<tbody>\n${rows.map((one) => row(one, 'td')).join('')}</tbody>\n` : '';
      return `<table>\n<thead>\n${row(header, 'th')}</thead>\n${body}</table>\n`;
    }
  }
}
