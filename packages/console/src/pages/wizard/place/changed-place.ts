import type { SettingsWish, WizardView } from '@guichet/contract/set-up-api';

/**
 * What is to be kept of the addresses; nothing when they are as they were.
 * @param wishedUrl undefined: it stays as it is
 */
export function changedPlace(
  { publicUrl, allowedOrigins }: Pick<WizardView, 'publicUrl' | 'allowedOrigins'>,
  wishedUrl: string | undefined,
  wishedOrigins: readonly string[],
): SettingsWish['changes'] {
  const url = wishedUrl === undefined ? publicUrl : withScheme(wishedUrl.trim()).replace(/\/+$/, '');
  const isSame =
    wishedOrigins.length === allowedOrigins.length && wishedOrigins.every((one, i) => one === allowedOrigins[i]);
  return {
    ...(url !== undefined && url !== publicUrl && { GUICHET_PUBLIC_URL: url }),
    ...(!isSame && { GUICHET_ALLOWED_ORIGINS: wishedOrigins.length === 0 ? null : wishedOrigins.join(',') }),
  };
}

/** Guichet may stand below a path of its own, so that what follows the host stays. */
function withScheme(address: string): string {
  return /^[a-z][a-z\d+.-]*:\/\//i.test(address) ? address : `https://${address}`;
}
