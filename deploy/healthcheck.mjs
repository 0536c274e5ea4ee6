// Asks the server in this container whether it is alive: exit 0 or 1. Run by node, so that the image needs no other
// program. It asks /healthz and not /readyz: a proxy takes an unhealthy container out of service, and while Open WebUI
// is away, visitors should read Guichet's own sentence, not the proxy's.
import { readFileSync } from 'node:fs';
import http from 'node:http';

/** Below the health check's own timeout of 5 s, so that the reason is printed. */
const PATIENCE_MS = 4_000;

/** A setting, or the content of the file in its `…_FILE` variant. */
function setting(name) {
  const file = process.env[`${name}_FILE`];
  return (process.env[name] || (file ? readFileSync(file, 'utf8') : '')).trim();
}

const port = setting('PORT') || '8787';
const listensOn = setting('HOST');
const host = ['', '0.0.0.0', '::', '[::]'].includes(listensOn) ? '127.0.0.1' : listensOn;

function fail(reason) {
  console.error(`Guichet does not answer on ${host} port ${port}: ${reason}`);
  process.exit(1);
}

const request = http.get({ host, port, path: '/healthz', timeout: PATIENCE_MS, agent: false }, (response) => {
  response.resume();
  if (response.statusCode !== 200) fail(`status ${response.statusCode}`);
});
request.on('timeout', () => fail(`nothing within ${PATIENCE_MS / 1000} s`));
request.on('error', (error) => fail(error.message));
