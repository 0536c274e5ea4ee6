import { describe, expect, it } from 'vitest';
import { createSecretScrubber } from './secret-scrubber.ts';

describe('createSecretScrubber', () => {
  const secret = 'sk-"canary/value+with?odd=chars';
  const scrub = createSecretScrubber(() => [secret, undefined, 'short']);

  it.each([
    ['raw', secret],
    ['JSON', JSON.stringify({ secret })],
    ['URL', `https://x/?key=${encodeURIComponent(secret)}`],
    ['hex', Buffer.from(secret).toString('hex')],
    ['base64', Buffer.from(secret).toString('base64')],
    ['base64url', Buffer.from(secret).toString('base64url')],
  ])('takes a secret out in its %s form', (_, text) => {
    const scrubbed = scrub(`before ${text} after`);
    expect(scrubbed).toContain('[secret]');
    expect(scrubbed).not.toContain('canary');
    expect(scrubbed).toMatch(/^before .* after$/);
  });

  it('leaves text without secrets alone', () => {
    expect(scrub('a short text')).toBe('a short text');
  });
});
