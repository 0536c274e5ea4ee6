import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { deriveKey, loadMasterKeys, MasterKeyFileUnusable, prepareMasterKeys } from './master-keys.ts';
import { sampleMasterKey } from './testing/sample-master-keys.ts';

const root = mkdtempSync(path.join(tmpdir(), 'guichet-master-keys-'));
afterAll(() => rmSync(root, { recursive: true }));
const folder = () => mkdtempSync(path.join(root, 'data-'));
const GIVEN = sampleMasterKey('given', 7);

describe('master keys', () => {
  it('are made once in the data directory, for its owner only', () => {
    const data = folder();
    const made = loadMasterKeys(undefined, data);
    const file = path.join(data, 'master-keys');
    expect(made).toMatchObject({ created: true, file, keys: [{ id: 'main' }] });
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const content = readFileSync(file, 'utf8');
    expect(loadMasterKeys(undefined, data)).toEqual({ ...made, created: false });
    expect(readFileSync(file, 'utf8')).toBe(content);
  });

  it('are those of the operator when given, and then no file is made or read', () => {
    const data = folder();
    expect(loadMasterKeys([GIVEN], data)).toEqual({ keys: [GIVEN], created: false });
    expect(existsSync(path.join(data, 'master-keys'))).toBe(false);
    writeFileSync(path.join(data, 'master-keys'), 'not a key');
    expect(loadMasterKeys([GIVEN], data)).toEqual({ keys: [GIVEN], created: false });
    expect(() => loadMasterKeys(undefined, data)).toThrow();
    expect(readFileSync(path.join(data, 'master-keys'), 'utf8')).toBe('not a key');
  });

  it.each([
    ['empty', '', 'contains no key'],
    ['of blanks', ' \n\n', 'contains no key'],
    ['cut in its key', 'main:c2hvcnQ', 'contains a key "main" of 5 bytes'],
    ['cut in its name', 'mai', 'contains a key "main" of 2 bytes'],
    ['of zeros, as a power cut leaves it', '\0'.repeat(50), 'contains a key "main" of 0 bytes'],
    ['with two keys of one name', `a:${'A'.repeat(43)}=,a:${'A'.repeat(43)}=`, 'contains two keys with the same id'],
  ])('are refused with the file’s name when the file is %s, and the file stays as it is', (_, content, problem) => {
    const data = folder();
    const file = path.join(data, 'master-keys');
    writeFileSync(file, content);
    expect(() => prepareMasterKeys(undefined, data)).toThrow(MasterKeyFileUnusable);
    expect(() => prepareMasterKeys(undefined, data)).toThrow(`${file} ${problem}`);
    expect(readFileSync(file, 'utf8')).toBe(content);
  });

  it('are refused with the file’s name when it is a folder', () => {
    const data = folder();
    mkdirSync(path.join(data, 'master-keys'));
    expect(() => prepareMasterKeys(undefined, data)).toThrow(/master-keys is a folder, not a file/);
  });

  it('leave nothing beside their file, and never take the place of one', () => {
    const data = folder();
    const { keep } = prepareMasterKeys(undefined, data);
    writeFileSync(path.join(data, 'master-keys'), 'somebody else’s');
    expect(keep).toThrow(/EEXIST/);
    expect(readFileSync(path.join(data, 'master-keys'), 'utf8')).toBe('somebody else’s');
    expect(readdirSync(data)).toEqual(['master-keys']);
  });

  it('are refused where a link to them leads nowhere: what holds them may not be mounted yet', () => {
    const data = folder();
    const file = path.join(data, 'master-keys');
    symlinkSync(path.join(data, 'not-mounted'), file);
    expect(() => prepareMasterKeys(undefined, data)).toThrow(/master-keys cannot be read \(ENOENT\)/);
    expect(readlinkSync(file)).toBe(path.join(data, 'not-mounted'));
  });

  it('are made although a start of the same process number died while it wrote them', () => {
    const data = folder();
    writeFileSync(path.join(data, `master-keys.${process.pid}.new`), 'ma');
    const { created, keys } = loadMasterKeys(undefined, data);
    expect(created).toBe(true);
    expect(readdirSync(data)).toEqual(['master-keys']);
    expect(loadMasterKeys(undefined, data).keys).toEqual(keys);
  });

  it.each([
    ['the mark and line ends of Windows', (text: string) => `\ufeff${text}\r\n`],
    ['no id', (text: string) => text.slice('main:'.length)],
    ['the alphabet for addresses', (text: string) => text.replaceAll('+', '-').replaceAll('/', '_')],
  ])('are read with %s', (_, change) => {
    const data = folder();
    const { keys } = loadMasterKeys(undefined, data);
    const file = path.join(data, 'master-keys');
    writeFileSync(file, change(readFileSync(file, 'utf8').trim()));
    expect(loadMasterKeys(undefined, data).keys).toEqual(keys);
  });

  it('can be made without being written, until they are kept', () => {
    const data = folder();
    const { masterKeys, keep } = prepareMasterKeys(undefined, data);
    expect(masterKeys.created).toBe(true);
    expect(existsSync(path.join(data, 'master-keys'))).toBe(false);
    keep();
    keep();
    expect(prepareMasterKeys(undefined, data).masterKeys).toEqual({ ...masterKeys, created: false });
  });

  it('give each purpose a key of its own', () => {
    const purposes = ['visitor-token', 'address-pseudonym', 'secret-wrapping', 'known-browser'] as const;
    const derived = purposes.map((purpose) => Buffer.from(deriveKey(GIVEN, purpose)).toString('hex'));
    expect(new Set([...derived, GIVEN.key.toString('hex')]).size).toBe(5);
    // Fixed for ever: another derivation would shut every safe and sign out every visitor.
    expect(derived).toMatchInlineSnapshot(`
      [
        "237e73148c25b52b1eac5f08ad9fb5604b488d17f097a373d5dd7fadbc44dd70",
        "dd8c9c5743370ee23bc18dc6d5c379ce739801dd42adf800c876f590b1136c63",
        "902929da9d20b537fe9b96e81be7fecd9646e3f99d689dad4741fd0a56868d89",
        "6c58de9c8da141308a635308062f9bd90d9862bea541db66c88c473bccce7af3",
      ]
    `);
  });
});
