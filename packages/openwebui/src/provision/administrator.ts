/** An administrator's hands on one Open WebUI: each call asked once, its answer checked, anything else a StepFailure. */
import { isRecord } from '../client/error-body.ts';
import type { Desk, DeskCall, DeskReply } from '../desk/desk.ts';
import type { Secret } from '../desk/secret.ts';
import { refusedBy } from './step-failure.ts';

export interface Administrator {
  readonly desk: Desk;
  /** Raw: for what may rightly be refused. */
  ask(call: Omit<DeskCall, 'as'>): Promise<DeskReply>;
  /** The object of a 200. */
  object(call: Omit<DeskCall, 'as'>): Promise<Record<string, unknown>>;
  list(call: Omit<DeskCall, 'as'>): Promise<Record<string, unknown>[]>;
}

export function createAdministrator(desk: Desk, credential: Secret): Administrator {
  const ask = (call: Omit<DeskCall, 'as'>) => desk.ask({ ...call, as: credential });
  return {
    desk,
    ask,
    async object(call) {
      const reply = await ask(call);
      if (reply.status !== 200 || !isRecord(reply.json)) throw refusedBy(reply);
      return reply.json;
    },
    async list(call) {
      const reply = await ask(call);
      if (reply.status !== 200 || !Array.isArray(reply.json)) throw refusedBy(reply);
      return reply.json.filter(isRecord);
    },
  };
}
