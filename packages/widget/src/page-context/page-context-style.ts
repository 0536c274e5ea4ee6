export const PAGE_CONTEXT_STYLE = `
.page-context{display:flex;align-items:center;gap:4px;max-width:46em;margin:0 auto 4px;font-size:.867em;line-height:1.5;color:var(--muted)}
.page-context span{flex:1;min-width:0;overflow:hidden;text-overflow:ellipsis;white-space:nowrap}
.page-context .tool{flex:none;width:28px;height:28px}
.page-context .icon{width:1.067em;height:1.067em}
@media(pointer:coarse){.page-context .tool{width:44px;height:44px}}
`;
