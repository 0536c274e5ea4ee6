/** The name under which Guichet expects its credential, at the beginning of a line. */
export const OUR_NAME = /^["']?OPEN_?WEBUI_API_KEY["']?[^\S\n]{0,8}[=:]/i;

/** The same anywhere in a text, as programs write it: `openwebui.api.key` and `Open-WebUI-API-Key` among them. */
const OUR_NAME_ANYWHERE = /OPEN[-_. ]?WEBUI[-_. ]?API[-_. ]?KEY/gi;

/** Where each mention of our name ends. The name of the twin that names a file is another one. */
export function endsOfOurName(text: string): number[] {
  return [...text.matchAll(OUR_NAME_ANYWHERE)]
    .map(({ index, 0: name }) => index + name.length)
    .filter((end) => !isWordCharacter(text[end] ?? ''));
}

function isWordCharacter(sign: string): boolean {
  return WORD_CHARACTER.test(sign);
}

const WORD_CHARACTER = /^\w$/;
