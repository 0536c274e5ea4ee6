import type { ComponentChildren, VNode } from 'preact';
import { describe, expect, it } from 'vitest';
import { renderText } from './render-text.tsx';

/** What a tree of nodes says, and where its links lead. */
function read(node: ComponentChildren, links: string[] = []): { text: string; links: string[] } {
  if (Array.isArray(node)) return { text: node.map((child) => read(child, links).text).join(''), links };
  if (typeof node !== 'object' || node === null) return { text: String(node ?? ''), links };
  const { props } = node as VNode<{ href?: string; children?: ComponentChildren }>;
  if (props.href) links.push(props.href);
  return { text: read(props.children, links).text, links };
}

describe('renderText', () => {
  it('says exactly what it was given', () => {
    for (const text of ['', 'One\n\nTwo\n', '<b>no</b> & "no"', 'see https://example.com/a?b=c, and http://x.org.'])
      expect(read(renderText(text)).text).toBe(text);
  });

  it('turns no letters round', () => {
    expect(read(renderText('Open invoice \u202efdp.exe')).text).toBe('Open invoice fdp.exe');
  });

  it('makes links of web addresses, without the punctuation around them', () => {
    const { links } = read(renderText('(https://example.com/a), « http://example.org/b ». https://example.com/c?d=e.'));
    expect(links).toEqual(['https://example.com/a', 'http://example.org/b', 'https://example.com/c?d=e']);
  });

  it('makes no link of anything else', () => {
    const text = 'javascript://x data:text/html,x file:///etc ftp://x mailto:a@b JAVASCRIPT:https://example.com';
    expect(read(renderText(text)).links).toEqual(['https://example.com/']);
    const named = 'https://bank.example@evil.example/ http://user:pw@evil.example';
    expect(read(renderText(named))).toEqual({ text: named, links: [] });
  });
});
