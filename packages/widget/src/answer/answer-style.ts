import { MESSAGE_TOOLS_STYLE } from '../message-tools/message-tools-style.ts';

/** What stands below an answer, and the pictures in it. */
export const ANSWER_STYLE = `${MESSAGE_TOOLS_STYLE}
.picture{margin:0}
.picture[data-waiting=true]{width:100%;height:160px;border-radius:6px;background:var(--sunken)}
.picture img{display:block;max-width:100%;max-height:480px;border-radius:6px}
.sources a{display:inline-block;box-sizing:border-box;min-height:24px;padding-block:2px}
.sources{margin:12px 0 0;padding:10px 0 0;border-top:1px solid var(--line);font-size:.867em;line-height:1.5}
.sources h3{margin:0 0 4px;font-size:1em;font-weight:600;color:var(--muted)}
.sources ol{margin:0;padding:0;padding-inline-start:1.5em}
.host{color:var(--muted)}
a .host:only-child{color:inherit}
.sources li::marker{color:var(--muted);font-variant-numeric:tabular-nums}
`;
