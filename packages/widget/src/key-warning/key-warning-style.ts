/**
 * Live region and buttons, drawn as one box above the field. The colour comes with an icon and words; where a browser
 * does not know `light-dark`, they suffice.
 */
export const KEY_WARNING_STYLE = `
.warning:is(.on,.said),.box{max-width:46em;margin:0 auto;padding:0 14px}
.warning{overflow-wrap:anywhere}
.warning.on,.box{border:1px solid var(--control);border-color:light-dark(#8a5200,#e9b25c)}
.warning.on{display:grid;grid-template-columns:auto 1fr;gap:2px 10px;padding-top:12px;border-bottom:0;border-radius:12px 12px 0 0}
.warning .icon{margin-top:1px;color:light-dark(#8a5200,#e9b25c)}
.warning .what{font-weight:600}
.warning .why{grid-column:2;color:var(--muted);font-size:.933em;line-height:1.45}
.box{margin-bottom:8px;padding:12px 14px;padding-inline-start:44px;border-top:0;border-radius:0 0 12px 12px}
.choice{display:flex;width:fit-content;flex-wrap:wrap;gap:8px;border-radius:6px}
.choice:focus-visible{outline-offset:3px}
.choice .again{margin:0}
.choice .again:first-child{border-color:var(--fill);background:var(--fill);color:var(--on-accent)}
.warning.said{margin-block:4px 8px;color:var(--muted);font-size:.933em}
@media(forced-colors:active){.choice .again:first-child{border-color:ButtonText}}
`;
