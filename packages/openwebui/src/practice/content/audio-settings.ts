import { isObject, type JsonObject } from '../http/read-body.ts';

/** What an administrator sets for speech at /api/v1/audio/config: of the fields, those that the practice server acts upon. */
export class AudioSettings {
  /** Empty: none for speech, and the server's own for hearing. */
  tts: JsonObject = { ENGINE: '', MODEL: 'tts-1', VOICE: 'alloy' };
  stt: JsonObject = { ENGINE: '', MODEL: '', SUPPORTED_CONTENT_TYPES: [], ALLOWED_EXTENSIONS: ALLOWED_EXTENSIONS };

  update(body: JsonObject): void {
    if (isObject(body.tts)) this.tts = { ...this.tts, ...body.tts };
    if (isObject(body.stt)) this.stt = { ...this.stt, ...body.stt };
  }

  toJson(): JsonObject {
    return { tts: this.tts, stt: this.stt };
  }
}

const ALLOWED_EXTENSIONS = ['mp3', 'wav', 'm4a', 'webm', 'ogg', 'flac', 'mp4', 'mpga', 'mpeg'];
