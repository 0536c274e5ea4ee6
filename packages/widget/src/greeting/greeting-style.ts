import { TOKENS } from '../style/tokens.ts';

const { ground, ink, line, accent } = TOKENS;

/** In the place where the panel opens. Browsers that do not know `light-dark` take the system’s own two colours. */
export const GREETING_STYLE = `
.greet{
  all:initial;direction:ltr;color-scheme:light dark;
  position:fixed;bottom:calc(var(--guichet-offset-y,24px) + 72px);right:var(--guichet-offset-x,24px);
  display:flex;align-items:flex-start;max-width:min(300px,calc(100vw - 2*var(--guichet-offset-x,24px)));box-sizing:border-box;
  border:1px solid var(--guichet-border,GrayText);border-color:var(--guichet-border,light-dark(${line.light},${line.dark}));
  border-radius:var(--guichet-radius,14px);background:Canvas;background:var(--guichet-bg,light-dark(${ground.light},${ground.dark}));
  color:CanvasText;color:var(--guichet-fg,light-dark(${ink.light},${ink.dark}));
  font:400 15px/1.45 var(--guichet-font,system-ui,sans-serif);box-shadow:0 1px 2px #14171a14,0 8px 28px #14171a2e;
}
.greet.light{color-scheme:light}
.greet.dark{color-scheme:dark}
.greet.left{right:auto;left:var(--guichet-offset-x,24px)}
.greet[dir=rtl]{direction:rtl}
.greet button{all:unset;box-sizing:border-box;cursor:pointer;-webkit-tap-highlight-color:transparent}
.greet button:focus-visible{outline:2px solid ${accent.light};outline-color:light-dark(${accent.light},${accent.dark});outline-offset:-3px;border-radius:10px}
.greet .words{padding-block:13px;padding-inline:16px 0;overflow-wrap:anywhere;white-space:pre-line}
.greet .tool{display:grid;place-items:center;flex:none;width:40px;height:40px;margin:4px}
.greet svg{width:18px;height:18px;fill:none;stroke:currentColor;stroke-width:1.75;stroke-linecap:round}
@media(pointer:coarse){.greet .tool{width:44px;height:44px}}
@media(prefers-reduced-motion:no-preference){.greet{animation:greet .18s ease-out}}
@keyframes greet{from{opacity:0;transform:translateY(8px)}}
@media print{.greet{display:none}}
`;
