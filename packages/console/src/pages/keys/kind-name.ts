import type { Texts } from '../../text/texts.ts';

/** What a kind of credential is called here. */
export function kindName(kind: string, texts: Texts): string {
  if (kind === 'open-webui-api-key' || kind === 'open-webui-session-token') return texts.kind[kind];
  return texts.kind.other;
}
