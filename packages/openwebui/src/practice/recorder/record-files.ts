import { setTimeout as sleep } from 'node:timers/promises';
import { ask, CHAT_PATH } from './record-answers.ts';
import type { Service } from './record-identity.ts';
import type { Recorder } from './recorder.ts';

const READ_BY_EVERYBODY = [{ principal_type: 'user', principal_id: '*', permission: 'read' }];
const STATUS_TRIES = 40;
const STATUS_EVERY_MS = 100;

/** Files, a collection, a model with knowledge, and the helpers around a conversation. */
export async function recordFiles(recorder: Recorder, service: Service): Promise<void> {
  const as = service.key;
  const hours = await upload(
    recorder,
    'file, upload hours.txt',
    as,
    'hours.txt',
    'The shop opens at nine and closes at five.',
  );
  recorder.mark(hours, '<file-id>');
  await waitUntilProcessed(recorder, hours, as);
  await recorder.ask('file, status', 'GET', `/api/v1/files/${hours}/process/status`, { as });
  const question = { model: 'echo', messages: ask('When does it open?'), files: [{ type: 'file', id: hours }] };
  await recorder.ask('answer with a file, streamed', 'POST', CHAT_PATH, {
    as,
    body: { ...question, stream: true },
    keepCharacters: 1200,
  });
  await recorder.ask('answer with a file, whole', 'POST', CHAT_PATH, { as, body: question });
  await upload(recorder, 'file, upload bad.exe', as, 'bad.exe', 'MZ', 'application/octet-stream');
  await recordKnowledge(recorder, service);
  for (const [name, task] of [
    ['title', 'title'],
    ['follow-ups', 'follow_up'],
  ]) {
    const body = { model: 'echo', messages: ask('x') };
    await recorder.ask(`task: ${name}`, 'POST', `/api/v1/tasks/${task}/completions`, { as, body, keepCharacters: 300 });
  }
  const speech = { input: 'hi', voice: 'alloy', model: 'tts-1' };
  await recorder.ask('speech, no engine', 'POST', '/api/v1/audio/speech', { as, body: speech });
}

async function recordKnowledge(recorder: Recorder, { key, administratorToken: as }: Service): Promise<void> {
  const prices = await upload(recorder, 'file, upload by administrator', as, 'prices.txt', 'Tickets cost seven euros.');
  await waitUntilProcessed(recorder, prices, as);
  const shared = { access_grants: READ_BY_EVERYBODY, access_control: null };
  const base = await recorder.ask('knowledge, create', 'POST', '/api/v1/knowledge/create', {
    as,
    body: { name: 'KB', description: 'd', ...shared },
  });
  const baseId = String(base.json.id);
  recorder.mark(baseId, '<kb-id>');
  recorder.mark(prices, '<file2-id>');
  await recorder.ask('knowledge, add file', 'POST', `/api/v1/knowledge/${baseId}/file/add`, {
    as,
    body: { file_id: prices },
  });
  const body = { ...presetWithKnowledge(baseId), ...shared };
  await recorder.ask('model with knowledge, create', 'POST', '/api/v1/models/create', { as, body });
  await recorder.ask('models, with a preset', 'GET', '/api/models', { as: key });
  const cost = (name: string, asked: object) =>
    recorder.ask(`knowledge, ${name}`, 'POST', CHAT_PATH, {
      as: key,
      body: { model: 'guide', messages: ask('What does it cost?'), stream: true, ...asked },
      keepCharacters: 900,
    });
  await cost('as is', {});
  await cost('params.function_calling legacy', { params: { function_calling: 'legacy' } });
  await cost('params.function_calling default', { params: { function_calling: 'default' } });
  await cost('files collection', { model: 'echo', files: [{ type: 'collection', id: baseId }] });
}

function presetWithKnowledge(baseId: string) {
  return {
    id: 'guide',
    base_model_id: 'echo',
    name: 'Guide',
    meta: {
      description: 'd',
      knowledge: [{ id: baseId, name: 'KB', type: 'collection', description: 'd' }],
      suggestion_prompts: [{ title: ['Ask', 'prices'], content: 'What does it cost?' }],
      capabilities: {},
    },
    params: { system: 'You are the guide.' },
    is_active: true,
  };
}

async function upload(
  recorder: Recorder,
  name: string,
  as: string,
  filename: string,
  text: string,
  type = 'text/plain',
) {
  const form = new FormData();
  form.append('file', new Blob([text], { type }), filename);
  return String((await recorder.ask(name, 'POST', '/api/v1/files/', { as, raw: form })).json.id);
}

async function waitUntilProcessed(recorder: Recorder, id: string, as: string): Promise<void> {
  for (let tries = 0; tries < STATUS_TRIES; tries++) {
    const status = await (await recorder.send('GET', `/api/v1/files/${id}/process/status`, { as })).text();
    if (!/pending|processing/.test(status)) return;
    await sleep(STATUS_EVERY_MS);
  }
}
