export const VOICE_STYLE = `
.field{flex-wrap:wrap}
.composer-tool{display:contents}
.speak{width:38px;height:38px}
.listening{order:-1;flex:0 0 100%;display:flex;align-items:center;gap:8px;min-height:38px;padding-inline-start:14px}
:is(.speak,.listening,.listening .tool)[hidden]{display:none}
.listening time{flex:1;font-variant-numeric:tabular-nums}
.listening i{flex:none;width:10px;height:10px;border-radius:50%;background:var(--fail);animation:heard 1.2s infinite}
.listening.writing i{animation:none;background:var(--muted)}
@keyframes heard{50%{opacity:.25}}
.voice-said{order:-1;flex:0 0 100%;margin:0;padding:2px 14px;font-size:.867em;line-height:1.38}
.voice-said:empty{display:none}
@media(pointer:coarse){.speak{width:44px;height:44px}}
@media(prefers-reduced-motion:reduce){.listening i{animation:none}}
@media(forced-colors:active){.listening i{forced-color-adjust:none;background:Highlight}}
`;
