/** The conversation: the visitor's words in a sunken box at the end side, the assistant's on the ground without one. */
export const LOG_STYLE = `
.log-frame{position:relative;flex:1;min-height:0;display:flex}
.log{flex:1;min-width:0;overflow-x:hidden;overflow-y:auto;overscroll-behavior:contain;padding:20px;scrollbar-width:thin;scrollbar-color:var(--line) transparent}
.log:focus-visible{outline-offset:-2px}
.column{display:flex;flex-direction:column;gap:24px;min-height:100%;width:100%;max-width:44em;margin-inline:auto}

.message{position:relative;max-width:100%;overflow-wrap:anywhere;border-radius:6px}
.message-user{align-self:flex-end;max-width:85%;padding:8px 14px;border-radius:min(14px,var(--guichet-radius,14px));border-end-end-radius:min(4px,var(--guichet-radius,4px));background:var(--sunken)}
.text{white-space:pre-wrap}
.waiting{margin:0}
.message a{color:var(--accent);text-decoration:underline;text-underline-offset:.15em}
.message a:hover{text-decoration-thickness:2px}

.caret{display:inline-block;width:2px;height:1.15em;margin-inline-start:2px;vertical-align:-.2em;border-radius:1px;background:var(--accent)}
/* Blinks for as long as anybody waits gladly, then stands still and a word joins it. */
.waiting .caret{animation:blink 1s step-end 5}
@keyframes blink{50%{opacity:0}}
.activity{margin-inline-start:10px;color:var(--muted)}
.activity.late{animation:late 5s step-end}
@keyframes late{from{opacity:0}}

.doing{margin:8px 0 0;color:var(--muted)}
.done{margin-top:8px;color:var(--muted);font-size:.867em;line-height:1.5}
.done summary{display:inline-block;min-height:24px;cursor:pointer;border-radius:4px}
.done summary::before{content:'+ '}
.done[open] summary::before{content:'− '}
.done ul{margin:4px 0 0;padding-inline-start:1.5em}
.done [data-failed]{color:var(--fail)}
.attachment{margin:12px 0 0}
.attachment:first-child{margin-top:0}

.note{margin:8px 0 0;color:var(--muted);font-size:.867em;line-height:1.5}
.note:first-child{margin-top:0}
.again{min-height:36px;margin-top:10px;padding:6px 14px;border:1px solid var(--control);border-radius:min(6px,var(--guichet-radius,6px));font-weight:500}
.again:hover{border-color:var(--ink)}
.error{display:grid;grid-template-columns:auto 1fr;gap:2px 10px}
.text+.error{margin-top:12px}
.error .icon{color:var(--fail);margin-top:1px}
.error p{margin:0}
.error .reference,.error .again{grid-column:2;justify-self:start}
.reference{color:var(--muted);font-size:.867em}
.reference code{font-family:ui-monospace,monospace;user-select:all}

.empty{display:flex;flex-direction:column;gap:20px;margin-block:auto 0;padding-bottom:4px;animation:arrive .16s ease-out}
.greeting{margin:0;font-size:1.267em;line-height:1.4;font-weight:600;text-wrap:balance;white-space:pre-line}
.suggestions{display:flex;flex-wrap:wrap;gap:8px;margin:0;padding:0;list-style:none}
.suggestion{min-height:40px;padding:8px 14px;border:1px solid var(--control);border-radius:min(6px,var(--guichet-radius,6px));text-align:start;line-height:1.4}
.suggestion:hover{border-color:var(--accent);color:var(--accent)}

.connection{margin:0;color:var(--muted);font-size:.867em;animation:late .9s step-end}

.latest{position:absolute;inset-inline:0;bottom:12px;width:40px;height:40px;display:grid;place-items:center;border-radius:50%;margin-inline:auto;background:var(--ground);border:1px solid var(--control);box-shadow:0 2px 8px #14171a24}
@media(pointer:coarse){.latest{width:44px;height:44px}.suggestion,.again{min-height:44px}}
@media(max-width:480px){.log{padding:16px}}
`;
