/**
 * What programs print that show the bytes of a text, and what is left of a text that was escaped more than once.
 * Each holds exactly one whole key, written from what those programs print.
 */
export const DUMP_WRAPPINGS: Readonly<Record<string, (key: string) => string>> = {
  // Programs that show bytes: `printf %s "$KEY" | xxd`, and its siblings.
  xxd: (key) => hexDump(`${key}\n`, { address: (offset) => `${hexOf(offset, 8)}: `, group: 2, text: (t) => `  ${t}` }),
  'xxd, capitals': (key) =>
    hexDump(key, { address: (offset) => `${hexOf(offset, 8)}: `, group: 2, text: (t) => `  ${t}` }).toUpperCase(),
  'xxd of a whole file': (key) =>
    hexDump(`PORT=8787\nOPENWEBUI_API_KEY=${key}\nHOST=0.0.0.0\n`, {
      address: (offset) => `${hexOf(offset, 8)}: `,
      group: 2,
      text: (t) => `  ${t}`,
    }),
  'xxd -p': (key) => wrapped(hexRun(`${key}\n`), 60),
  'xxd -p, behind a name': (key) => `key: ${wrapped(hexRun(key), 60)}`,
  'xxd -i': (key) =>
    `unsigned char key[] = {\n${wrappedWords(
      [...key].map((sign) => `0x${hex(sign)}`),
      12,
      ', ',
    )
      .map((line) => `  ${line}`)
      .join(',\n')}\n};\nunsigned int key_len = ${key.length};\n`,
  'xxd -b': (key) =>
    wrappedWords(
      [...key].map((sign) => sign.charCodeAt(0).toString(2).padStart(8, '0')),
      6,
      ' ',
    )
      .map((line, row) => `${hexOf(row * 6, 8)}: ${line}  ${readable(key.slice(row * 6, row * 6 + 6))}`)
      .join('\n'),
  'hexdump -C': (key) =>
    `${hexDump(`${key}\n`, {
      address: (offset) => `${hexOf(offset, 8)}  `,
      group: 1,
      middle: true,
      text: (t) => `  |${t}|`,
    })}\n${hexOf(key.length + 1, 8)}`,
  'hexdump -C, pasted after the command': (key) =>
    `root@vps:~# printenv OPENWEBUI_API_KEY | hexdump -C\n${hexDump(`${key}\n`, {
      address: (offset) => `${hexOf(offset, 8)}  `,
      group: 1,
      middle: true,
      text: (t) => `  |${t}|`,
    })}\n${hexOf(key.length + 1, 8)}\nroot@vps:~#`,
  'hexdump, words of two bytes': (key) => wordDump(key, 7, 16),
  'od -x': (key) => wordDump(key, 7, 8),
  'od -A x -t x1': (key) => hexDump(key, { address: (offset) => `${hexOf(offset, 6)} `, group: 1, text: () => '' }),
  'od -A x -t x1z': (key) =>
    hexDump(key, { address: (offset) => `${hexOf(offset, 6)} `, group: 1, text: (t) => `  >${t}<` }),
  'od -t x1': (key) =>
    hexDump(key, { address: (offset) => `${offset.toString(8).padStart(7, '0')} `, group: 1, text: () => '' }),
  'od -c': (key) => charDump(`${key}\n`),
  'od -a': (key) => charDump(key),
  'od -b': (key) => octalDump(key),
  'od -t d1': (key) => decimalDump(key),
  'Format-Hex of PowerShell': (key) =>
    `   Label: String (System.String) <1234ABCD>\n\n          Offset Bytes                                           Ascii\n                 00 01 02 03 04 05 06 07 08 09 0A 0B 0C 0D 0E 0F\n          ------ ----------------------------------------------- -----\n${hexDump(
      key,
      { address: (offset) => `${hexOf(offset, 16).toUpperCase()} `, group: 1, text: (t) => ` ${t}` },
    ).replace(/ [0-9a-f]{2}(?= )/g, (byte) => byte.toUpperCase())}`,
  'certutil -encodehex': (key) =>
    hexDump(key, { address: (offset) => `${hexOf(offset, 4)}\t`, group: 1, text: (t) => `   ${t}` }),
  'bytes of Python': (key) => `[${[...key].map((sign) => sign.charCodeAt(0)).join(', ')}]`,
  'bytes of Node': (key) => `<Buffer ${[...key].map(hex).join(' ')}>`,
  'bytes of Node in JSON': (key) =>
    JSON.stringify({ type: 'Buffer', data: [...key].map((sign) => sign.charCodeAt(0)) }),
  'bytes of Go': (key) => `[]byte{${[...key].map((sign) => `0x${hex(sign)}`).join(', ')}}`,
  'bytes of PostgreSQL': (key) => `\\x${hexRun(key)}`,
  'bytes of MySQL': (key) => `0x${hexRun(key).toUpperCase()}`,
  'bytes with colons': (key) => [...key].map(hex).join(':'),
  'hexadecimal escapes in a string': (key) => `key = "${[...key].map((sign) => `\\x${hex(sign)}`).join('')}"`,
  'octal escapes': (key) => [...key].map((sign) => `\\${sign.charCodeAt(0).toString(8).padStart(3, '0')}`).join(''),
  'long unicode escapes of Python': (key) => key.replaceAll('-', '\\U0000002d'),

  // Escaped twice.
  'percent codes twice': (key) => encodeURIComponent(percent(`key=${key}&x=1`)),
  'entities twice': (key) => `&amp;quot;${key.replaceAll('-', '&amp;#45;')}&amp;quot;`,
  'JSON three times': (key) => JSON.stringify(JSON.stringify(JSON.stringify({ k: { apiKey: key } }))),
  'JSON in a shell': (key) => `curl -d '{"env":"{\\"OPENWEBUI_API_KEY\\":\\"${key}\\"}"}' http://localhost`,
  'JSON in YAML': (key) => `config: '{"OPENWEBUI_API_KEY": "${key}"}'`,
  'percent codes with capitals in a form': (key) =>
    `name=OPENWEBUI_API_KEY&value=${key.replaceAll('-', '%2D')}&submit=OK`,
  'escaped for a regular expression': (key) => key.replace(/[-.]/g, '\\$&'),
};

interface DumpForm {
  readonly address: (offset: number) => string;
  /** Bytes that stand together. */
  readonly group: number;
  /** A second space after eight bytes. */
  readonly middle?: boolean;
  readonly text: (row: string) => string;
}

/** Sixteen bytes a line, with what is readable of them beside. */
function hexDump(text: string, { address, group, middle, text: beside }: DumpForm): string {
  const width = 16 * 2 + 16 / group - 1 + (middle ? 1 : 0);
  return pieces(text, 16)
    .map((row, index) => {
      const groups = pieces(row, group).map(hexRun);
      if (middle && groups.length > 8) groups.splice(8, 0, '');
      return `${address(index * 16)}${groups.join(' ').padEnd(width)}${beside(readable(row))}`.trimEnd();
    })
    .join('\n');
}

/** Words of two bytes, the low one first, as `od -x` and `hexdump` print them. */
function wordDump(text: string, addressLength: number, gap: number): string {
  const rows = pieces(text, 16).map((row, index) => {
    const words = pieces(row, 2).map((pair) => `${hex(pair[1] ?? '\0')}${hex(pair[0] ?? '\0')}`);
    const address =
      gap === 16 ? hexOf(index * 16, addressLength) : (index * 16).toString(8).padStart(addressLength, '0');
    return `${address} ${words.join(' ')}`;
  });
  const end = gap === 16 ? hexOf(text.length, addressLength) : text.length.toString(8).padStart(addressLength, '0');
  return [...rows, end].join('\n');
}

function charDump(text: string): string {
  const rows = pieces(text, 16).map(
    (row, index) =>
      `${(index * 16).toString(8).padStart(7, '0')} ${[...row].map((sign) => (sign === '\n' ? '\\n' : sign).padStart(3)).join(' ')}`,
  );
  return [...rows, text.length.toString(8).padStart(7, '0')].join('\n');
}

function octalDump(text: string): string {
  const rows = pieces(text, 16).map(
    (row, index) =>
      `${(index * 16).toString(8).padStart(7, '0')} ${[...row].map((sign) => sign.charCodeAt(0).toString(8).padStart(3, '0')).join(' ')}`,
  );
  return [...rows, text.length.toString(8).padStart(7, '0')].join('\n');
}

function decimalDump(text: string): string {
  const rows = pieces(text, 16).map(
    (row, index) =>
      `${(index * 16).toString(8).padStart(7, '0')} ${[...row].map((sign) => String(sign.charCodeAt(0)).padStart(4)).join(' ')}`,
  );
  return [...rows, text.length.toString(8).padStart(7, '0')].join('\n');
}

function percent(text: string): string {
  return [...text].map((sign) => (/[A-Za-z0-9]/.test(sign) ? sign : `%${hex(sign).toUpperCase()}`)).join('');
}
function hexOf(value: number, length: number): string {
  return value.toString(16).padStart(length, '0');
}
function hex(sign: string): string {
  return sign.charCodeAt(0).toString(16).padStart(2, '0');
}
function hexRun(text: string): string {
  return [...text].map(hex).join('');
}
function readable(text: string): string {
  return text.replace(/[^ -~]/g, '.');
}
function pieces(text: string, length: number): string[] {
  const list: string[] = [];
  for (let start = 0; start < text.length; start += length) list.push(text.slice(start, start + length));
  return list;
}
function wrappedWords(words: readonly string[], count: number, separator: string): string[] {
  const lines: string[] = [];
  for (let start = 0; start < words.length; start += count)
    lines.push(words.slice(start, start + count).join(separator));
  return lines;
}
function wrapped(text: string, width: number, lineBreak = '\n'): string {
  return pieces(text, width).join(lineBreak);
}
