/**
 * How far an answer may use the tools that the model's owner gave it in Open WebUI.
 * `off`: none; documents and filters count all the same. `one-round`: tools and web search run once, before the answer.
 * `whole-agent`: the model calls tools as often as it needs, as in Open WebUI's own chat.
 */
export const TOOL_MODES = ['off', 'one-round', 'whole-agent'] as const;
export type ToolMode = (typeof TOOL_MODES)[number];

/**
 * Whether visitors may speak their questions and listen to answers. `open-webui`: where Open WebUI does it. `any`: where it
 * does not, in the visitor's browser, whose maker may get the sound.
 */
export const VOICE_WAYS = ['off', 'open-webui', 'any'] as const;
export type VoiceWay = (typeof VOICE_WAYS)[number];

/** Whether visitors are asked something before their first question, and whether they may leave it out. */
export const INTRODUCTION_WISHES = ['off', 'optional', 'required'] as const;
export type IntroductionWish = (typeof INTRODUCTION_WISHES)[number];
