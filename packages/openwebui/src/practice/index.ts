export type { PracticeOptions } from './practice-options.ts';
export type { PracticeState } from './practice-state.ts';
export type { Behaviour, Exchange, ProviderAnswer, ProviderOptions } from './provider/provider-types.ts';
export type { ProviderCall } from './provider/scripted-provider.ts';
export { chunk, jsonAnswer, speaking, sse, textAnswer } from './provider/speak.ts';
export { type PracticeServer, startPractice } from './start-practice.ts';
