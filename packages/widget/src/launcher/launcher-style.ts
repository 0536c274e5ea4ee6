import { DEFAULT_ACCENT } from '../look/accent.ts';

const DARK = 'var(--guichet-accent,var(--_accent-dark,#5cc4be));color:var(--guichet-accent-contrast,#0b1b1b)';

/**
 * The bubble's look, and the place of everything. Written for the loader, so every byte counts.
 * `all: initial` keeps the page's inherited styles out; `!important` wins over rules of the page for the element itself.
 */
export const LAUNCHER_STYLE = `:host{all:initial;font-size:medium!important}
:host(:not([mode=inline],[mode=page])){position:fixed!important;inset:auto 0 0 auto;z-index:var(--guichet-z,2147483000)}
:host([hidden]){display:none!important}
.launcher{--_a:var(--guichet-accent,var(--_accent-light,${DEFAULT_ACCENT}));position:fixed;bottom:var(--guichet-offset-y,24px);right:var(--guichet-offset-x,24px);box-sizing:border-box;width:56px;height:56px;margin:0;padding:14px;border:0;border-radius:50%;background:var(--_a);color:var(--guichet-accent-contrast,#fff);box-shadow:0 2px 6px #14171a2e,0 8px 24px #14171a29;cursor:pointer;touch-action:manipulation;-webkit-tap-highlight-color:transparent;transition:transform .14s ease-out}
.launcher.left{left:var(--guichet-offset-x,24px);right:auto}
.launcher:hover{transform:translateY(-2px)}
.launcher:focus-visible{outline:2px solid var(--_a);outline-offset:2px;box-shadow:0 0 0 2px #fff}
.launcher svg{display:block;width:28px;height:28px;fill:none;stroke:currentColor;stroke-width:1.75;stroke-linecap:round;stroke-linejoin:round}
.launcher[aria-busy=true] svg{opacity:.6}
.label{position:absolute;top:50%;right:68px;transform:translateY(-50%);width:max-content;max-width:220px;padding:6px 10px;border-radius:6px;background:#1c2126;color:#fff;font:14px/20px system-ui,sans-serif;text-align:start;opacity:0;pointer-events:none;transition:opacity .14s}
.left .label{right:auto;left:68px}
.launcher:hover .label,.launcher:focus-visible .label,.failed .label{opacity:1}
.launcher.dark{--_a:${DARK}}
@media(prefers-color-scheme:dark){.launcher:not(.light){--_a:${DARK}}}
@media(prefers-reduced-motion:reduce){.launcher,.label{transition:none}.launcher:hover{transform:none}}
@media(forced-colors:active){.launcher,.label{border:1px solid}}
@media print{.launcher{display:none}}`;
