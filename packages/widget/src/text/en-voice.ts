/** English of the piece for voice, which brings it along. In every other language it is in the chunk of that language, under `voice`. */
export const enVoice = {
  speak: 'Speak your question',
  /** Beside the button, for those who ask before they press it. */
  toSite: 'The recording goes to this site’s assistant.',
  toBrowser: 'Your browser turns speech into text. Its maker may get the sound.',
  recording: 'Recording',
  finish: 'Finish and turn into text',
  cancel: 'Cancel the recording',
  cancelled: 'Recording cancelled',
  writing: 'Turning speech into text',
  written: 'The text is in the field. Check it, then send it.',
  refused: 'The microphone is blocked. Allow it in your browser, then try again.',
  noMicrophone: 'No microphone was found.',
  nothingHeard: 'Nothing was heard. Try again.',
  failed: 'That did not work. Try again, or type your question.',
  read: 'Read the answer aloud',
  stopReading: 'Stop reading aloud',
  unread: 'This answer cannot be read aloud right now.',
};
