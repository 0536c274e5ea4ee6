/** One box above the field, which scrolls by itself where the panel is low: the conversation stays in sight. */
export const INTRODUCTION_STYLE = `
.note:has(>.introduction){margin:0;font-size:1em;color:inherit}
.introduction{display:grid;gap:12px;max-width:46em;max-height:calc(var(--_view-height,100dvh)*.46);margin:0 auto 8px;padding:14px 16px;overflow:auto;overscroll-behavior:contain;border:1px solid var(--line);border-radius:min(12px,var(--guichet-radius,12px));background:var(--ground);animation:arrive .16s ease-out}
.introduction h3{margin:0;font-size:1em;line-height:1.4;font-weight:600;border-radius:4px}
.asked,.pair{display:grid;gap:4px;min-width:0}
.pair{gap:12px}
.asked label{font-size:.933em;line-height:1.4}
.asked input[type=text],.asked input[type=email]{width:100%;min-width:0;min-height:38px;margin:0;padding:7px 12px;border:1px solid var(--control);border-radius:min(8px,var(--guichet-radius,8px));background:var(--ground);color:inherit;font:inherit;text-align:start}
.asked input:focus-visible{border-color:var(--accent);outline:2px solid var(--accent);outline-offset:0}
.asked input[aria-invalid=true]{border-color:var(--fail)}
.agree{display:grid;grid-template-columns:auto 1fr;gap:10px;align-items:start;min-height:24px;cursor:pointer;white-space:pre-line;overflow-wrap:anywhere}
.agree input{width:20px;height:20px;margin:0;accent-color:var(--accent)}
.wrong{margin:0;color:var(--fail);font-size:.867em;line-height:1.45}
.wrong:empty{display:none}
.introduction .go{justify-self:start;min-height:38px;padding:7px 18px;border:1px solid var(--fill);border-radius:min(8px,var(--guichet-radius,8px));background:var(--fill);color:var(--on-accent);font-weight:500}
.introduction .go[aria-disabled=true]{border-color:var(--line);background:var(--sunken);color:var(--muted);cursor:default}
@media(pointer:coarse){.asked input[type=text],.asked input[type=email]{min-height:44px;font-size:max(16px,1em)}.introduction .go{min-height:44px}.agree{min-height:44px;align-items:center}.agree input{width:24px;height:24px}}
@media(min-width:481px){.pair{grid-template-columns:1fr 1fr;align-items:start}}
@media(forced-colors:active){.introduction .go{border-color:ButtonText}}
`;
