export const CONVERSATIONS_STYLE = `
.view>.conversations{display:flex;flex-direction:column;gap:16px;padding:16px 20px;max-width:46em;margin-inline:auto}
.conversations h3{margin:0;font-size:1em;font-weight:600}
.conversations .again{margin:0}
.conversations input{width:100%;min-height:40px;padding:8px 12px;border:1px solid var(--control);border-radius:6px;background:var(--ground);color:inherit;font:inherit;font-size:max(16px,1em)}
.conversations ul{display:grid;gap:2px;margin:0;padding:0;list-style:none}
.conversations li{display:flex;flex-wrap:wrap;align-items:center;gap:0 4px;border-bottom:1px solid var(--line)}
.conversations .entry{flex:1;min-width:0;min-height:48px;padding:6px 8px;text-align:start;border-radius:6px;overflow-wrap:anywhere}
.conversations .entry:hover{background:var(--sunken)}
.conversations .entry[aria-current=true]{font-weight:600}
.conversations time{display:block;color:var(--muted);font-size:.8em;font-weight:400}
.conversations .sure{flex:0 0 100%;display:flex;flex-wrap:wrap;align-items:center;gap:8px;margin:0;padding:8px}
.conversations .sure p{flex:1 1 12em;margin:0}
.conversations .note{margin:0}
.conversations .note:empty{display:none}
.conversations section{display:grid;gap:8px}
.conversations .row{display:flex;flex-wrap:wrap;gap:8px}
.conversations .danger{color:var(--fail);border-color:var(--fail)}
`;
