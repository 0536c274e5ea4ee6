/** Where the panel stands and what it is made of: corner, page or place in the text; whole screen on a phone. */
export const PANEL_STYLE = `
:host(:is([mode=inline],[mode=page])){all:initial;display:block!important;font-size:medium!important}
:host([mode=inline]){height:var(--guichet-height,640px);width:var(--guichet-width,100%)}
:host([mode=page]){height:100dvh}
.root{
  all:initial;display:block;direction:ltr;
  color:var(--ink);font:400 .9375em/1.467 var(--guichet-font,system-ui,sans-serif);
  font-size:var(--guichet-font-size,.9375em);
  -webkit-text-size-adjust:100%;
}
.root[dir=rtl]{direction:rtl}
:host([mode=inline]) .root,:host([mode=page]) .root{height:100%}
:where(.root *){box-sizing:border-box}
:where(.root :is(button,textarea)){font:inherit;color:inherit;letter-spacing:inherit}
:where(.root button){margin:0;padding:0;border:0;background:none;cursor:pointer;touch-action:manipulation;-webkit-tap-highlight-color:transparent}
:where(.root) :focus-visible{outline:2px solid var(--accent);outline-offset:2px}
.icon{display:block;width:1.333em;height:1.333em;fill:none;stroke:currentColor;stroke-width:1.75;stroke-linecap:round;stroke-linejoin:round;flex:none}
.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}

.panel{
  display:flex;flex-direction:column!important;margin:0;padding:0;overflow:hidden!important;
  max-width:none;max-height:none;
  color:var(--ink);background-color:var(--ground);
  border:1px solid var(--line);border-radius:var(--guichet-radius,14px);
}
section.panel{position:relative;height:100%}
:host([mode=page]) section.panel{border:0;border-radius:0}

.header{display:flex;align-items:center;gap:4px;flex:none;min-height:56px;padding-block:8px;padding-inline:20px 10px;border-bottom:1px solid var(--line)}
.name{flex:1;min-width:0;margin:0;font-size:1.067em;line-height:1.5;font-weight:600;display:-webkit-box;-webkit-box-orient:vertical;-webkit-line-clamp:2;overflow:hidden;overflow-wrap:anywhere;border-radius:6px}
.name:focus-visible{outline-offset:4px}
.tool{display:grid;place-items:center;flex:none;width:40px;height:40px;border-radius:6px;color:var(--muted)}
.tool:hover{color:var(--ink);background:var(--sunken)}
.practice{flex:none;margin:0;padding:8px 20px;font-size:.867em;line-height:1.38;color:var(--muted);background:var(--sunken)}

/* The page's style sheet reaches every part, and what its parts inherit: nothing here is left to it, nor the place above all parts. */
.ai-notice{
  all:initial!important;color-scheme:inherit!important;
  display:block!important;flex:none!important;box-sizing:border-box!important;width:100%!important;padding:7px 20px!important;
  position:sticky!important;inset-block:0!important;z-index:2147483647!important;
  font:400 max(12px,.867em)/1.4 system-ui,sans-serif!important;text-align:start!important;
  color:color-mix(in srgb,CanvasText 76%,Canvas)!important;background:Canvas!important;border-bottom:1px solid var(--line)!important;
}
.below{display:flex;flex-direction:column;flex:1;min-height:0;position:relative;z-index:0;isolation:isolate}
.below>.view{flex:1;min-height:0;overflow:auto}

.footer{display:flex;flex-wrap:wrap;justify-content:center;gap:0 12px;flex:none;margin:0;padding:0 16px 8px;font-size:.8em;line-height:2;color:var(--muted)}
.footer>*{white-space:nowrap}
.footer a{color:inherit;text-underline-offset:.15em}
.footer a:hover{color:var(--ink)}

@media(max-width:480px){.header{padding-inline-start:16px}.practice{padding-inline:16px}.ai-notice{padding-inline:16px!important}}
@media(pointer:coarse){.tool{width:44px;height:44px}}
@media(prefers-reduced-motion:reduce){.root *{animation:none!important;transition:none!important;scroll-behavior:auto!important}}
`;
