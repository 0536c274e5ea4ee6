/** `docs/reference/errors.md`, from the catalogue and its sentences. */
import { ERRORS, type ErrorCode } from '@guichet/contract/error-catalogue';
import { en } from '@guichet/contract/problem-text/en';
import { fr } from '@guichet/contract/problem-text/fr';
import { code, page, table } from './markdown.ts';

const LEAD = `Errors are \`application/problem+json\` (RFC 9457): \`type\`, \`title\`, \`status\`, \`code\`, \`detail\`, \`ref\` and, if waiting helps, \`retryAfter\` in seconds. \`code\` is one of the words below, and its meaning never changes. \`detail\` is the sentence below, in the language of the request's \`Accept-Language\`. \`ref\` is a short reference. The server's log has the same event under it, with details that the visitor does not see.

If an answer fails, the event \`error\` ends it with one of the same codes ([events](events.md)).`;

export function errorsPage(): string {
  const rows = (Object.keys(ERRORS) as ErrorCode[]).map((each) => [
    code(each),
    String(ERRORS[each].status),
    ERRORS[each].retryable ? 'yes' : 'no',
    en[each],
    fr[each],
  ]);
  return page('Errors', LEAD, table(['code', 'status', 'retrying can help', 'English', 'français'], rows));
}
