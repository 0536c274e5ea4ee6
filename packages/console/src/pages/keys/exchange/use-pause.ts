import { useEffect, useState } from 'preact/hooks';
import { useNow } from '../../../words/use-now.ts';

/**
 * Counts a pause down that Open WebUI asks for.
 * @param step a new object for each answer, so that the same pause twice counts twice
 * @returns seconds left, 0 when one may go on
 */
export function usePause(retryAfter: number | undefined, step: object): number {
  const [until, setUntil] = useState(0);
  useEffect(() => {
    setUntil(retryAfter === undefined ? 0 : Date.now() + retryAfter * 1_000);
  }, [retryAfter, step]);
  const now = useNow(until > 0);
  return Math.max(0, Math.ceil((until - now) / 1_000));
}
