import type { Failure } from './outcome.ts';

/**
 * Reads a problem document, or Open WebUI's own no in the server's words; whatever else came (a proxy's page, say) is an
 * unexpected answer.
 */
export async function readFailure(response: Response): Promise<Failure> {
  const problem = await readObject(response);
  if (problem?.kind === 'refused' && typeof problem.text === 'string') return { code: 'refused', detail: problem.text };
  if (typeof problem?.code !== 'string') return { code: 'unexpected-answer' };
  const { code, detail, ref, retryAfter, causeText } = problem;
  return {
    code,
    ...(typeof detail === 'string' && { detail }),
    ...(typeof ref === 'string' && { ref }),
    ...(typeof retryAfter === 'number' && { retryAfter }),
    ...(typeof causeText === 'string' && { causeText }),
  };
}

async function readObject(response: Response): Promise<Record<string, unknown> | undefined> {
  try {
    const json: unknown = await response.json();
    return typeof json === 'object' && json !== null ? { ...json } : undefined;
  } catch {
    return undefined;
  }
}
