import { DEFAULT_ACCENT } from '../look/default-accent.ts';

const FAR = 'var(--guichet-offset-x,24px)';

/**
 * The bubble's look until the widget is loaded; the loader carries it, so every byte counts. What only matters once
 * somebody reaches for the bubble stands in `style/bubble-style.ts`.
 * `all: initial` keeps the page's inherited styles out; `!important` wins over rules of the page for the element itself.
 * The faint border shows where a dark bubble lies on a dark page, and where a system draws everything in its own colours.
 */
export const LAUNCHER_STYLE = `:host{all:initial!important;position:fixed!important;z-index:var(--guichet-z,2147483000)!important}.launcher{--_a:var(--guichet-accent,var(--_fill,${DEFAULT_ACCENT}));position:fixed;bottom:var(--guichet-offset-y,24px);right:${FAR};width:56px;height:56px;padding:13px;border:1px solid #fff3;border-radius:50%;background:var(--_a) border-box;color:var(--guichet-accent-contrast,var(--_ink,#fff));box-shadow:0 4px 16px #0004;cursor:pointer}.launcher.left{left:${FAR};right:auto}.launcher svg{fill:none;stroke:currentColor;stroke-width:1.75;stroke-linecap:round;stroke-linejoin:round}.busy svg{opacity:.5}.label{direction:ltr;position:absolute;top:12px;right:68px;width:max-content;padding:6px 10px;border-radius:6px;background:#222;color:#fff;font:14px/20px system-ui;opacity:0;pointer-events:none}.left .label{right:auto;left:68px}.failed .label{opacity:1}`;
