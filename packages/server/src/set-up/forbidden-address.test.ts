import { expect, it } from 'vitest';
import { checkedLookup, isForbiddenAddress } from './forbidden-address.ts';

it.each([
  '169.254.169.254',
  '::ffff:169.254.169.254',
  '64:ff9b::a9fe:a9fe',
  '2002:a9fe:a9fe::1',
  'fe80::1',
  'fe80::1%eth0',
  '[fe80::1]',
  'fd00:ec2::254',
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
