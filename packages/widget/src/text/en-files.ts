/**
 * English of the piece for files, which brings it along. In every other language it is in the chunk of that language, under
 * `files`. `{kinds}` stands at the beginning of its sentence in `hint`.
 */
export const enFiles = {
  attach: 'Attach files',
  hint: '{kinds}. Up to {size} each, {count} per question.',
  pictures: 'pictures',
  documents: 'PDF, Word, Excel, PowerPoint and text files',
  remove: 'Remove {name}',
  removed: '{name} removed',
  uploading: 'Uploading {name}',
  attached: '{name} attached',
  wait: 'Wait until your files have been uploaded.',
  empty: 'This file is empty.',
  tooLarge: 'This file is too large. The limit is {size}.',
  wrongKind: 'This kind of file is not accepted. Accepted: {kinds}.',
  tooMany: 'You can attach at most {count} files to a question.',
  failed: 'The upload failed. Remove the file and try again.',
};
