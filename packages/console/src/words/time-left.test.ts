import { describe, expect, it } from 'vitest';
import { timeLeft } from './time-left.ts';

const MINUTE = 60;
const HOUR = 3_600;
const DAY = 86_400;

describe('timeLeft', () => {
  it.each([
    [28 * DAY, '28 days'],
    [6 * DAY + 4 * HOUR + 59 * MINUTE, '6 days and 4 hours'],
    [DAY + HOUR, '1 day and 1 hour'],
    [23 * HOUR + 12 * MINUTE + 40, '23 hours and 12 minutes'],
    [HOUR, '1 hour'],
    [12 * MINUTE + 5, '12 minutes and 5 seconds'],
    [59, '59 seconds'],
    [1, '1 second'],
    [0.4, '0 seconds'],
    [-5, '0 seconds'],
  ])('%d s in English', (seconds, words) => {
    expect(timeLeft(seconds, 'en')).toBe(words);
  });

  it.each([
    [6 * DAY + 4 * HOUR, '6 jours et 4 heures'],
    [DAY, '1 jour'],
    [12 * MINUTE + 1, '12 minutes et 1 seconde'],
  ])('%d s in French', (seconds, words) => {
    expect(timeLeft(seconds, 'fr').replace(/\u00a0/g, ' ')).toBe(words);
  });
});
