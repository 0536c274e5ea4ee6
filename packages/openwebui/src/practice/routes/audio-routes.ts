import type { Call } from '../http/call.ts';
import { isObject, objectBody } from '../http/read-body.ts';
import { UnreadableJson } from '../http/read-call.ts';
import { json, type Reply } from '../http/reply.ts';
import type { Route } from '../http/router.ts';
import type { Account } from '../identity/accounts.ts';
import { administrator, verifiedCaller } from '../identity/caller.ts';
import { permissionsOf } from '../identity/permissions.ts';
import { Refusal } from '../refusal.ts';
import { refusalText } from '../refusal-text.ts';
import type { World } from '../world.ts';

/** Speech to text and back. The one engine that answers is `openai`, with the scripted provider behind it. */
export const audioRoutes: Route[] = [
  { method: 'POST', pattern: '/api/v1/audio/speech', readsBodyItself: true, handle: speak },
  { method: 'POST', pattern: '/api/v1/audio/transcriptions', handle: transcribe },
  { method: 'GET', pattern: '/api/v1/audio/config', handle: readSettings },
  { method: 'POST', pattern: '/api/v1/audio/config/update', handle: writeSettings },
];

function speak(call: Call, world: World): Reply {
  const { account } = verifiedCaller(call, world);
  if (world.audio.tts.ENGINE === '') return withoutEngine(world);
  refuseWithoutRight(account, 'tts', world);
  if (!isObject(call.body) || call.body instanceof UnreadableJson) throw new Refusal(400, 'Invalid JSON payload');
  if (!world.provider.options.reachable) throw new Refusal(500, refusalText.serverConnection);
  const payload = { ...call.body, model: world.audio.tts.MODEL, voice: call.body.voice ?? world.audio.tts.VOICE };
  return { status: 200, text: world.provider.say(payload), contentType: 'audio/mpeg' };
}

function withoutEngine(world: World): Reply {
  if (!world.has('speechRefusesWithoutEngine')) return json(null);
  throw world.has('missingSpeechEngineIs404')
    ? new Refusal(404, refusalText.notFound)
    : new Refusal(403, refusalText.noPermission);
}

function transcribe(call: Call, world: World): Reply {
  const { account } = verifiedCaller(call, world);
  const part = call.form.find(({ name }) => name === 'file');
  if (!part) throw new Refusal(422, [{ type: 'missing', loc: ['body', 'file'], msg: 'Field required', input: null }]);
  refuseWithoutRight(account, 'stt', world);
  if (!/^(audio\/|video\/webm)/.test(part.contentType)) throw new Refusal(400, refusalText.fileNotSupported);
  const ending = part.filename?.split('.').at(-1) ?? '';
  const allowed = world.audio.stt.ALLOWED_EXTENSIONS;
  if (Array.isArray(allowed) && allowed.length > 0 && !allowed.includes(ending))
    throw new Refusal(400, 'Invalid audio file extension');
  // The server's own engine needs a model that is not there.
  if (world.audio.stt.ENGINE === '') throw new Refusal(400, 'Transcription failed.');
  if (!world.provider.options.reachable) throw new Refusal(400, 'Transcription failed.');
  const language = call.form.find(({ name }) => name === 'language')?.content.toString();
  const heard = world.provider.hear({ model: world.audio.stt.MODEL, ...(language !== undefined && { language }) });
  return json({ text: heard, filename: `00000000-0000-4000-8000-000000000000.${ending}` });
}

function refuseWithoutRight(account: Account, right: 'stt' | 'tts', world: World): void {
  if (account.role !== 'admin' && permissionsOf(account, world).chat?.[right] !== true)
    throw new Refusal(403, refusalText.noPermission);
}

function readSettings(call: Call, world: World): Reply {
  administrator(call, world);
  return json(world.audio.toJson());
}

function writeSettings(call: Call, world: World): Reply {
  administrator(call, world);
  world.audio.update(objectBody(call.body));
  return json(world.audio.toJson());
}
