export { type CheckId, say, TEXTS, type TextRef, type Texts } from './texts.ts';
