import type { Failure } from '../admin-api/outcome.ts';
import type { Texts } from '../text/texts.ts';

/** What went wrong, in sentences: the cause first, where the server knows it. */
export function failureText(failure: Failure, texts: Texts, pageAddress: string): string {
  switch (failure.code) {
    case 'unreachable':
      return texts.failure.unreachable;
    case 'too-slow':
      return texts.failure.tooSlow;
    case 'unexpected-answer':
      return texts.failure.unexpectedAnswer;
    case 'origin-not-allowed':
      // The server's sentence for this speaks to a site that shows the chat.
      return texts.failure.unknownAddress({ address: pageAddress });
    default: {
      const said = [failure.causeText, failure.detail].filter((text) => text !== undefined);
      return said.length > 0 ? said.join(' ') : texts.failure.other;
    }
  }
}
