import { describe, expect, it } from 'vitest';
import { createClientAddresses } from './client-address.ts';

const addresses = createClientAddresses(() => ['10.0.0.0/8', 'fd00::/8'], new Uint8Array(32));

describe('clientOf', () => {
  it('believes nobody who is not a trusted proxy', () => {
    expect(addresses.clientOf('203.0.113.9', '198.51.100.1')).toBe('203.0.113.9');
  });

  it('takes the nearest address that is no proxy of ours, so that a visitor cannot write one in front', () => {
    expect(addresses.clientOf('10.0.0.1', '1.1.1.1, 198.51.100.1, 10.2.3.4')).toBe('198.51.100.1');
    expect(addresses.clientOf('::ffff:10.0.0.1', '198.51.100.1')).toBe('198.51.100.1');
  });

  it('stays with the last believable address when the list is broken', () => {
    expect(addresses.clientOf('10.0.0.1', 'nonsense')).toBe('10.0.0.1');
    expect(addresses.clientOf(undefined, '1.1.1.1')).toBe('unknown');
  });
});

describe('X-Forwarded-For in the spellings of proxies', () => {
  it.each([
    ['203.0.113.7:5123', '203.0.113.7'],
    [' 203.0.113.7 ', '203.0.113.7'],
    ['[2001:db8::1]:443', '2001:db8::1'],
    ['[2001:db8::1]', '2001:db8::1'],
    ['2001:db8::1', '2001:db8::1'],
    ['"[2001:db8::1]:4711"', '2001:db8::1'],
    ['"203.0.113.7"', '203.0.113.7'],
    ['for=203.0.113.7', '203.0.113.7'],
    ['for="[2001:db8::1]:443"', '2001:db8::1'],
    ['::ffff:203.0.113.7', '203.0.113.7'],
    ['[::ffff:203.0.113.7]:80', '203.0.113.7'],
    ['fe80::1%eth0', 'fe80::1%eth0'],
    ['1.1.1.1, 203.0.113.7:5123, 10.2.3.4:80', '203.0.113.7'],
  ])('%s', (list, client) => {
    expect(addresses.clientOf('10.0.0.1', list)).toBe(client.replace('%eth0', ''));
  });

  it('tells of a list that it cannot read, and of no text that a visitor wrote in front of it', () => {
    const unread: string[] = [];
    const telling = createClientAddresses(() => ['10.0.0.0/8'], new Uint8Array(32), {
      onUnreadable: (hop) => unread.push(hop),
    });
    expect(telling.clientOf('10.0.0.1', 'unknown')).toBe('10.0.0.1');
    expect(telling.clientOf('10.0.0.1', '198.51.100.1, _hidden')).toBe('10.0.0.1');
    expect(telling.clientOf('10.0.0.1', 'nonsense, 198.51.100.1')).toBe('198.51.100.1');
    expect(telling.clientOf('10.0.0.1', '2130706433')).toBe('10.0.0.1');
    expect(telling.clientOf('203.0.113.9', 'nonsense')).toBe('203.0.113.9');
    expect(telling.clientOf('10.0.0.1', '')).toBe('10.0.0.1');
    expect(unread).toEqual(['unknown', '_hidden', '2130706433']);
  });
});

describe('networksOf', () => {
  const keys = (address: string) => addresses.networksOf(address).map(({ key }) => key);

  it('counts an IPv6 address in its /64, /56 and /48, each with a number of its own', () => {
    expect(addresses.networksOf('2001:db8:1:2::1').map(({ times }) => times)).toEqual([1, 4, 16]);
    const [narrow, wide, widest] = keys('2001:db8:1:2::1');
    expect(keys('2001:db8:1:2:ffff::9')).toEqual([narrow, wide, widest]);
    expect(keys('2001:db8:1:3::1')).toEqual([expect.not.stringMatching(narrow ?? ''), wide, widest]);
    expect(keys('2001:db8:1:100::1')[1]).not.toBe(wide);
    expect(keys('2001:db8:1:100::1')[2]).toBe(widest);
    expect(keys('2001:db8:2:2::1')[2]).not.toBe(widest);
  });

  it('counts an IPv4 address by itself, and tells nothing of it', () => {
    expect(keys('203.0.113.9')).toHaveLength(1);
    expect(keys('203.0.113.9')[0]).not.toContain('203');
    expect(keys('203.0.113.9')).not.toEqual(keys('203.0.113.8'));
  });
});
