/** Of which type a file is, by its bytes, looked at while they pass. What it is called and what its sender says are claims. */
import { FILE_TYPES, type FileType } from '@guichet/contract/file-types';
import { pictureTypeOf } from '@guichet/openwebui/client';

/** Office files are archives; the names in them are in clear, and one of these is in each. */
const IN_ARCHIVES = [
  ['word/document.xml', 'wordprocessingml.document'],
  ['xl/workbook.xml', 'spreadsheetml.sheet'],
  ['ppt/presentation.xml', 'presentationml.presentation'],
] as const;

/** With programs in it, it is not taken. */
const MACROS = 'vbaProject.bin';

/** The longest name that is looked for may stand across two pieces. */
const OVERLAP_BYTES = 32;

/** Of the control characters, those that texts hold: tab, line ends, page end, escape. */
const IN_TEXTS = new Set([0x09, 0x0a, 0x0c, 0x0d, 0x1b]);

/** No text holds any other; nearly every other file does, in its first bytes. */
function isNoText(byte: number): boolean {
  return (byte < 0x20 && !IN_TEXTS.has(byte)) || byte === 0x7f;
}

type Manner = 'unseen' | 'archive' | 'text' | 'none' | { contentType: string };

export class FileTypeDetector {
  #manner: Manner = 'unseen';
  #before = '';
  readonly #seen = new Set<string>();

  /** The next bytes; the first piece holds at least 16 of them, if there are as many. @returns false once it is of no type */
  add(piece: Uint8Array): boolean {
    if (this.#manner === 'unseen') this.#manner = mannerOf(piece);
    const bytes = Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength);
    if (this.#manner === 'text' && bytes.some(isNoText)) this.#manner = 'none';
    if (this.#manner === 'archive') this.#lookInto(bytes.toString('latin1'));
    return this.#manner !== 'none';
  }

  /** After the last piece. */
  type(): FileType | undefined {
    const contentType = this.#contentType();
    return FILE_TYPES.find((type) => type.contentType === contentType);
  }

  #contentType(): string | undefined {
    if (typeof this.#manner === 'object') return this.#manner.contentType;
    if (this.#manner === 'text') return 'text/plain';
    if (this.#manner !== 'archive' || this.#seen.has(MACROS)) return undefined;
    const found = IN_ARCHIVES.filter(([name]) => this.#seen.has(name));
    const [only] = found;
    return only && found.length === 1 ? `application/vnd.openxmlformats-officedocument.${only[1]}` : undefined;
  }

  #lookInto(bytes: string): void {
    const text = this.#before + bytes;
    for (const name of [...IN_ARCHIVES.map(([name]) => name), MACROS]) if (text.includes(name)) this.#seen.add(name);
    this.#before = text.slice(-OVERLAP_BYTES);
  }
}

function mannerOf(piece: Uint8Array): Manner {
  const picture = pictureTypeOf(piece);
  if (picture) return { contentType: picture };
  const beginning = Buffer.from(piece.subarray(0, 8)).toString('latin1');
  if (beginning.startsWith('%PDF-')) return { contentType: 'application/pdf' };
  return beginning.startsWith('PK\x03\x04') ? 'archive' : 'text';
}
