import type { KeyKind } from './key-kind.ts';
import { APP_KINDS } from './kinds/app-kinds.ts';
import { GENERIC_KINDS } from './kinds/generic-kinds.ts';
import { OPEN_WEBUI_KINDS } from './kinds/open-webui-kinds.ts';
import { PROVIDER_KINDS } from './kinds/provider-kinds.ts';

const TABLE = [...OPEN_WEBUI_KINDS, ...PROVIDER_KINDS, ...APP_KINDS, ...GENERIC_KINDS] as const;

export type KindId = (typeof TABLE)[number]['id'];

/** Every kind we know, in the order in which they are tried: the first whose shape and proof hold wins. */
export const KINDS: readonly (KeyKind & { readonly id: KindId })[] = TABLE;

const BY_ID = new Map<string, KeyKind & { readonly id: KindId }>(KINDS.map((kind) => [kind.id, kind]));

export function kindById(id: KindId): KeyKind & { readonly id: KindId } {
  const kind = BY_ID.get(id);
  if (!kind) throw new Error(`No kind of key is called ${id}.`);
  return kind;
}
