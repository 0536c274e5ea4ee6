import type { ChunkName } from '../chunks/chunk-list.ts';

/** Put in by the build. */
declare const __GUICHET_VERSION__: string;
declare const __GUICHET_APP_INTEGRITY__: string;
declare const __GUICHET_SEALED_INTEGRITY__: string;
declare const __GUICHET_GREETING_INTEGRITY__: string;
declare const __GUICHET_CHUNK_INTEGRITY__: Readonly<Record<ChunkName, string>>;

/** Names this very build; its files stand under `/w/<version>/`. */
export const VERSION = __GUICHET_VERSION__;

/** The loader names the exact widget it belongs to: pinning the loader pins everything. */
export const APP_INTEGRITY = __GUICHET_APP_INTEGRITY__;

/** Or what stands in its place in the page while the widget is in a frame. */
export const SEALED_INTEGRITY = __GUICHET_SEALED_INTEGRITY__;

/** What stands in the page beside a sealed chat’s bubble: of all pieces, the one that is not for the widget alone. */
export const GREETING_INTEGRITY = __GUICHET_GREETING_INTEGRITY__;

/** And the widget the exact pieces it may fetch later. */
export const CHUNK_INTEGRITY = __GUICHET_CHUNK_INTEGRITY__;
