/** The free corner of a panel: a triangle, so that what is beside it can still be pressed. Not where the panel covers the screen. */
export const GRIP_STYLE = `
.grip{position:absolute;z-index:1;inset:0 auto auto 0;width:28px;height:28px;margin:0;padding:0;border:0;background:none;cursor:nwse-resize;clip-path:polygon(0 0,100% 0,0 100%);touch-action:none}
.grip::before{content:"";position:absolute;inset:6px auto auto 6px;width:8px;height:8px;border:solid currentColor;border-width:2px 0 0 2px;border-start-start-radius:4px;opacity:0}
.grip:is(:hover,:focus-visible)::before{opacity:.6}
.grip:focus-visible{outline:2px solid currentColor;outline-offset:-2px}
.left .grip{inset:0 0 auto auto;transform:scaleX(-1)}
@media(max-width:480px),(max-height:480px){.grip{display:none}}
`;
