/** What anybody can know of the addresses: no name in them is a password. */
import type { Settings } from './read-settings.ts';

export function hostNames(settings: Settings): string[] {
  const addresses = [settings.publicUrl.value, settings.openWebUiUrl.value, ...settings.allowedOrigins.value];
  const hosts = addresses.flatMap((address) =>
    address === undefined ? [] : [new URL(address).hostname.replace(/^\*\./, '')],
  );
  // Of www.example.com, "example" is the name as people say it.
  return hosts.flatMap((host) => [host, host.replace(/^www\./, ''), host.split('.').at(-2) ?? host]);
}
