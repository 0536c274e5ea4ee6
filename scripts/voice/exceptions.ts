/** Texts in which a refused word is right, each with its reason. One that no longer occurs fails the test. */
export const EXCEPTIONS: readonly { text: RegExp; why: string }[] = [
  { text: /^un identifiant$|^Ceci est un identifiant \(UUID\)/, why: 'An ID, and nothing that opens anything.' },
];
