/** Of which kind a recording is, by its first bytes: what browsers record, and nothing else. What its sender says is a claim. */
export interface RecordingType {
  contentType: string;
  /** As Open WebUI allows it. */
  ending: string;
}

/** @returns undefined for anything that no browser records */
export function recordingTypeOf(bytes: Uint8Array): RecordingType | undefined {
  const beginning = Buffer.from(bytes.subarray(0, 12)).toString('latin1');
  if (beginning.startsWith('\x1a\x45\xdf\xa3')) return { contentType: 'audio/webm', ending: 'webm' };
  if (beginning.startsWith('OggS')) return { contentType: 'audio/ogg', ending: 'ogg' };
  if (beginning.startsWith('ftyp', 4)) return { contentType: 'audio/mp4', ending: 'mp4' };
  if (beginning.startsWith('RIFF') && beginning.startsWith('WAVE', 8))
    return { contentType: 'audio/wav', ending: 'wav' };
  return undefined;
}
