import type { ComponentChildren, VNode } from 'preact';
import { describe, expect, it } from 'vitest';
import { renderText } from './render-text.tsx';

/** What a tree of nodes says. */
function read(node: ComponentChildren): string {
  if (Array.isArray(node)) return node.map(read).join('');
  if (typeof node !== 'object' || node === null) return String(node ?? '');
  return read((node as VNode<{ children?: ComponentChildren }>).props.children);
}

describe('renderText', () => {
  it('says exactly what it was given', () => {
    for (const text of ['', 'One\n\nTwo\n', '<b>no</b> & "no"', 'see https://example.com/a?b=c, and http://x.org.'])
      expect(read(renderText(text))).toBe(text);
  });

  it('turns no letters round', () => {
    expect(read(renderText('Open invoice \u202efdp.exe'))).toBe('Open invoice fdp.exe');
  });
});
