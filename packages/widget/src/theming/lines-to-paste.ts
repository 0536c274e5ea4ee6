import type { Theme } from './theme.ts';
import { themeCss } from './theme-css.ts';

/** What goes into the page: a style where there is one, and the line with its attributes. `server` without a slash at its end. */
export function linesToPaste(theme: Theme, server: string): string {
  const css = themeCss(theme);
  const style = css ? `<style>\n${css}</style>\n` : '';
  const attributes = [
    theme.accent && `data-accent="${theme.accent}"`,
    theme.theme !== 'auto' && `data-theme="${theme.theme}"`,
    theme.position !== 'right' && `data-position="${theme.position}"`,
  ].filter(Boolean);
  return `${style}<script async src="${[`${server}/guichet.js"`, 'data-site="default"', ...attributes].join(' ')}></script>`;
}
