/** The token of a one-time link: from the link, from what stands behind its #, or alone. */
export function linkFrom(text: string): string | undefined {
  const trimmed = text.trim();
  const behind = /#link=([\w-]{20,200})/.exec(trimmed)?.[1];
  return behind ?? (/^[\w-]{40,200}$/.test(trimmed) ? trimmed : undefined);
}
