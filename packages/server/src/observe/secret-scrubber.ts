/** Takes the secrets this process holds out of text, in the forms in which they could slip into it. */

const MASK = '[secret]';

/** Shorter texts are no credentials, and cutting them out would shred ordinary words. */
const SHORTEST_SECRET_CHARS = 8;

/** @param secrets read at each line, because a credential can be swapped while the server runs */
export function createSecretScrubber(secrets: () => readonly (string | undefined)[]): (text: string) => string {
  const formsOf = new Map<string, string[]>();
  return (text) => {
    let scrubbed = text;
    for (const secret of secrets()) {
      if (secret === undefined || secret.length < SHORTEST_SECRET_CHARS) continue;
      let forms = formsOf.get(secret);
      if (!forms) {
        forms = writtenForms(secret);
        formsOf.set(secret, forms);
      }
      for (const form of forms) scrubbed = scrubbed.replaceAll(form, MASK);
    }
    return scrubbed;
  };
}

function writtenForms(secret: string): string[] {
  const bytes = Buffer.from(secret);
  const json = JSON.stringify(secret).slice(1, -1);
  const base64 = bytes.toString('base64');
  const forms = [
    secret,
    json,
    encodeURIComponent(secret),
    bytes.toString('hex'),
    base64,
    base64.replace(/=+$/, ''),
    bytes.toString('base64url'),
  ];
  return [...new Set(forms)].sort((a, b) => b.length - a.length);
}
