/** What visitors may attach to a question: pictures that a model looks at, and documents that Open WebUI reads for it. */
export const FILE_KINDS = ['pictures', 'documents'] as const;
export type FileKind = (typeof FILE_KINDS)[number];

export interface FileType {
  contentType: string;
  kind: FileKind;
  /** The usual one first. */
  extensions: readonly [string, ...string[]];
}

/**
 * All types that are taken. A file is of one of them by its bytes, whatever it is called. SVG and HTML are programs, and old
 * office files may hold some: they are not among them.
 */
export const FILE_TYPES: readonly FileType[] = [
  { contentType: 'image/jpeg', kind: 'pictures', extensions: ['jpg', 'jpeg'] },
  { contentType: 'image/png', kind: 'pictures', extensions: ['png'] },
  { contentType: 'image/webp', kind: 'pictures', extensions: ['webp'] },
  { contentType: 'image/gif', kind: 'pictures', extensions: ['gif'] },
  { contentType: 'application/pdf', kind: 'documents', extensions: ['pdf'] },
  {
    contentType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    kind: 'documents',
    extensions: ['docx'],
  },
  {
    contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    kind: 'documents',
    extensions: ['xlsx'],
  },
  {
    contentType: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
    kind: 'documents',
    extensions: ['pptx'],
  },
  { contentType: 'text/plain', kind: 'documents', extensions: ['txt', 'md', 'csv'] },
];

/** Of some kinds, in the order of the list. */
export function fileTypesOf(kinds: readonly FileKind[]): FileType[] {
  return FILE_TYPES.filter(({ kind }) => kinds.includes(kind));
}
