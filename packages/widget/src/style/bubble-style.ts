/** What the bubble does once somebody reaches for it; its first look is `launcher/launcher-style.ts`. */
export const BUBBLE_STYLE = `
:host([hidden]){display:none!important}
.launcher{touch-action:manipulation;-webkit-tap-highlight-color:transparent;transition:transform .14s ease-out}
.launcher:hover{transform:translateY(-2px)}
.launcher:focus-visible{outline:2px solid var(--_light,var(--_a));outline-offset:2px;box-shadow:0 0 0 2px #fff}
.label{transition:opacity .14s}
.launcher:is(:hover,:focus-visible):not(.opened) .label{opacity:1}
.badge{position:absolute;top:-4px;right:-4px;min-width:8px;padding:0 6px;border:2px solid #fff;border-radius:12px;background:#a4262c;color:#fff;font:600 12px/18px system-ui,sans-serif;text-align:center}
.badge[hidden]{display:none}
@media(prefers-reduced-motion:reduce){.launcher,.label{transition:none}.launcher:hover{transform:none}}
@media print{.launcher{display:none}}
`;
