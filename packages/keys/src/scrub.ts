import { type FoundSecret, findSecrets } from './find-secrets.ts';
import { kindById } from './kinds.ts';
import { findNamedValues } from './scrub-contexts.ts';
import { writtenForms } from './written-forms.ts';

export interface ScrubberOptions {
  /** The exact secrets this installation knows: its Open WebUI credential, database password, master keys. */
  readonly secrets: readonly string[];
}

/** Shorter secrets cannot be taken out of a log without taking ordinary words out too. */
export const MIN_SCRUBBED_LENGTH = 8;

/**
 * Replaces what looks like a secret by its kind and last two characters: `[openai-project …9x]`. The replacement is
 * safe inside JSON, so a finished log line can be scrubbed as text.
 */
export function scrub(text: string): string {
  return hideFound(hideNamed(text));
}

/** A `scrub` that also knows exact secrets, in every form a log may write them. */
export function createScrubber({ secrets }: ScrubberOptions): (text: string) => string {
  const forms = secrets
    .filter((secret) => secret.length >= MIN_SCRUBBED_LENGTH)
    .flatMap(writtenForms)
    .filter((form) => form.length >= MIN_SCRUBBED_LENGTH)
    .sort((a, b) => b.length - a.length);
  return (text) => scrub(forms.reduce((rest, form) => rest.replaceAll(form, () => '[configured secret]'), text));
}

function hideFound(text: string): string {
  return replaceSpans(text, findSecrets(text, { doubtful: true }), ({ kind, start, end }) => {
    if (kind === 'url-with-password') return hidePassword(text.slice(start, end));
    return `[${kindById(kind).id} …${kind === 'private-key' ? '' : text.slice(Math.max(start, end - 2), end)}]`;
  });
}

/** The address without its password is what a log is read for. */
function hidePassword(address: string): string {
  const credentials = address.indexOf('://') + 3;
  const password = address.indexOf(':', credentials) + 1;
  return `${address.slice(0, password)}[hidden]${address.slice(address.indexOf('@', password))}`;
}

function hideNamed(text: string): string {
  const spans = findNamedValues(text).filter(({ start }) => !text.startsWith('[', start));
  return replaceSpans(text, spans, ({ start, end }) => nameOf(text.slice(start, end)));
}

/** A value behind a name is still called by its kind when the table knows it. */
function nameOf(value: string): string {
  const [found] = findSecrets(value, { doubtful: true });
  return found && found.start === 0 && found.end === value.length ? value : '[hidden]';
}

function replaceSpans<Span extends Pick<FoundSecret, 'start' | 'end'>>(
  text: string,
  spans: readonly Span[],
  replacement: (span: Span) => string,
): string {
  let result = '';
  let position = 0;
  for (const span of spans) {
    result += text.slice(position, span.start) + replacement(span);
    position = span.end;
  }
  return result + text.slice(position);
}
