import type { Texts } from '../../../text/texts.ts';

/** Who did something; a name this console does not know is shown as it came. */
export function actorName(actor: string, texts: Texts): string {
  const names: Readonly<Record<string, string>> = texts.history.actor;
  return names[actor] ?? actor;
}
