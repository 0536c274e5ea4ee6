export const FILES_STYLE = `
.field{flex-wrap:wrap}
.composer-tool{display:contents}
.field.dropping{border-color:var(--accent);box-shadow:0 0 0 2px var(--accent)}
.attach{width:38px;height:38px}
.files{order:-1;max-height:min(220px,32vh);overflow:auto;flex:0 0 100%;display:flex;flex-wrap:wrap;gap:6px;margin:0;padding:4px;padding-inline-start:9px;list-style:none}
.files:empty{display:none}
.files li{position:relative;display:flex;align-items:center;gap:4px;max-width:100%;min-height:34px;padding-inline-start:10px;overflow:hidden;border:1px solid var(--line);border-radius:8px;background:var(--sunken);font-size:.867em}
.files li.failed{border-color:var(--fail)}
.files img{flex:none;width:32px;height:32px;margin-inline-start:-10px;object-fit:cover}
.files span{min-width:0;overflow-wrap:anywhere;padding-block:6px;line-height:1.38}
.files bdi{font-weight:600}
.files .failed span{color:var(--fail)}
.files .tool{width:32px;height:32px}
.files progress{position:absolute;inset:auto 0 0;width:100%;height:3px;appearance:none;border:0;background:var(--line);color:var(--accent)}
.files progress::-webkit-progress-bar{background:var(--line)}
.files progress::-webkit-progress-value{background:var(--accent)}
.files progress::-moz-progress-bar{background:var(--accent)}
.files-said{order:-1;flex:0 0 100%;margin:0;padding:2px 9px;font-size:.867em;line-height:1.38;color:var(--fail)}
.files-said:empty{display:none}
.message-user>.note{margin:6px 0 0;font-size:.867em;overflow-wrap:anywhere}
.message-user>.note::before{content:"";display:inline-block;width:.55em;height:.8em;margin-inline-end:.5em;border:1.5px solid;border-radius:2px}
@media(pointer:coarse){.attach{width:44px;height:44px}.files .tool{width:40px;height:40px}}
@media(forced-colors:active){.files progress{forced-color-adjust:none;background:Canvas}.files progress::-webkit-progress-value{background:Highlight}}
`;
