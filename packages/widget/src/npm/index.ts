/**
 * Guichet's chat in pages that are built: types for element, events and verbs, and a way to put a chat in and take it out.
 * The chat itself comes from your Guichet server; nothing of it is in this package.
 */
export { type ChatOptions, type MountedChat, mountChat } from './mount-chat.ts';
export type {
  Guichet,
  GuichetAttributes,
  GuichetChatElement,
  GuichetDiagnosis,
  GuichetEventName,
  GuichetEvents,
  GuichetVerbs,
} from './types.ts';
