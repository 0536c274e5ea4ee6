/** `docs/reference/errors.md`, from the catalogue and its sentences. */
import { ERRORS, type ErrorCode } from '@guichet/contract/error-catalogue';
import { en } from '@guichet/contract/problem-text/en';
import { fr } from '@guichet/contract/problem-text/fr';
import { code, page, table } from './markdown.ts';

const LEAD = `Errors are \`application/problem+json\` (RFC 9457): \`type\`, \`title\`, \`status\`, \`code\`, \`detail\`, \`ref\` and, where waiting helps, \`retryAfter\` in seconds. \`code\` is one of the words below and never changes its meaning. \`detail\` is the sentence below, in the language of the request's \`Accept-Language\`. \`ref\` is a short reference; the server's log has the same event under it, with what the visitor is not told.

The same codes end an answer that failed, as the event \`error\` ([events](events.md)).`;

export function errorsPage(): string {
  const rows = (Object.keys(ERRORS) as ErrorCode[]).map((each) => [
    code(each),
    String(ERRORS[each].status),
    ERRORS[each].retryable ? 'yes' : 'no',
    en[each],
    fr[each],
  ]);
  return page('Errors', LEAD, table(['code', 'status', 'the same again can help', 'English', 'français'], rows));
}
