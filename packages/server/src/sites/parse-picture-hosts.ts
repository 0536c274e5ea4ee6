/** The hosts whose pictures a site shows, as an operator wrote them. */
import { readOriginPattern } from '@guichet/contract/allowed-origin';
import { parseList } from '../settings/setting-definitions.ts';
import { SettingProblem } from '../settings/text/setting-problem-texts.ts';

/** Each of them stands in a header of the chat's page. More are refused. */
const MAX_PICTURE_HOSTS = 20;

/** No name of a host is longer. Longer ones are refused. */
const MAX_HOST_CHARS = 255;

/** A name of the internet's, no address of a machine and no name of one's own network; or a star and the names below one. */
const PICTURE_HOST = /^(?:\*\.)?(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9])?\.)+(?:[a-z]{2,63}|xn--[a-z0-9-]{1,59})$/;

export function parsePictureHosts(text: string): string[] {
  const hosts = [...new Set(parseList(text, parsePictureHost, /[\s,;]+/))];
  if (hosts.length > MAX_PICTURE_HOSTS) throw new SettingProblem('tooMany', MAX_PICTURE_HOSTS);
  return hosts;
}

/** What was pasted as an address loses what is not the host. */
function parsePictureHost(text: string): string {
  if (text.length > MAX_HOST_CHARS) throw new SettingProblem('tooLong', MAX_HOST_CHARS);
  const host = text.replace(/^https:\/\/|\/$/gi, '');
  const pattern = readOriginPattern(`https://${host}`);
  if (pattern.kind === 'wrong' && pattern.why === 'star-too-wide') throw new SettingProblem('starTooWide', host);
  // A port stays in the name, which then is none.
  const name =
    pattern.kind === 'wrong'
      ? ''
      : (pattern.kind === 'origin' ? pattern.origin : pattern.pattern).slice('https://'.length);
  if (!PICTURE_HOST.test(name)) throw new SettingProblem('notPictureHost');
  return name;
}
