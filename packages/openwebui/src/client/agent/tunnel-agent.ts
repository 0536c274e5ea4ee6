/** Sockets through the network's proxy: a tunnel by CONNECT, as for https, since proxies seldom let an upgrade through. */
import { Agent as HttpAgent, type RequestOptions, request as requestHttp } from 'node:http';
import { Agent as HttpsAgent, request as requestHttps } from 'node:https';
import { isIPv6, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import type { NetworkProxy } from '../proxy-for.ts';

/** Whether a socket can be led through this proxy. */
export function canTunnel({ url }: NetworkProxy): boolean {
  return /^https?:/.test(url);
}

/** @param connectMs for the proxy's answer; beyond it, the connection is given up */
export function tunnelAgent(proxy: NetworkProxy, origin: string, connectMs: number): HttpAgent {
  const isSecure = origin.startsWith('https:');
  const agent = isSecure ? new HttpsAgent() : new HttpAgent();
  agent.createConnection = (options, callback) => {
    const { host, port } = targetOf(options, isSecure);
    openTunnel(proxy, host, port, connectMs).then(
      (socket) => {
        if (!isSecure) return callback?.(null, socket);
        // What is encrypted is Open WebUI's own: the proxy sees neither token nor answer.
        const encrypted = connectTls({ socket, servername: isIPv6(host) ? '' : host, ALPNProtocols: ['http/1.1'] });
        const fail = (error: Error) => callback?.(error, encrypted);
        encrypted.once('error', fail);
        encrypted.once('secureConnect', () => {
          encrypted.off('error', fail);
          callback?.(null, encrypted);
        });
      },
      (error: Error) => (callback as ((error: Error) => void) | undefined)?.(error),
    );
    return undefined;
  };
  return agent;
}

function targetOf({ host, port }: RequestOptions, isSecure: boolean): { host: string; port: number } {
  return { host: host ?? '', port: Number(port ?? (isSecure ? 443 : 80)) };
}

function openTunnel({ url, shown }: NetworkProxy, host: string, port: number, connectMs: number): Promise<Socket> {
  const proxy = new URL(url);
  const authority = `${isIPv6(host) ? `[${host}]` : host}:${port}`;
  const ask = proxy.protocol === 'https:' ? requestHttps : requestHttp;
  return new Promise((resolve, reject) => {
    const asked = ask({
      host: proxy.hostname.replace(/^\[|\]$/g, ''),
      port: proxy.port === '' ? (proxy.protocol === 'https:' ? 443 : 80) : proxy.port,
      method: 'CONNECT',
      path: authority,
      headers: { host: authority, ...authorizationOf(proxy) },
      agent: false,
      timeout: connectMs,
    });
    asked.once('timeout', () => asked.destroy(timedOut(`${shown} did not answer in ${connectMs} ms`)));
    asked.once('error', reject);
    asked.once('connect', ({ statusCode = 0 }, socket: Socket, head) => {
      socket.setTimeout(0);
      if (statusCode >= 200 && statusCode < 300) {
        if (head.length > 0) socket.unshift(head);
        resolve(socket);
        return;
      }
      socket.destroy();
      reject(new Error(`the proxy ${shown} answered ${statusCode} to a tunnel`));
    });
    asked.end();
  });
}

function authorizationOf({ username, password }: URL): Record<string, string> {
  if (username === '' && password === '') return {};
  const known = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
  return { 'proxy-authorization': `Basic ${Buffer.from(known).toString('base64')}` };
}

function timedOut(message: string): Error {
  return Object.assign(new Error(message), { code: 'ETIMEDOUT' });
}
