/** A real Open WebUI, offline and the same every time, with an empty data folder of its own. */
import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { STOCK_SERVER, SUMS_SERVER } from '@guichet/openwebui/contract-suite';
import { freePort } from '../free-port.ts';

export const SECRET = 'test-secret';
export const ADMIN = { email: 'admin@example.com', password: 'admin-password', name: 'Admin' };

/** Migrations of an empty database included; 23 to 39 s on a fair machine, minutes on one that is busy otherwise. */
const START_LIMIT_MS = 600_000;
/** Beyond it, a server that was asked to stop is stopped. */
const STOP_LIMIT_MS = 10_000;

export interface RunningOpenWebUi {
  baseUrl: string;
  /** The last lines of its log. */
  logTail(): string;
  stop(): Promise<void>;
}

/**
 * @param provider where models are, and beside them tool servers and a search engine
 * @param fresh as after an installation: API keys off, models shared with nobody, no tools, and settings that last
 * @param equipped with search, pictures and tool servers beside the models
 */
export async function startOpenWebUi(
  starter: string,
  provider: { baseUrl: string; origin: string },
  { fresh = false, equipped = !fresh }: { fresh?: boolean; equipped?: boolean } = {},
): Promise<RunningOpenWebUi> {
  const folder = mkdtempSync(path.join(tmpdir(), 'guichet-open-webui-'));
  const logFile = path.join(folder, 'server.log');
  const port = await freePort();
  const log = openSync(logFile, 'w');
  // A group of its own, so that whatever it starts ends with it. It writes its files into the current folder.
  const child = spawn(starter, ['serve', '--host', '127.0.0.1', '--port', String(port)], {
    cwd: folder,
    detached: true,
    stdio: ['ignore', log, log],
    env: {
      ...process.env,
      ...settings(folder, provider.baseUrl),
      ...(!fresh && OPENED),
      ...(equipped && equipment(provider)),
    },
  });
  closeSync(log);
  const killAtExit = () => kill(child, 'SIGKILL');
  process.once('exit', killAtExit);

  const running: RunningOpenWebUi = {
    baseUrl: `http://127.0.0.1:${port}`,
    logTail: () => readFileSync(logFile, 'utf8').split('\n').slice(-40).join('\n'),
    async stop() {
      await stopped(child);
      process.off('exit', killAtExit);
      rmSync(folder, { recursive: true, force: true });
    },
  };
  try {
    await untilReady(running.baseUrl, child);
  } catch (error) {
    console.error(running.logTail());
    await running.stop();
    throw error;
  }
  return running;
}

/**
 * What most cases need, and an administrator would have to click. Settings last here as well: with
 * ENABLE_PERSISTENT_CONFIG off, 0.10.0 takes a change, and goes by the old value.
 */
const OPENED = {
  ENABLE_API_KEYS: 'true',
  ENABLE_API_KEY: 'true',
  USER_PERMISSIONS_FEATURES_API_KEYS: 'true',
  BYPASS_MODEL_ACCESS_CONTROL: 'true',
};

/** What an agent can work with besides the model: search, pictures, a model for Open WebUI's own prompts, tool servers. */
function equipment({ baseUrl, origin }: { baseUrl: string; origin: string }): Record<string, string> {
  return {
    ENABLE_WEB_SEARCH: 'true',
    WEB_SEARCH_ENGINE: 'external',
    EXTERNAL_WEB_SEARCH_URL: `${origin}/search`,
    EXTERNAL_WEB_SEARCH_API_KEY: 'x',
    // The pages found are not there to be read.
    BYPASS_WEB_SEARCH_WEB_LOADER: 'true',
    BYPASS_WEB_SEARCH_EMBEDDING_AND_RETRIEVAL: 'true',
    ENABLE_IMAGE_GENERATION: 'true',
    IMAGE_GENERATION_ENGINE: 'openai',
    IMAGE_GENERATION_MODEL: 'dall-e-3',
    IMAGES_OPENAI_API_BASE_URL: baseUrl,
    IMAGES_OPENAI_API_KEY: 'x',
    TASK_MODEL_EXTERNAL: 'task',
    TOOL_SERVER_CONNECTIONS: JSON.stringify([
      toolServer('openapi', STOCK_SERVER, `${origin}/stock`, 'openapi.json'),
      toolServer('mcp', SUMS_SERVER, `${origin}/sums`, ''),
    ]),
  };
}

function toolServer(type: 'openapi' | 'mcp', id: string, url: string, path: string): object {
  return {
    url,
    path,
    type,
    auth_type: 'none',
    key: '',
    config: {
      enable: true,
      access_grants: [{ principal_type: 'user', principal_id: '*', permission: 'read' }],
    },
    info: { id, name: id, description: 'd' },
  };
}

function settings(folder: string, providerBaseUrl: string): Record<string, string> {
  return {
    DATA_DIR: folder,
    WEBUI_SECRET_KEY: SECRET,
    OFFLINE_MODE: 'true',
    HF_HUB_OFFLINE: '1',
    RAG_EMBEDDING_ENGINE: 'openai',
    RAG_OPENAI_API_BASE_URL: providerBaseUrl,
    RAG_OPENAI_API_KEY: 'x',
    ENABLE_OLLAMA_API: 'false',
    OPENAI_API_BASE_URL: providerBaseUrl,
    OPENAI_API_KEY: 'sk-prov',
    WEBUI_ADMIN_EMAIL: ADMIN.email,
    WEBUI_ADMIN_PASSWORD: ADMIN.password,
    WEBUI_ADMIN_NAME: ADMIN.name,
    ENABLE_EVALUATION_ARENA_MODELS: 'false',
    ENABLE_VERSION_UPDATE_CHECK: 'false',
  };
}

async function untilReady(baseUrl: string, child: ChildProcess): Promise<void> {
  const started = Date.now();
  while (Date.now() - started < START_LIMIT_MS) {
    if (child.exitCode !== null || child.signalCode !== null) throw new Error('Open WebUI ended while it started.');
    if ((await answersJson(`${baseUrl}/health`)) && (await answersJson(`${baseUrl}/ready`)) !== false) return;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  throw new Error(`Open WebUI was not ready after ${START_LIMIT_MS / 1000} s.`);
}

/** @returns undefined for a page: before 0.8.11, `/ready` does not exist and the interface's page comes instead */
async function answersJson(url: string): Promise<boolean | undefined> {
  try {
    const reply = await fetch(url, { signal: AbortSignal.timeout(2_000) });
    const page = reply.headers.get('content-type')?.startsWith('text/html');
    await reply.body?.cancel();
    return page ? undefined : reply.ok;
  } catch {
    return false;
  }
}

async function stopped(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  kill(child, 'SIGTERM');
  const timer = setTimeout(() => kill(child, 'SIGKILL'), STOP_LIMIT_MS);
  await ended;
  clearTimeout(timer);
}

function kill(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  try {
    process.kill(-child.pid, signal);
  } catch {
    // It ended in this very moment.
  }
}
