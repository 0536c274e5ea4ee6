export const COMPOSER_STYLE = `
.composer{flex:none;margin:0;padding:4px 16px 8px}
.field{display:flex;align-items:flex-end;gap:4px;width:100%;max-width:46em;margin-inline:auto;padding:5px;padding-inline-start:0;border:1px solid var(--control);border-radius:min(12px,var(--guichet-radius,12px));background:var(--ground)}
.field:focus-within{border-color:var(--accent);box-shadow:0 0 0 1px var(--accent)}
.input{flex:1;min-width:0;max-height:160px;min-height:38px;margin:0;resize:none;border:0;overflow-y:auto;scrollbar-width:thin;padding-block:8px;padding-inline:14px 6px;background:none;line-height:1.467;outline:none}
.input::placeholder{color:var(--muted);opacity:1}
.send{display:grid;place-items:center;flex:none;width:38px;height:38px;border-radius:min(8px,var(--guichet-radius,8px));background:var(--fill);color:var(--on-accent)}
.send[aria-disabled=true]{background:var(--sunken);color:var(--muted);cursor:default}
.send:active:not([aria-disabled=true]){transform:scale(.96)}
.stop-mark{width:12px;height:12px;border-radius:2px;background:currentColor}
.data-notice{max-width:46em;margin:4px auto 0;text-align:center;text-wrap:balance;font-size:.8em;line-height:1.5;color:var(--muted)}
.count{margin:4px 2px 0;font-size:.8em;line-height:1.5;text-align:end;color:var(--muted);font-variant-numeric:tabular-nums}
.count.over{color:var(--fail)}
/* Below 16 px a phone zooms into the field it is typed in. */
@media(pointer:coarse){.input{min-height:44px;padding-block:10px;font-size:max(16px,1em)}.send{width:44px;height:44px}}
@media(forced-colors:active){
  .send{border:1px solid ButtonText;forced-color-adjust:none;background:ButtonFace;color:ButtonText}
  .field:focus-within{outline:2px solid Highlight}
  .message-user,.practice{border:1px solid}
  .caret,.stop-mark{forced-color-adjust:none;background:CanvasText}
}
`;
