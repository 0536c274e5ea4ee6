import type { ProviderOptions } from './provider/provider-types.ts';

export interface PracticeOptions {
  /** Which Open WebUI to be, from 0.6.36 on. Default 0.12.4. Versions nobody recorded are right too. */
  version?: string;
  /** Default 0: any free one. */
  port?: number;
  /** Default 127.0.0.1. */
  host?: string;
  provider?: ProviderOptions;
  /** Lists the model `guichet-guide` first, which answers about Guichet in French and English. */
  demo?: boolean;
  /**
   * Settings as after an installation: API keys off, no permission for them, models shared with nobody. Otherwise keys
   * are on and permitted, and every account sees every model.
   */
  fresh?: boolean;
  /** The server's clock, in milliseconds. Default Date.now. */
  now?: () => number;
}
