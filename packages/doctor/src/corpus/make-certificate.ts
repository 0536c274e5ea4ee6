/** A certificate signed by itself, written byte by byte: Node reads certificates but makes none. */
import { generateKeyPairSync, sign } from 'node:crypto';

export interface CertificateWish {
  names: readonly ({ dns: string } | { ip: readonly [number, number, number, number] })[];
  from: Date;
  to: Date;
}

const SEQUENCE = 0x30;
const SET = 0x31;
const INTEGER = 0x02;
const BIT_STRING = 0x03;
const OCTET_STRING = 0x04;
const OBJECT_ID = 0x06;
const UTF8_STRING = 0x0c;
const GENERALIZED_TIME = 0x18;
const ECDSA_WITH_SHA256 = [0x2a, 0x86, 0x48, 0xce, 0x3d, 0x04, 0x03, 0x02];
const COMMON_NAME = [0x55, 0x04, 0x03];
const SUBJECT_ALTERNATIVE_NAME = [0x55, 0x1d, 0x11];

export function makeCertificate({ names, from, to }: CertificateWish): { key: string; cert: string } {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
  const algorithm = part(SEQUENCE, part(OBJECT_ID, ECDSA_WITH_SHA256));
  const name = part(
    SEQUENCE,
    part(SET, part(SEQUENCE, part(OBJECT_ID, COMMON_NAME), part(UTF8_STRING, text('practice')))),
  );
  const alternatives = names.map((entry) => ('dns' in entry ? part(0x82, text(entry.dns)) : part(0x87, entry.ip)));
  const extension = part(
    SEQUENCE,
    part(OBJECT_ID, SUBJECT_ALTERNATIVE_NAME),
    part(OCTET_STRING, part(SEQUENCE, ...alternatives)),
  );
  const toBeSigned = part(
    SEQUENCE,
    // Version 3, the only one with extensions.
    part(0xa0, part(INTEGER, [2])),
    part(INTEGER, [1]),
    algorithm,
    name,
    part(SEQUENCE, part(GENERALIZED_TIME, time(from)), part(GENERALIZED_TIME, time(to))),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
    part(0xa3, part(SEQUENCE, extension)),
  );
  const signature = sign('sha256', toBeSigned, privateKey);
  const certificate = part(SEQUENCE, toBeSigned, algorithm, part(BIT_STRING, [0], signature));
  const lines = certificate.toString('base64').match(/.{1,64}/g) ?? [];
  return {
    key: String(privateKey.export({ type: 'pkcs8', format: 'pem' })),
    cert: `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`,
  };
}

/** Tag, length, content, as DER wants them. */
function part(tag: number, ...contents: (Buffer | readonly number[])[]): Buffer {
  const content = Buffer.concat(contents.map((one) => Buffer.from(one)));
  const { length } = content;
  const lengthBytes = length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...lengthBytes]), content]);
}

function text(value: string): Buffer {
  return Buffer.from(value, 'utf8');
}

/** `20261123120000Z` */
function time(date: Date): Buffer {
  return text(`${date.toISOString().replace(/[-:T]/g, '').slice(0, 14)}Z`);
}
