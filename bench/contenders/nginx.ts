/** nginx, one worker, unbuffered: the practical limit of relaying bytes without looking at them. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { freePort } from '../../scripts/free-port.ts';
import { startChild, untilListening } from '../machine/child-process.ts';
import { CONTENDER_CORE } from '../machine/cores.ts';
import { family } from '../machine/process-cost.ts';
import { temporaryFolder } from '../machine/temporary-folder.ts';
import type { ContenderKind } from './contender.ts';
import { type FoundNginx, findNginx } from './find-nginx.ts';
import { plainRequests } from './plain-requests.ts';

let found: FoundNginx | undefined;

export const nginx: ContenderKind = {
  id: 'nginx',
  title: 'nginx, unbuffered',
  async ready(say) {
    found = findNginx();
    if (!found) say('nginx is neither installed nor to be had from Debian here.');
    return found?.version;
  },
  async start(upstream) {
    if (!found) throw new Error('nginx was not found.');
    const folder = temporaryFolder('nginx');
    const port = await freePort();
    writeFileSync(path.join(folder, 'nginx.conf'), configuration(folder, port, new URL(upstream).host));
    const child = startChild([found.file, '-p', folder, '-c', path.join(folder, 'nginx.conf'), '-e', 'stderr'], {
      core: CONTENDER_CORE,
    });
    await untilListening(port);
    const url = `http://127.0.0.1:${port}`;
    return {
      url,
      dialect: 'chunks',
      pids: family(child.pid),
      requests: async (count, script) => plainRequests(`${url}/api/chat/completions`, count, script),
      stop: child.stop,
    };
  },
};

function configuration(folder: string, port: number, upstream: string): string {
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (name) => `${name}_temp_path ${folder}/${name};`,
  );
  return `worker_processes 1; worker_rlimit_nofile 16384; daemon off; error_log stderr crit; pid ${folder}/nginx.pid;
events { worker_connections 8192; }
http {
  access_log off; gzip off; tcp_nodelay on; keepalive_timeout 75s; keepalive_requests 1000000;
  ${temporary.join(' ')}
  upstream openwebui { server ${upstream}; keepalive 1024; keepalive_requests 1000000; }
  server {
    listen 127.0.0.1:${port} backlog=4096;
    location / {
      proxy_pass http://openwebui; proxy_http_version 1.1; proxy_set_header Connection "";
      proxy_buffering off; proxy_request_buffering off; proxy_cache off; proxy_read_timeout 1h;
    }
  }
}
`;
}
