import { describe, expect, it } from 'vitest';
import { createRunQueue } from './run-queue.ts';

describe('the queue of runs', () => {
  it('lets so many go at a time, the others in the order they came', async () => {
    const queue = createRunQueue({ runsAtATime: 2, queueMs: 60_000 });
    const order: number[] = [];
    const tickets = [0, 1, 2, 3].map((number) => {
      const ticket = queue.enter();
      void ticket.turn.then((isTurn) => isTurn && order.push(number));
      return ticket;
    });
    await tickets[1]?.turn;
    expect(order).toEqual([0, 1]);
    tickets[1]?.leave();
    tickets[1]?.leave();
    await tickets[2]?.turn;
    expect(order).toEqual([0, 1, 2]);
    tickets[3]?.leave();
    expect(await tickets[3]?.turn).toBe(false);
    tickets[0]?.leave();
    expect(await queue.enter().turn).toBe(true);
  });

  it('sends those away that wait too long', async () => {
    const queue = createRunQueue({ runsAtATime: 1, queueMs: 10 });
    const first = queue.enter();
    expect(await queue.enter().turn).toBe(false);
    first.leave();
    expect(await queue.enter().turn).toBe(true);
  });
});
