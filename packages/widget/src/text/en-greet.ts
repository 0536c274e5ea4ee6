/**
 * English of the greeting that shows itself. In every other language it is in that language’s file, under `greet`. It is
 * shown before any language is loaded, so the build gives all of them to that piece (`greet-texts.ts`).
 */
export const enGreet = {
  /** Where neither page nor site has words of its own. */
  invitation: 'Any questions? Ask here.',
  close: 'Close this message',
};
