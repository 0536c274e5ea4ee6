import { FILE_TYPES } from '@guichet/contract/file-types';
import { MAX_FILE_NAME_CHARS } from '@guichet/contract/limits';
import { describe, expect, it } from 'vitest';
import { cleanFileName } from './clean-file-name.ts';

const typeOf = (extension: string) =>
  FILE_TYPES.find(({ extensions }) => extensions.includes(extension)) ?? expect.fail(extension);

describe('the name of a file', () => {
  it.each([
    ['Rechnung März.pdf', 'pdf', 'Rechnung März.pdf'],
    ['photo.JPEG', 'jpg', 'photo.jpeg'],
    ['prices.csv', 'txt', 'prices.csv'],
    ['page.html', 'txt', 'page.txt'],
    ['virus.pdf.exe', 'pdf', 'virus.pdf.pdf'],
    ['../../etc/passwd', 'txt', 'passwd.txt'],
    ['C:\\Users\\Me\\plan.docx', 'docx', 'plan.docx'],
    ['evil\u202Efdp.exe', 'pdf', 'evilfdp.pdf'],
    ['a"\r\nContent-Type: text/html.txt', 'txt', 'html.txt'],
    ['{{USER_EMAIL}} <$secret|x>.txt', 'txt', 'USER_EMAIL secretx.txt'],
    ['...', 'png', 'file.png'],
    ['', 'png', 'file.png'],
    ['.htaccess', 'txt', 'file.txt'],
    ['日本語.txt', 'txt', '日本語.txt'],
  ])('%j as %s is %j', (given, extension, wanted) => {
    expect(cleanFileName(given, typeOf(extension))).toBe(wanted);
  });

  it('is short, with its ending and without half a character', () => {
    const name = cleanFileName(`${'😀'.repeat(200)}.pdf`, typeOf('pdf'));
    expect(name.length).toBeLessThanOrEqual(MAX_FILE_NAME_CHARS);
    expect(name).toMatch(/😀\.pdf$/u);
  });
});
