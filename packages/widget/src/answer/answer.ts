/**
 * What belongs to an answer besides its text, and is not there before the first one: what can be done about it, what it is
 * based on, and the pictures that it brought.
 */
export { drawMessageTools } from '../message-tools/message-tools.ts';
export { drawPicture } from './draw-picture.ts';
export { drawSources } from './draw-sources.ts';
