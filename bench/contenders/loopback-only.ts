/** Loaded before a program that would listen on every interface: nothing of a bench is to be reached from outside. */
import { Server } from 'node:net';

const listen = Server.prototype.listen as (this: Server, ...args: unknown[]) => Server;

Server.prototype.listen = function listenOnLoopback(this: Server, ...args: unknown[]): Server {
  const [first, second] = args;
  if (typeof first === 'object' && first !== null)
    return listen.call(this, { ...first, host: '127.0.0.1' }, ...args.slice(1));
  return listen.call(this, first, '127.0.0.1', ...args.slice(typeof second === 'string' ? 2 : 1));
} as typeof Server.prototype.listen;
