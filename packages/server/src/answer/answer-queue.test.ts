import { expect, it } from 'vitest';
import { AnswerQueue, type QueuedAnswer } from './answer-queue.ts';

class Asked implements QueuedAnswer {
  readonly network: string;
  begun = false;
  readonly told: number[] = [];

  constructor(network: string) {
    this.network = network;
  }

  begin(): void {
    this.begun = true;
  }

  wait(before: number): void {
    this.told.push(before);
  }
}

const crowd = (network: string, count: number) => Array.from({ length: count }, () => new Asked(network));
const begunOf = (answers: readonly Asked[]) => answers.filter(({ begun }) => begun).length;

it('begins as many as there are places, tells the others how many are before them, and begins them in order', async () => {
  const queue = new AnswerQueue(() => 2);
  const answers = crowd('a', 2).concat(crowd('b', 3));
  for (const answer of answers) queue.enter(answer);
  expect(answers.map(({ begun }) => begun)).toEqual([true, true, false, false, false]);
  expect(answers.map(({ told }) => told)).toEqual([[], [], [0], [1], [2]]);
  const [first, , third, fourth, fifth] = answers as [Asked, Asked, Asked, Asked, Asked];
  queue.leave(first);
  expect(third.begun).toBe(true);
  await expect.poll(() => fifth.told, { timeout: 10_000 }).toEqual([2, 1]);
  expect(fourth.told).toEqual([1, 0]);
});

it('keeps a part of the places from one network, and gives the next one to whoever has fewest', () => {
  const queue = new AnswerQueue(() => 8);
  const many = crowd('many', 20);
  for (const answer of many) queue.enter(answer);
  expect(begunOf(many)).toBe(6);
  const few = crowd('few', 3);
  for (const answer of few) queue.enter(answer);
  expect(begunOf(few)).toBe(2);
  queue.leave(many[0] as Asked);
  expect([begunOf(many), begunOf(few)]).toEqual([6, 3]);
  expect(queue.waitingCount).toBe(14);
});

it('forgets who goes away while waiting, and takes more places at once when there are more', () => {
  let places = 1;
  const queue = new AnswerQueue(() => places);
  const [first, second, third, fourth] = [...crowd('a', 4)] as [Asked, Asked, Asked, Asked];
  for (const answer of [first, second, third, fourth]) queue.enter(answer);
  queue.leave(second);
  places = 3;
  queue.leave(first);
  expect([second.begun, third.begun, fourth.begun]).toEqual([false, true, true]);
  queue.leave(first);
  queue.leave(third);
  queue.leave(fourth);
  expect(queue.waitingCount).toBe(0);
});
