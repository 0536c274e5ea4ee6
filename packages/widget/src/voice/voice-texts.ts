import { enVoice } from '../text/en-voice.ts';
import type { Texts, VoiceTexts } from '../text/texts.ts';

export function voiceTextsOf({ voice }: Texts): VoiceTexts {
  return voice ?? enVoice;
}
