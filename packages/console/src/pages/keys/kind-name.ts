import type { Texts } from '../../text/texts.ts';

/** What a kind of credential is called here. */
export function kindName(kind: string, texts: Texts): string {
  return texts.kind[known(kind)];
}

/** The same in the middle of a sentence. */
export function kindInside(kind: string, texts: Texts): string {
  return texts.kindInside[known(kind)];
}

function known(kind: string): keyof Texts['kind'] {
  return kind === 'open-webui-api-key' || kind === 'open-webui-session-token' ? kind : 'other';
}
