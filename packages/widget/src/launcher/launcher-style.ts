import { DEFAULT_ACCENT } from '../look/accent.ts';

const DARK = '--_a:var(--guichet-accent,var(--_accent-dark,#5cc4be));color:var(--guichet-accent-contrast,#0b1b1b)';
const FAR = 'var(--guichet-offset-x,24px)';

/**
 * The bubble's look until the widget is loaded; the loader carries it, so every byte counts. What only matters once
 * somebody reaches for the bubble stands in `style/bubble-style.ts`.
 * `all: initial` keeps the page's inherited styles out; `!important` wins over rules of the page for the element itself.
 * The border cannot be seen, except where a system with its own colours draws all borders.
 */
export const LAUNCHER_STYLE = `:host{all:initial}:host(:not([mode=inline],[mode=page])){position:fixed!important;z-index:var(--guichet-z,2147483000)}.launcher{--_a:var(--guichet-accent,var(--_accent-light,${DEFAULT_ACCENT}));position:fixed;bottom:var(--guichet-offset-y,24px);right:${FAR};box-sizing:border-box;width:56px;height:56px;padding:13px;border:1px solid #0000;border-radius:50%;background:var(--_a) border-box;color:var(--guichet-accent-contrast,#fff);box-shadow:0 2px 6px #14171a2e,0 8px 24px #14171a29;cursor:pointer}.launcher.left{left:${FAR};right:auto}.launcher svg{fill:none;stroke:currentColor;stroke-width:1.75;stroke-linecap:round;stroke-linejoin:round}.label{position:absolute;top:12px;right:68px;width:max-content;padding:6px 10px;border-radius:6px;background:#1c2126;color:#fff;font:14px/20px system-ui,sans-serif;opacity:0;pointer-events:none}.left .label{right:auto;left:68px}.failed .label{opacity:1}.launcher.dark{${DARK}}@media(prefers-color-scheme:dark){.launcher:not(.light){${DARK}}}`;
