/** Longest wait that is passed on: a provider that says "next month" means "not today". In seconds. */
const LONGEST_WAIT = 24 * 60 * 60;

/**
 * Seconds to wait, from `Retry-After` (seconds or a date) or `Retry-After-Ms` (OpenAI's finer twin, which wins).
 * @returns whole seconds, rounded up; undefined when neither says anything usable
 */
export function readRetryAfter(
  headers: Record<string, string | string[] | undefined>,
  ourNowMs = Date.now(),
): number | undefined {
  // Whoever writes a time writes it by his own clock, which ours may be hours away from.
  const theirNowMs = Date.parse(first(headers.date) ?? '');
  const nowMs = Number.isNaN(theirNowMs) ? ourNowMs : theirNowMs;
  const seconds =
    fromMilliseconds(first(headers['retry-after-ms'])) ?? fromHeader(first(headers['retry-after']), nowMs);
  return seconds === undefined ? undefined : Math.min(Math.max(0, Math.ceil(seconds)), LONGEST_WAIT);
}

function first(value: string | string[] | undefined): string | undefined {
  return (Array.isArray(value) ? value[0] : value)?.trim();
}

function fromMilliseconds(text: string | undefined): number | undefined {
  return text && /^\d{1,12}(\.\d+)?$/.test(text) ? Number(text) / 1000 : undefined;
}

function fromHeader(text: string | undefined, nowMs: number): number | undefined {
  if (!text) return undefined;
  if (/^\d{1,9}(\.\d+)?$/.test(text)) return Number(text);
  const date = Date.parse(text);
  return Number.isNaN(date) ? undefined : (date - nowMs) / 1000;
}
