/** Put in by the build. */
declare const __GUICHET_VERSION__: string;
declare const __GUICHET_APP_INTEGRITY__: string;
declare const __GUICHET_KEY_WARNING_INTEGRITY__: string;

/** Names this very build; its files stand under `/w/<version>/`. */
export const VERSION = __GUICHET_VERSION__;

/** The loader names the exact widget it belongs to: pinning the loader pins everything. */
export const APP_INTEGRITY = __GUICHET_APP_INTEGRITY__;

/** And the widget the exact file that warns of keys. */
export const KEY_WARNING_INTEGRITY = __GUICHET_KEY_WARNING_INTEGRITY__;
