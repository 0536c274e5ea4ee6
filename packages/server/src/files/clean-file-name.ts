import type { FileType } from '@guichet/contract/file-types';
import { MAX_FILE_NAME_CHARS } from '@guichet/contract/limits';

/** What cannot be seen, turns the writing around, leads elsewhere, or means something to Open WebUI or a disk. */
const LEFT_OUT = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Zl}\p{Zp}"<>{}|$:*?\u0060]/gu;

/** A name to show and to hand on: one line without a path, with the ending that the file’s bytes deserve. */
export function cleanFileName(given: string, { extensions }: Pick<FileType, 'extensions'>): string {
  const last = given.normalize('NFC').toWellFormed().split(/[\\/]/).at(-1) ?? '';
  const clean = last.replace(LEFT_OUT, '').replace(/\s+/g, ' ').trim();
  const [, stem = clean, ending = ''] = /^(.*)\.([^.\s]{1,10})$/.exec(clean) ?? [];
  const extension = extensions.find((one) => one === ending.toLowerCase()) ?? extensions[0];
  const room = MAX_FILE_NAME_CHARS - extension.length - 1;
  const short = stem
    .replace(/^[.\s]+|[.\s]+$/g, '')
    .slice(0, room)
    .toWellFormed()
    .trim();
  return `${short || 'file'}.${extension}`;
}
