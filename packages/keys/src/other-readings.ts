import { dumpedTexts } from './byte-dumps.ts';
import type { Removal } from './clean-pasted-text.ts';
import { encodedTexts } from './encoded-texts.ts';
import { fromBytes } from './from-bytes.ts';
import { joinedStrings } from './joined-strings.ts';
import { plainOfRichText } from './rich-text.ts';
import { straightText } from './straight-text.ts';
import { withoutTags } from './without-tags.ts';

/** What a text says when an encoding or an escape in it is undone. */
export interface OtherReading {
  readonly text: string;
  readonly removal: Removal;
}

/** Every way of reading a text differently, each for itself. One that changes nothing is not among them. */
export function otherReadings(text: string): OtherReading[] {
  const plain = plainOfRichText(text);
  const readings = plain === undefined ? plainReadings(text) : [{ text: plain, removal: 'escapes' as const }];
  return readings
    .filter((reading) => reading.text !== text)
    .map((reading) => ({ ...reading, text: straightText(reading.text).text }));
}

function plainReadings(text: string): OtherReading[] {
  return [
    { text: text.normalize('NFKC').replace(LOOKALIKE, latin), removal: 'other-letters' },
    { text: joinedStrings(text), removal: 'line-breaks' },
    { text: text.replace(BACKSLASH_ESCAPE, unescaped), removal: 'escapes' },
    { text: text.replace(SHELL_ESCAPE, shellUnescaped), removal: 'escapes' },
    { text: fromBytes(text.replace(PERCENT_CODE, (code) => byte(code.slice(1)))), removal: 'escapes' },
    { text: fromBytes(text.replace(SOFT_BREAK_OR_BYTE, mailUnescaped)), removal: 'escapes' },
    { text: withoutTags(text).replace(ENTITY, entity), removal: 'escapes' },
    { text: text.replace(GLUED_SCHEME, '$& '), removal: 'scheme-word' },
    ...[...encodedTexts(text), ...dumpedTexts(text)].map((decoded) => ({
      text: decoded,
      removal: 'encoding' as const,
    })),
  ];
}

/** JSON, JavaScript, Python, YAML, C and Markdown. */
const BACKSLASH_ESCAPE =
  /\\(?:u[0-9a-fA-F]{4}|u\{[0-9a-fA-F]{1,6}\}|U[0-9a-fA-F]{8}|x[0-9a-fA-F]{2}|[0-7]{3}|\r?\n|[^\n\r])/g;
/** The backtick of PowerShell and the caret of cmd. */
const SHELL_ESCAPE = /[`^](?:\r?\n|[^\n\r])/g;
const PERCENT_CODE = /%[0-9a-fA-F]{2}/g;
/** Quoted-printable, as mails are sent. */
const SOFT_BREAK_OR_BYTE = /=(?:[0-9A-Fa-f]{2}|[ \t]{0,4}\r?\n)/g;
const ENTITY = /&(?:#[xX][0-9a-fA-F]{1,6}|#[0-9]{1,7}|[A-Za-z]{2,24});?/g;
const GLUED_SCHEME = /bearer/gi;

/** Cyrillic and Greek letters that look like those of keys, as text recognition and a keyboard left in Russian make them. */
const LOOKALIKES = 'асеорхуѕіјкԁЗОАВЕКМНРСТХУοναικρυχΑΒΕΖΗΙΚΜΝΟΡΤΥΧ';
const LATIN = 'aceopxysijkd3OABEKMHPCTXYovaikpuxABEZHIKMNOPTYX';
/** Those letters, and the digits of Arabic and of Persian. */
const LOOKALIKE = /[Α-Χα-χА-я\u0455-\u0458\u0501٠-٩۰-۹]/g;

function latin(sign: string): string {
  const place = LOOKALIKES.indexOf(sign);
  if (place >= 0) return LATIN[place] ?? sign;
  return ARABIC_DIGIT.test(sign) ? String(sign.charCodeAt(0) % 16) : sign;
}

const ARABIC_DIGIT = /[٠-٩۰-۹]/;

const CONTROL_LETTERS: Readonly<Record<string, string>> = {
  n: '\n',
  r: '\r',
  t: '\t',
  b: ' ',
  f: ' ',
  v: ' ',
  a: ' ',
  e: '\u001b',
  '0': ' ',
};

function unescaped(sequence: string): string {
  const sign = sequence[1] ?? '';
  if (sequence.endsWith('\n')) return '';
  if (sequence.length === 2) return CONTROL_LETTERS[sign] ?? sign;
  if (sign === 'u' || sign === 'U') {
    return character(Number.parseInt(sequence.slice(sequence[2] === '{' ? 3 : 2), 16));
  }
  return sign === 'x' ? byte(sequence.slice(2)) : character(Number.parseInt(sequence.slice(1), 8));
}

function shellUnescaped(sequence: string): string {
  const sign = sequence[1] ?? '';
  if (sequence.endsWith('\n')) return '';
  return sequence[0] === '`' ? (CONTROL_LETTERS[sign] ?? sign) : (SHOWN_CONTROLS[sign] ?? sign);
}

/** `cat -A` shows what nobody sees behind a caret too. */
const SHOWN_CONTROLS: Readonly<Record<string, string>> = { I: '\t', M: '\r', '@': '\n' };

function mailUnescaped(sequence: string): string {
  return sequence.endsWith('\n') ? '' : byte(sequence.slice(1));
}

function byte(hex: string): string {
  return character(Number.parseInt(hex, 16));
}

function character(code: number): string {
  return code <= MAX_CODE_POINT ? String.fromCodePoint(code) : ' ';
}

const MAX_CODE_POINT = 0x10_ffff;

const NAMED_ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  hyphen: '-',
  dash: '-',
  ndash: '-',
  minus: '-',
  lowbar: '_',
  UnderBar: '_',
  period: '.',
  equals: '=',
  colon: ':',
  sol: '/',
  num: '#',
  shy: '',
  ZeroWidthSpace: '',
  NoBreak: '',
  zwnj: '',
  zwj: '',
  NewLine: '\n',
  Tab: '\t',
  nbsp: ' ',
};

function entity(text: string): string {
  const name = text.slice(1, text.endsWith(';') ? -1 : undefined);
  if (name[0] !== '#') return NAMED_ENTITIES[name] ?? text;
  const isHex = name[1] === 'x' || name[1] === 'X';
  return character(isHex ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1)));
}
