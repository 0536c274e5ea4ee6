import { describe, expect, it } from 'vitest';
import { FileTypeDetector } from './file-type-detector.ts';

const PNG = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');

function typeOf(...pieces: (string | Uint8Array)[]): string | undefined {
  const detector = new FileTypeDetector();
  const goesOn = pieces.every((piece) =>
    detector.add(typeof piece === 'string' ? Buffer.from(piece, 'latin1') : piece),
  );
  return goesOn ? detector.type()?.contentType : undefined;
}

const OFFICE = 'application/vnd.openxmlformats-officedocument.';
const ZIP = 'PK\x03\x04\x14\0\x06\0';

describe('the type of a file', () => {
  it.each([
    ['a PNG', [PNG], 'image/png'],
    ['a JPEG', ['\xff\xd8\xff\xe0\0\x10JFIF'], 'image/jpeg'],
    ['a WebP', ['RIFF\x24\0\0\0WEBPVP8 '], 'image/webp'],
    ['a GIF', ['GIF89a\x01\0\x01\0'], 'image/gif'],
    ['a PDF', ['%PDF-1.7\n%\xe2\xe3', '\0\0'], 'application/pdf'],
    ['a text', ['Opening hours\r\n\tNine to five'], 'text/plain'],
    ['a text of old, in Latin-1', ['Ferm\xe9 \xe0 midi'], 'text/plain'],
    ['a Word file', [`${ZIP}[Content_Types].xml`, 'word/document.xml'], `${OFFICE}wordprocessingml.document`],
    ['an Excel file, cut in its name', [`${ZIP}xl/work`, 'book.xml'], `${OFFICE}spreadsheetml.sheet`],
    ['a PowerPoint file', [`${ZIP}ppt/presentation.xml`], `${OFFICE}presentationml.presentation`],
    ['an archive of anything', [`${ZIP}holiday.jpg`], undefined],
    ['a Word file with programs', [`${ZIP}word/document.xml word/vbaProject.bin`], undefined],
    ['an archive with two of them', [`${ZIP}word/document.xml xl/workbook.xml`], undefined],
    ['a program', ['MZ\x90\0\x03'], undefined],
    ['a text with something else behind it', ['Dear all', '\0\x01\x02'], undefined],
    ['an old Word file', ['\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'], undefined],
  ])('%s', (_, pieces, contentType) => {
    expect(typeOf(...pieces)).toBe(contentType);
  });

  it('of a picture as text is the text’s: SVG is a program, and no picture here', () => {
    expect(typeOf('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')).toBe('text/plain');
  });
});
