import type { KeyKind } from '../key-kind.ts';

/** The two credentials Guichet can use. */
export const OPEN_WEBUI_KINDS = [
  {
    id: 'open-webui-api-key',
    family: 'open-webui',
    owner: 'Open WebUI',
    noun: 'api-key',
    // `sk-` and the 32 digits of a version 4 UUID. DeepSeek's keys share the shape, so it is never certain.
    shape: /^sk-[0-9a-f]{32}$/,
    prefixes: ['sk-'],
    confidence: 'probable',
    sensitivity: 'secret',
    belongs: 'guichet',
    alsoPossible: ['deepseek'],
    proof: 'uuid-v4',
  },
  {
    id: 'open-webui-session-token',
    family: 'open-webui',
    owner: 'Open WebUI',
    noun: 'session-token',
    shape: /^eyJ[\w-]{10,2000}\.eyJ[\w-]{5,8000}\.[\w-]{20,2000}$/,
    prefixes: ['eyJ'],
    confidence: 'certain',
    sensitivity: 'secret',
    belongs: 'guichet',
    proof: 'json-web-token',
  },
] as const satisfies readonly KeyKind[];
