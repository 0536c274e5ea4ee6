/**
 * The pictures in `docs/guide/pictures`, held in memory. A name is followed by what it is for, each part only where it
 * matters: `NAME[.LANGUAGE][.narrow][.dark].EXTENSION`; `narrow` is for small screens. Drawings know both themes.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Locale } from '@guichet/contract/locale';
import { type PictureSize, pictureSize } from './picture-size.ts';

/** Pictures of the running product are taken so much larger than they are shown, to be sharp. */
const BITMAP_SCALE = 1.5;

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.svg': 'image/svg+xml',
  '.webp': 'image/webp',
  '.png': 'image/png',
};

export interface PictureFile extends PictureSize {
  body: Uint8Array<ArrayBuffer>;
  contentType: string;
  /** Holds a hash of the content, so that it may be kept for ever. */
  address: string;
}

/** One form of a picture, in one or both themes. */
export interface ThemedPicture extends PictureSize {
  light: string;
  dark?: string;
}

export interface ShownPicture extends ThemedPicture {
  narrow?: ThemedPicture;
}

export interface Pictures {
  find(name: string, locale: Locale): ShownPicture | undefined;
  /** By the last part of the address. */
  files: ReadonlyMap<string, PictureFile>;
  names: readonly string[];
}

export function readPictures(folder: string): Pictures {
  const byName = new Map(listFiles(folder).flatMap((name) => readPicture(folder, name)));
  const findFile = (stem: string) =>
    Object.keys(CONTENT_TYPES)
      .map((extension) => byName.get(stem + extension))
      .find((file) => file !== undefined);
  const findThemed = (stem: string): ThemedPicture | undefined => {
    const [light, dark] = [findFile(stem), findFile(`${stem}.dark`)];
    if (!light) return undefined;
    const { address, width, height } = light;
    return { light: address, width, height, ...(dark && { dark: dark.address }) };
  };
  return {
    find(name, locale) {
      const stem = [`${name}.${locale}`, name].find((each) => findFile(each));
      const wide = stem === undefined ? undefined : findThemed(stem);
      const narrow = findThemed(`${stem}.narrow`);
      return wide && { ...wide, ...(narrow && { narrow }) };
    },
    files: new Map([...byName.values()].map((file) => [path.posix.basename(file.address), file])),
    names: [...byName.keys()],
  };
}

function listFiles(folder: string): string[] {
  try {
    return readdirSync(folder).sort();
  } catch {
    return [];
  }
}

function readPicture(folder: string, name: string): [name: string, file: PictureFile][] {
  const extension = path.extname(name);
  const contentType = CONTENT_TYPES[extension];
  if (!contentType) return [];
  const body = new Uint8Array(readFileSync(path.join(folder, name)));
  const size = pictureSize(body);
  if (!size) return [];
  const scale = extension === '.svg' ? 1 : BITMAP_SCALE;
  const hash = createHash('sha256').update(body).digest('hex').slice(0, 10);
  const file = {
    body,
    contentType,
    address: `/guide/pictures/${path.basename(name, extension)}.${hash}${extension}`,
    width: Math.round(size.width / scale),
    height: Math.round(size.height / scale),
  };
  return [[name, file]];
}
