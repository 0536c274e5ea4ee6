/**
 * Letters, digits, and signs that make no mark and no address, and end none: up to the space that some alphabets have. A
 * dot or a colon only at the end of a sentence, and not in the middle of an address.
 */
const WORDS = /^(?:[ ,!"'(/\-?%\dA-Za-z\u00c0-\u167f\u2013-\u2027\u2030-\u2bff\u3001-\ud7ff]|[.:](?= |$))+$/;

/** Whether all of it can be added to words without looking at what stands before them. */
export const isWords = (text: string) => WORDS.test(text);
