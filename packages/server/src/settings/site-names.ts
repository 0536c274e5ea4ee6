/** Names of the site as anybody can know them: none of them is a password. */
import type { Settings } from './read-settings.ts';

export function siteNames(settings: Settings): string[] {
  const addresses = [settings.publicUrl.value, settings.openWebUiUrl.value, ...settings.allowedOrigins.value];
  const hosts = addresses.flatMap((address) =>
    address === undefined ? [] : [new URL(address).hostname.replace(/^\*\./, '')],
  );
  // Of www.example.com, "example" is the name as people say it.
  return hosts.flatMap((host) => [host, host.replace(/^www\./, ''), host.split('.').at(-2) ?? host]);
}
