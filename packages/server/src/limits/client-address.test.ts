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

describe('blockOf', () => {
  it('is the same for all addresses of one IPv6 customer and tells nothing of them', () => {
    expect(addresses.blockOf('2001:db8:1:2::1')).toBe(addresses.blockOf('2001:db8:1:2:ffff::9'));
    expect(addresses.blockOf('2001:db8:1:2::1')).not.toBe(addresses.blockOf('2001:db8:1:3::1'));
    expect(addresses.blockOf('203.0.113.9')).not.toContain('203');
    expect(addresses.blockOf('203.0.113.9')).not.toBe(addresses.blockOf('203.0.113.8'));
  });
});
