import { expect, it } from 'vitest';
import { checkedLookup, isForbiddenAddress, leadsToForbidden } from './forbidden-address.ts';

it.each([
  '169.254.169.254',
  '::ffff:169.254.169.254',
  '::169.254.169.254',
  '::a9fe:a9fe',
  '::ffff:0:169.254.169.254',
  '64:ff9b::a9fe:a9fe',
  '64:ff9b:1::a9fe:a9fe',
  '2001:0:4136:e378:8000:63bf:5601:5601',
  '2001:db8::5efe:169.254.169.254',
  '2001:db8::200:5efe:a9fe:a9fe',
  '2002:a9fe:a9fe::1',
  'fe80::1',
  'fe80::1%eth0',
  '[fe80::1]',
  'fd00:ec2::254',
  'fd00:ec2::23',
  'fd00:42::42',
  'fd20:ce::254',
  '168.63.129.16',
  '100.100.100.200',
  '0.0.0.0',
  '::',
  '224.0.0.1',
  'ff02::1',
  'no address',
  '',
])('%s is asked nothing', (address) => {
  expect(isForbiddenAddress(address)).toBe(true);
});

it.each(['127.0.0.1', '::1', '10.0.0.3', '172.17.0.1', '192.168.1.4', 'fd00::3', '203.0.113.7', '2001:db8::1'])(
  '%s may be somebody’s site or Open WebUI',
  (address) => {
    expect(isForbiddenAddress(address)).toBe(false);
  },
);

it('is left out of what a name leads to, also when it is all that there is', async () => {
  const lookUp = (host: string, all: boolean) =>
    new Promise((resolve, reject) =>
      checkedLookup(host, { all, family: 4 }, (error, found) => (error ? reject(error) : resolve(found))),
    );
  expect(await lookUp('localhost', true)).toContainEqual({ address: '127.0.0.1', family: 4 });
  expect(await lookUp('localhost', false)).toBe('127.0.0.1');
  for (const all of [true, false]) {
    await expect(lookUp('169.254.169.254', all)).rejects.toMatchObject({ name: 'ForbiddenAddress' });
  }
});

it.each([
  'http://169.254.169.254/latest/meta-data',
  'http://2852039166',
  'http://0xa9fea9fe',
  'http://0251.0376.0251.0376',
  'http://169.254.43518',
  'http://[::169.254.169.254]',
  'http://[::ffff:169.254.169.254]:8080',
  'http://metadata.google.internal/computeMetadata/v1',
  'http://METADATA.google.internal.',
  'http://metadata',
  'http://instance-data.ec2.internal',
  'http://100.100.100.200',
])('%s leads where nobody may ask', async (address) => {
  expect(await leadsToForbidden(address)).toBe(true);
});

it.each([
  'http://localhost:3000',
  'http://127.0.0.1:8080',
  'http://10.0.0.3',
  'http://[::1]:3000',
  'nothing',
  'http://nowhere.invalid',
])('%s may be Open WebUI, or is not for this check to say', async (address) => {
  expect(await leadsToForbidden(address)).toBe(false);
});
