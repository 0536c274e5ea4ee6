import { TOKEN_COLOURS } from '../highlight/token-colours.ts';

const tokens = Object.entries(TOKEN_COLOURS)
  .map(
    ([types, { light, dark }]) =>
      `.markdown :is(${types
        .split(' ')
        .map((type) => `.token-${type}`)
        .join()}){color:light-dark(${light},${dark})}`,
  )
  .join('\n');

/**
 * Line breaks within a paragraph are kept, as in Open WebUI's own chat. Each line is read the way its first letter is:
 * `plaintext` says so once, and for `dir=auto` browsers look at the whole text again with every node.
 */
export const MARKDOWN_STYLE = `
.text:has(>.markdown){white-space:normal}
.markdown>:first-child{margin-top:0}
.markdown>:last-child{margin-bottom:0}
.markdown :is(p,ul,ol,blockquote,pre,div){margin:0 0 12px}
.markdown :is(p,li,td,th,h3,h4,h5,h6){white-space:pre-line;unicode-bidi:plaintext}
.markdown :is(h3,h4,h5,h6){margin:20px 0 8px;font-size:1em;line-height:1.4;font-weight:600;text-wrap:balance}
.markdown h3{font-size:1.2em}
.markdown h4{font-size:1.1em}
.markdown :is(ul,ol){padding-inline-start:1.6em}
.markdown li{margin:0 0 4px;white-space:normal}
.markdown li>:last-child{margin-bottom:0}
.markdown [data-tight]>li>p{margin:0}
.markdown li :is(ul,ol){margin:4px 0}
.markdown li::marker{color:var(--muted);font-variant-numeric:tabular-nums}
.markdown li:has(>p>.task:first-child){list-style:none}
.markdown .task{margin-inline-start:-1.4em}
.markdown strong{font-weight:600}
.markdown blockquote{padding-inline-start:14px;border-inline-start:3px solid var(--line);color:var(--muted)}
.markdown blockquote>:last-child{margin-bottom:0}
.markdown hr{margin:20px 0;border:0;border-top:1px solid var(--line)}
.markdown code{padding:.1em .3em;border-radius:4px;background:var(--sunken);font:.9em/1.5 ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;overflow-wrap:anywhere}
.markdown pre{padding:12px 14px;border-radius:6px;background:var(--sunken);overflow-x:auto;white-space:pre;text-align:left;scrollbar-width:thin}
.markdown pre code{display:block;width:max-content;min-width:100%;padding:0;background:none;overflow-wrap:normal}
.markdown .code{margin:0 0 12px;border-radius:6px;background:var(--sunken)}
.markdown .code-head{display:flex;align-items:center;justify-content:space-between;min-height:32px;margin:0;padding-inline:14px 2px;color:var(--muted);font-size:.867em}
.markdown .code-head .tool{width:32px;height:32px;margin-inline-start:auto}
.markdown .code-head .icon{width:1.067em;height:1.067em}
.markdown .code pre{margin:0;padding-top:0;border-radius:0 0 6px 6px}
${tokens}
.markdown .token-cmnt{color:var(--muted)}
.markdown .formula{white-space:pre-wrap;unicode-bidi:isolate}
.markdown .formula.display{display:block;margin:12px 0;text-align:center;overflow-x:auto;overflow-y:hidden;scrollbar-width:thin}
.markdown math{font-size:1.1em}
.markdown .table{overflow-x:auto;scrollbar-width:thin}
.markdown table{border-collapse:collapse;font-size:.933em;line-height:1.45;font-variant-numeric:tabular-nums}
.markdown :is(th,td){padding:6px 16px 6px 0;padding-inline:0 16px;border-bottom:1px solid var(--line);text-align:start;vertical-align:top;min-width:5em;max-width:24em;overflow-wrap:break-word}
.markdown tr>:last-child{padding-inline-end:0}
.markdown th{font-weight:600;border-bottom-color:var(--control)}
.markdown .left{text-align:left}
.markdown .center{text-align:center}
.markdown .right{text-align:right}
.markdown .picture-frame{display:block;position:relative;aspect-ratio:16/9;padding:12px;border-radius:6px;background:var(--sunken);overflow:hidden}
.markdown .picture-away{color:var(--muted)}
.markdown a .host{font-size:.867em}
.markdown.growing>:is(p,h3,h4,h5,h6):last-child::after,.markdown.growing>:is(ul,ol):last-child>li:last-child>p:last-child::after{content:'';display:inline-block;width:2px;height:1.15em;margin-inline-start:2px;vertical-align:-.2em;border-radius:1px;background:var(--accent)}
@media(forced-colors:active){.markdown :is(code,pre){border:1px solid}}
`;
