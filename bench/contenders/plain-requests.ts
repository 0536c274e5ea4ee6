import { type AnswerScript, question } from '../upstream/answer-script.ts';
import type { StreamRequest } from './contender.ts';

/** Chat completions as Open WebUI takes them, with the credential a client without Guichet would have to hold. */
export function plainRequests(
  url: string,
  count: number,
  script: AnswerScript,
  moreHeaders: Record<string, string> = {},
): StreamRequest[] {
  const body = JSON.stringify({
    model: 'bench',
    stream: true,
    messages: [{ role: 'user', content: question(script) }],
  });
  const headers = { 'content-type': 'application/json', authorization: 'Bearer sk-bench', ...moreHeaders };
  return Array.from({ length: count }, () => ({ url, headers, body }));
}
