/** Texts in which a refused word is right, each with its reason. One that no longer occurs fails the test. */
export const EXCEPTIONS: readonly { text: RegExp; why: string }[] = [
  { text: /npx guichet openwebui (?:un)?provision/, why: 'The command has this name.' },
];
