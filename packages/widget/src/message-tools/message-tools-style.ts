export const MESSAGE_TOOLS_STYLE = `
.tools{display:flex;margin:4px 0 -12px;margin-inline-start:-8px;opacity:0;transition:opacity .12s}
.tools .tool{width:32px;height:32px}
.tools .icon{width:1.067em;height:1.067em}
.message:is(:hover,:focus-within,:last-child) .tools{opacity:1}
@media(hover:hover){.message:not(:last-child) .tools{position:absolute;top:100%;margin-bottom:0}.message:not(:last-child) .tool{height:24px}}
@media(hover:none){.tools{opacity:1}}
@media(pointer:coarse){.tools .tool{width:44px;height:44px}.tools{margin-inline-start:-14px}}
.message-tools{display:contents}
.message-tools [aria-pressed=true]{color:var(--accent)}
.message-user .message-tools .tool{position:absolute;inset-inline-end:100%;inset-block-end:0;width:32px;height:32px;opacity:0}
.message-user .message-tools .icon{width:1.067em;height:1.067em}
.message-user:is(:hover,:focus-within) .tool{opacity:1}
@media(hover:none){.message-user .message-tools .tool{opacity:1}}
@media(pointer:coarse){.message-user .message-tools .tool{width:44px;height:44px}}
.tools:has(.rating){flex-wrap:wrap;opacity:1!important;position:static!important;margin-bottom:0}
.rating{flex:1 0 calc(100% - 16px);display:grid;gap:8px;margin:4px 8px 0;padding:12px;border:1px solid var(--line);border-radius:8px}
.rating fieldset{display:grid;gap:2px;margin:0;padding:0;border:0}
.rating legend{padding:0;margin-bottom:4px;font-weight:600}
.rating label{display:flex;gap:8px;align-items:center;min-height:28px}
.rating input{margin:0;accent-color:var(--accent)}
.rating textarea{width:100%;min-height:64px;padding:8px;border:1px solid var(--control);border-radius:6px;background:var(--ground);resize:vertical}
.rating .row{display:flex;gap:8px}
.rating .again{margin:0}
.thanks{order:1;flex:0 0 100%;margin:4px 8px 0;color:var(--muted);font-size:.867em}
.thanks:empty{position:absolute}
.tools:has(.thanks:not(:empty)){flex-wrap:wrap}
`;
