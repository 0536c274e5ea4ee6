import { BUBBLE_STYLE } from '../style/bubble-style.ts';
import { DIALOG_STYLE } from '../style/dialog-style.ts';
import { TOKENS } from '../style/tokens.ts';

const { ground, line } = TOKENS;

/** What of a sealed chat is in the page: the bubble, and the place of the frame. */
export const SEALED_STYLE = `${BUBBLE_STYLE}
:host(:is([mode=inline],[mode=page])){all:initial;display:block!important}
:host([mode=inline]){height:var(--guichet-height,640px);width:var(--guichet-width,100%)}
:host([mode=page]){height:100dvh}
.panel{
  --ground:${ground.light};--line:${line.light};
  display:block;box-sizing:border-box;margin:0;padding:0;overflow:hidden;max-width:none;max-height:none;
  background-color:var(--guichet-bg,var(--ground));border:1px solid var(--guichet-border,var(--line));border-radius:var(--guichet-radius,14px);
}
div.panel{height:100%}
:host([mode=page]) .panel{border:0;border-radius:0}
.panel.dark{--ground:${ground.dark};--line:${line.dark}}
@media(prefers-color-scheme:dark){.panel:not(.light){--ground:${ground.dark};--line:${line.dark}}}
.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
iframe{display:block;border:0;width:100%;height:100%;color-scheme:normal}
${DIALOG_STYLE}
@media(prefers-reduced-motion:reduce){.panel{animation:none!important}}
`;
