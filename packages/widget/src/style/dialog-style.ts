/** The panel of a bubble: over its corner, and the whole screen on a phone. */
export const DIALOG_STYLE = `
dialog.panel:not([open]){display:none}
dialog.panel{
  position:fixed;inset:auto;
  bottom:calc(var(--guichet-offset-y,24px) + 72px);right:var(--guichet-offset-x,24px);
  width:var(--_width,var(--guichet-width,max(400px,20em)));max-width:calc(100vw - 2*var(--guichet-offset-x,24px));
  height:var(--_height,var(--guichet-height,640px));max-height:calc(100dvh - 72px - 2*var(--guichet-offset-y,24px));
  box-shadow:0 1px 2px #14171a14,0 16px 48px #14171a2e;
  animation:arrive .16s ease-out;
}
.left dialog.panel,dialog.panel.left{left:var(--guichet-offset-x,24px);right:auto}
@keyframes arrive{from{opacity:0;transform:translateY(8px)}}
@media(max-width:480px),(max-height:480px){
  dialog.panel{
    inset:0;top:var(--_view-top,0px);width:100%;max-width:none;height:var(--_view-height,100dvh);max-height:none;
    padding:env(safe-area-inset-top,0) env(safe-area-inset-right,0) env(safe-area-inset-bottom,0) env(safe-area-inset-left,0);
    border:0;border-radius:0;box-shadow:none;
  }
  .left dialog.panel,dialog.panel.left{left:0}
  dialog.panel::backdrop{background:none}
}
@media print{dialog.panel{display:none}}
`;
