import { expect, it } from 'vitest';
import { createSignInLimiter, PASSWORD_TRIES, PASSWORD_TRIES_WITH_SECOND_FACTOR } from './sign-in-limiter.ts';

const URL_A = 'https://a.example';

function limiterAt(start = 0) {
  let now = start;
  const limiter = createSignInLimiter(() => now);
  const tries = (count: number, email = 'me@example.com') =>
    Array.from({ length: count }, () => limiter.admitPassword(URL_A, email)).filter((one) => one.admitted).length;
  const wait = (seconds: number) => {
    now += seconds * 1000;
  };
  return { limiter, tries, wait };
}

it('lets ten passwords through in a quarter of an hour while a second factor may be required', () => {
  const { limiter, tries, wait } = limiterAt();
  expect(tries(12)).toBe(10);
  const refused = limiter.admitPassword(URL_A, 'me@example.com');
  expect(refused).toEqual({ admitted: false, retryAfter: 900, limit: PASSWORD_TRIES_WITH_SECOND_FACTOR });
  wait(899);
  expect(tries(1)).toBe(0);
  wait(1);
  expect(tries(12)).toBe(10);
});

it('lets fifteen through in three minutes where it is known that none is required', () => {
  const { limiter, tries, wait } = limiterAt();
  limiter.noteSecondFactor(URL_A, 'off');
  expect(tries(20)).toBe(15);
  expect(limiter.admitPassword(URL_A, 'me@example.com')).toMatchObject({ retryAfter: 180, limit: PASSWORD_TRIES });
  wait(180);
  expect(tries(1)).toBe(1);
  limiter.noteSecondFactor(URL_A, 'on');
  expect(tries(1)).toBe(0);
});

it('counts each address for itself, however it is written', () => {
  const { tries } = limiterAt();
  expect(tries(10)).toBe(10);
  expect(tries(1, ' Me@Example.com')).toBe(0);
  expect(tries(1, 'you@example.com')).toBe(1);
});

it('never lets more through in any window than Open WebUI does', () => {
  const { tries, wait } = limiterAt();
  let admitted = 0;
  for (let second = 0; second < 900; second += 7) {
    admitted += tries(1);
    wait(7);
  }
  expect(admitted).toBe(10);
});

it('limits codes by sign-in and by account', () => {
  const { limiter, wait } = limiterAt();
  const codes = (challenge: string) =>
    Array.from({ length: 7 }, () => limiter.admitCode(URL_A, challenge)).filter((one) => one.admitted).length;
  expect(codes('account.one')).toBe(5);
  // The two refused ones counted for the account as well: Guichet is the stricter of the two.
  expect(codes('account.two')).toBe(3);
  expect(codes('other.one')).toBe(5);
  wait(900);
  expect(codes('account.three')).toBe(5);
});
